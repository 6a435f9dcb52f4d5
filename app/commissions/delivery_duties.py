"""What either side owes while the support is under way: notes, answers, plan, reviews."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from app.commissions.facts import Side
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
    return [*_notes_to_answer(commission), *_notes_to_write(commission)]


def note_due_on(visit: Visit) -> date | None:
    """Return by when a visit that was to have been held is written up, None for all others."""
    if visit.status is not VisitStatus.BOOKED or visit.ends_at > clock.now():
        return None
    return add_working_days(visit.day, WORKING_DAYS["note_after_visit"])


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
