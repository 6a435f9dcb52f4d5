"""Rows of the list of reviews, on the page and in the file."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from flask import url_for

from app.governance.reviews.due import dues_of
from app.governance.reviews.facts import (
    BEFORE_REPORT,
    ENDED,
    KIND_WORDS,
    STATUS_TONES,
    STATUS_WORDS,
    BoardReviewStatus,
)
from app.governance.reviews.permissions import has_lead
from app.governance.reviews.report import lead_words
from app.web.filters import date_words

if TYPE_CHECKING:
    from app.accounts.models import Person
    from app.governance.reviews.models import GovernanceReview

S = BoardReviewStatus
HEADER = (
    "Reference",
    "School",
    "URN",
    "Kind",
    "Led by",
    "Status",
    "Waits for",
    "Due",
    "Report shared",
    "Plan agreed",
)


@dataclass(frozen=True)
class ListRow:
    reference: str
    href: str
    school: str
    kind: str
    lead: str
    status: str
    tone: str
    waits: str
    late: bool


def list_row(person: Person, review: GovernanceReview) -> ListRow:
    dues = sorted((d for d in dues_of(review) if d.seen(person)), key=lambda due: due.on)
    late = [due for due in dues if due.late]
    waits = _without_date(review)
    if dues:
        waits = f"{dues[0].what} ({dues[0].owner}, by {date_words(dues[0].on)})"
    return ListRow(
        reference=review.reference,
        href=url_for("governance_reviews.show", reference=review.reference),
        school=review.school.name,
        kind=KIND_WORDS[review.kind],
        lead=lead_words(review),
        status=STATUS_WORDS[review.status],
        tone=STATUS_TONES[review.status],
        waits=waits,
        late=bool(late),
    )


def _without_date(review: GovernanceReview) -> str:
    """Return who is next where no day is set."""
    if review.status is S.PLANNED and not has_lead(review):
        return "Somebody to lead it"
    if review.status in BEFORE_REPORT:
        return "The reviewers"
    return "Nobody" if review.status in ENDED else ""


def export_row(person: Person, review: GovernanceReview) -> list[object]:
    row = list_row(person, review)
    dues = sorted((d for d in dues_of(review) if d.seen(person)), key=lambda due: due.on)
    return [
        row.reference,
        row.school,
        review.school_urn,
        row.kind,
        row.lead,
        row.status,
        dues[0].what if dues else "",
        dues[0].on if dues else None,
        review.shared_on,
        review.plan_agreed_on,
    ]
