"""Papers, meetings and the board's own view."""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.core import clock
from app.core.errors import NotAllowed, NotOpen, NotReady
from app.extensions import db
from app.governance.reviews import permissions as who
from app.governance.reviews import telling
from app.governance.reviews.models import GovernanceMeeting, GovernancePaper
from app.governance.reviews.queries import papers_to_chase
from app.governance.reviews.services.opening import hold

if TYPE_CHECKING:
    from datetime import date

    from app.accounts.models import Person
    from app.accounts.roles import Role
    from app.governance.reviews.facts import BoardRating, MeetingOutcome, MeetingWith
    from app.governance.reviews.models import GovernanceReview, ScopePart

TOO_LATE = "The report is shared, so this is closed."


def ask_for_paper(
    *, review: GovernanceReview, by: Person, what: str, from_role: Role, due_on: date
) -> GovernancePaper:
    _allow(allowed=who.can_prepare(by, review))
    paper = GovernancePaper(review=review, what=what.strip(), from_role=from_role, due_on=due_on)
    db.session.add(paper)
    db.session.flush()
    telling.tell_of_paper(paper)
    return paper


def receive_paper(*, paper: GovernancePaper, by: Person, received_on: date, note: str) -> None:
    _allow(allowed=who.can_receive(by, paper))
    paper.received_on, paper.note = received_on, note.strip()
    db.session.flush()


def chase_papers() -> None:
    """Remind once of each paper that is late; the worker calls it now and then."""
    for paper in papers_to_chase():
        telling.chase(paper)
        paper.chased_on = clock.today()
    db.session.flush()


def book_meeting(
    *, review: GovernanceReview, by: Person, with_whom: MeetingWith, held_on: date
) -> GovernanceMeeting:
    _allow(allowed=who.can_prepare(by, review))
    meeting = GovernanceMeeting(review=review, with_whom=with_whom, held_on=held_on)
    db.session.add(meeting)
    db.session.flush()
    return meeting


def keep_meeting(
    *,
    meeting: GovernanceMeeting,
    by: Person,
    held_on: date,
    outcome: MeetingOutcome,
    notes: str,
) -> None:
    _allow(allowed=who.can_keep_meeting(by, meeting))
    meeting.held_on, meeting.outcome, meeting.notes = held_on, outcome, notes.strip()
    db.session.flush()


def write_part(
    *, part: ScopePart, by: Person, rating: BoardRating, words: str, evidence: str
) -> None:
    """Write what the board says of itself under one heading."""
    _allow(allowed=who.can_write_part(by, part))
    part.rating, part.words, part.evidence = rating, words.strip(), evidence.strip()
    db.session.flush()


def send_own_view(*, review: GovernanceReview, by: Person) -> None:
    """Fix the board's own view; who reviews reads it once the findings are fixed too."""
    hold(review)
    if not who.speaks_for_board(by, review):
        message = "The chair or clerk sends what the board says of itself."
        raise NotAllowed(message)
    if not who.can_write_own_view(by, review):
        message = "The board’s own view was sent already, or the report is shared."
        raise NotOpen(message)
    missing = [part.heading.name for part in review.scope if part.rating is None]
    if missing:
        raise NotReady([f"Say how well the board does under “{name}”." for name in missing])
    review.own_view_sent_at = clock.now()
    db.session.flush()
    telling.tell_of_own_view(review, by)


def _allow(*, allowed: bool) -> None:
    if not allowed:
        raise NotAllowed(TOO_LATE)
