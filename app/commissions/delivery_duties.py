"""What either side owes while the support is under way: notes, answers, plan, reviews."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta
from typing import TYPE_CHECKING

from app.commissions.facts import Side
from app.commissions.plans.requirements import current_plan, open_plan
from app.commissions.reviews.due import due_reviews
from app.commissions.reviews.facts import DAYS_AHEAD, KIND_WORDS
from app.commissions.statuses import CommissionStatus
from app.commissions.timings import WORKING_DAYS, due
from app.commissions.visits.facts import VisitStatus
from app.core import clock
from app.core.calendar import add_working_days

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date, datetime

    from app.commissions.models import Commission, Visit


@dataclass(frozen=True)
class Duty:
    """`act` completes "the school needs to …"; `of` and `since` as in a next step."""

    side: Side
    act: str
    due_on: date | None
    of: int | None = None
    since: datetime | None = None


def duties_of(commission: Commission) -> list[Duty]:
    """Return them all; of paused support only what it did before still waits for an answer."""
    if commission.status is CommissionStatus.PAUSED:
        return [*_notes_to_answer(commission)]
    return [
        *_plan(commission),
        *_notes_to_answer(commission),
        *_notes_to_write(commission),
        *_reviews(commission),
    ]


def note_due_on(visit: Visit) -> date | None:
    """Return by when a visit that was to have been held is written up, None for all others."""
    if visit.status is not VisitStatus.BOOKED or visit.ends_at > clock.now():
        return None
    return add_working_days(visit.day, WORKING_DAYS["note_after_visit"])


def _plan(commission: Commission) -> Iterator[Duty]:
    current, waiting = current_plan(commission), open_plan(commission)
    if waiting is not None:
        act = "agree the action plan, or say what should change"
        due_on = due(waiting.created_at, "answer_plan")
        yield Duty(Side.SCHOOL, act, due_on, waiting.id, waiting.created_at)
    elif current is None:
        newest = commission.plans[-1] if commission.plans else None
        since = newest.moved_at if newest else commission.moved_at
        due_on = due(since, "propose_plan")
        again = " again, with the changes asked for" if newest else ""
        yield Duty(Side.PROVIDER, f"propose the action plan{again}", due_on, None, since)
    for step in current.steps if current else []:
        if step.is_open and step.due_on < clock.today():
            act = f"say whether step {step.position} of the action plan is done"
            yield Duty(step.side, act, step.due_on, step.id, step.created_at)


def _notes_to_answer(commission: Commission) -> Iterator[Duty]:
    for note in commission.visit_notes:
        if note.acknowledgement is None:
            act = f"say whether the note of the visit on {note.held_on:%-d %B} is accurate"
            yield Duty(Side.SCHOOL, act, due(note.created_at, "note_after_visit"), note.id)


def _notes_to_write(commission: Commission) -> Iterator[Duty]:
    for visit in commission.visits:
        if (due_on := note_due_on(visit)) is not None:
            act = f"write the note of the visit on {visit.day:%-d %B}, or say that it was missed"
            yield Duty(Side.PROVIDER, act, due_on, visit.id, visit.created_at)


def _reviews(commission: Commission) -> Iterator[Duty]:
    for review in commission.reviews:
        if review.acknowledgement is None:
            kind = KIND_WORDS[review.kind].lower()
            act = f"say whether the record of the {kind} is accurate"
            yield Duty(Side.SCHOOL, act, due(review.created_at, "answer_review"), review.id)
    for coming in due_reviews(commission):
        if coming.due_on <= clock.today() + timedelta(days=DAYS_AHEAD):
            act = f"hold the {KIND_WORDS[coming.kind].lower()} and record it"
            # its day tells one termly review from the next
            yield Duty(Side.PROVIDER, act, coming.due_on, coming.due_on.toordinal())
