"""Papers, meetings and the board's own view as their pages show them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from flask import url_for

from app.accounts.roles import ROLE_WORDS
from app.core import clock
from app.governance.reviews import permissions as who
from app.governance.reviews.facts import (
    MEETING_WORDS,
    OUTCOME_TONES,
    OUTCOME_WORDS,
    RATING_WORDS,
)
from app.web.filters import date_words

if TYPE_CHECKING:
    from collections.abc import Sequence

    from app.accounts.models import Person
    from app.governance.reviews.models import (
        GovernanceMeeting,
        GovernancePaper,
        GovernanceReview,
    )


@dataclass(frozen=True)
class PaperView:
    what: str
    about: str
    note: str
    state: str
    tone: str
    href: str


@dataclass(frozen=True)
class MeetingView:
    title: str
    day: str
    state: str
    tone: str
    notes: str
    href: str


@dataclass(frozen=True)
class PapersPage:
    papers: Sequence[PaperView]
    meetings: Sequence[MeetingView]
    may_add: bool


@dataclass(frozen=True)
class OwnPart:
    title: str
    rating: str
    words: str
    evidence: str
    href: str


@dataclass(frozen=True)
class OwnViewPage:
    parts: Sequence[OwnPart]
    about: str
    may_write: bool
    may_send: bool


def papers_page(person: Person, review: GovernanceReview) -> PapersPage:
    return PapersPage(
        papers=[_paper(person, paper) for paper in review.papers],
        meetings=[_meeting(person, meeting) for meeting in review.meetings],
        may_add=who.can_prepare(person, review),
    )


def _paper(person: Person, paper: GovernancePaper) -> PaperView:
    state, tone = f"Due {date_words(paper.due_on)}", "waiting"
    if paper.received_on is not None:
        state, tone = f"Received {date_words(paper.received_on)}", "good"
    elif paper.due_on < clock.today():
        state, tone = f"Late: was due {date_words(paper.due_on)}", "bad"
    about = f"From: {ROLE_WORDS[paper.from_role].lower()}. Asked {date_words(paper.asked_on)}."
    if paper.chased_on is not None:
        about += f" Chased {date_words(paper.chased_on)}."
    href = url_for("governance_reviews.paper", reference=paper.review.reference, number=paper.id)
    may = who.can_receive(person, paper)
    return PaperView(paper.what, about, paper.note, state, tone, href if may else "")


def _meeting(person: Person, meeting: GovernanceMeeting) -> MeetingView:
    href = url_for(
        "governance_reviews.meeting", reference=meeting.review.reference, number=meeting.id
    )
    return MeetingView(
        title=MEETING_WORDS[meeting.with_whom],
        day=date_words(meeting.held_on),
        state=OUTCOME_WORDS[meeting.outcome],
        tone=OUTCOME_TONES[meeting.outcome],
        notes=meeting.notes if who.can_read_notes(person, meeting.review) else "",
        href=href if who.can_keep_meeting(person, meeting) else "",
    )


def own_view_page(person: Person, review: GovernanceReview) -> OwnViewPage:
    may_write = who.can_write_own_view(person, review)
    sent = review.own_view_sent_at
    about = f"Sent on {date_words(clock.in_london(sent).date())}." if sent else "Not sent yet."
    return OwnViewPage(
        parts=[
            OwnPart(
                title=part.heading.name,
                rating=RATING_WORDS[part.rating] if part.rating else "",
                words=part.words,
                evidence=part.evidence,
                href=url_for(
                    "governance_reviews.own_view_part",
                    reference=review.reference,
                    number=part.id,
                ),
            )
            for part in review.scope
        ],
        about=about,
        may_write=may_write,
        may_send=may_write and bool(review.scope) and all(part.rating for part in review.scope),
    )
