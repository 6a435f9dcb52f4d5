"""What the pages of a review show."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from flask import url_for

from app.commissions.permissions import can_see_commission
from app.core import clock
from app.prospectus.designations.facts import OUTCOME_WORDS
from app.quality.complaints.facts import OUTCOME_WORDS as COMPLAINT_OUTCOME_WORDS
from app.quality.complaints.permissions import can_see_complaint
from app.quality.complaints.queries import upheld_complaints
from app.quality.facts import DECISION_WORDS as JUDGED
from app.quality.provider_reviews import permissions as who
from app.quality.provider_reviews.facts import (
    DECISION_WORDS,
    OPENING_WORDS,
    STATUS_TONES,
    STATUS_WORDS,
    ReviewAct,
    ReviewStatus,
)
from app.quality.provider_reviews.lifecycle import REVIEW_LIFECYCLE, due_on
from app.web.filters import date_words, moment_words

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from datetime import datetime

    from app.accounts.models import Person
    from app.quality.provider_reviews.models import ProviderReview

ACT_WORDS = {
    ReviewAct.DECIDE: "Decide the review",
    ReviewAct.APPEAL: "Appeal against the decision",
    ReviewAct.ANSWER: "Answer the appeal",
}


@dataclass(frozen=True)
class Part:
    """What one person did, in their words."""

    title: str
    about: str
    lines: Sequence[str]


@dataclass(frozen=True)
class JudgedRow:
    title: str
    about: str
    decision: str
    href: str


@dataclass(frozen=True)
class ReviewView:
    number: int
    provider: str
    href: str
    status: str
    tone: str
    opened: str
    why: str
    decision: str
    now: Sequence[str]
    parts: Sequence[Part]
    judged: Sequence[JudgedRow]
    acts: Sequence[tuple[str, str]]


HEADER = ("Provider", "Why", "Opened on", "Status", "Decision")


def export_row(review: ProviderReview) -> list[object]:
    return [
        review.provider.name,
        OPENING_WORDS[review.opening],
        clock.in_london(review.opened_at).date(),
        STATUS_WORDS[review.status],
        DECISION_WORDS[review.decision] if review.decision else "",
    ]


def review_view(person: Person, review: ProviderReview) -> ReviewView:
    return ReviewView(
        number=review.id,
        provider=review.provider.name,
        href=url_for("provider_reviews.show", number=review.id),
        status=STATUS_WORDS[review.status],
        tone=STATUS_TONES[review.status],
        opened=moment_words(review.opened_at),
        why=OPENING_WORDS[review.opening],
        decision=DECISION_WORDS[review.decision] if review.decision else "",
        now=list(_now(person, review)),
        parts=list(_parts(review)),
        judged=[
            *_complaints(person, review),
            *(
                JudgedRow(
                    one.judgement.commission.request.title,
                    f"{one.judgement.commission.reference}, {one.judgement.commission.school.name}",
                    JUDGED[one.judgement.decision],
                    url_for("commissions.show", reference=one.judgement.commission.reference),
                )
                for one in review.judged
                # what a board asked for is not for every officer
                if can_see_commission(person, one.judgement.commission)
            ),
        ],
        acts=[
            (ACT_WORDS[act], url_for(f"provider_reviews.{act.value}", number=review.id))
            for act in REVIEW_LIFECYCLE.open_acts(person, review)
            if not REVIEW_LIFECYCLE.missing(person, review, act)
        ],
    )


def _complaints(person: Person, review: ProviderReview) -> Iterator[JudgedRow]:
    for complaint in upheld_complaints(review.provider):
        if can_see_complaint(person, complaint):
            yield JudgedRow(
                f"Complaint {complaint.reference}",
                complaint.commission.reference,
                COMPLAINT_OUTCOME_WORDS[complaint.outcome] if complaint.outcome else "",
                url_for("complaints.show", complaint=complaint.reference),
            )


def _now(person: Person, review: ProviderReview) -> Iterator[str]:
    day = date_words(due_on(review))
    if review.status is ReviewStatus.OPEN:
        yield f"A decision is due by {day}. Nothing about the entry has changed."
        if who.can_open(person, review.provider) and who.is_involved(person, review):
            yield "You opened it or had a part in it, so another officer decides."
    if review.status is ReviewStatus.APPEALED:
        yield f"The decision holds until the appeal is answered, by {day}."
    if REVIEW_LIFECYCLE.allows(person, review, ReviewAct.APPEAL) and not REVIEW_LIFECYCLE.missing(
        person, review, ReviewAct.APPEAL
    ):
        yield f"You can appeal until {day}."
    if review.look_again_on is not None:
        yield f"It is looked at again on {date_words(review.look_again_on)}."


def _parts(review: ProviderReview) -> Iterator[Part]:
    opener = review.opened_by.name if review.opened_by else "The portal"
    yield _part(OPENING_WORDS[review.opening], opener, review.opened_at, [review.reason])
    if review.decision is not None and review.decided_by is not None:
        words = [
            review.decision_reason,
            f"Conditions: {review.conditions}" if review.conditions else "",
            f"Looked at: {review.evidence}",
        ]
        title = DECISION_WORDS[review.decision]
        yield _part(title, review.decided_by.name, review.decided_at, words)
    if review.appealed_by is not None:
        yield _part("Appeal", review.appealed_by.name, review.appealed_at, [review.appeal])
    if review.outcome is not None and review.answered_by is not None:
        title = f"Appeal {OUTCOME_WORDS[review.outcome]}"
        yield _part(title, review.answered_by.name, review.answered_at, [review.answer])


def _part(title: str, name: str, at: datetime | None, lines: Sequence[str]) -> Part:
    return Part(title, f"{name}, {moment_words(at)}", [line for line in lines if line])
