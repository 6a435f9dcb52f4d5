"""Whether it lasts: readings one to three terms after the close. Pure rules.

They stand beside what was judged and never change it.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from typing import TYPE_CHECKING

from app.commissions.statuses import CommissionStatus
from app.core import clock
from app.web.filters import counted

if TYPE_CHECKING:
    from app.commissions.models import Commission

# the end of the autumn, spring and summer term, as month and day
TERM_ENDS = ((3, 25), (7, 15), (12, 15))
TERMS_AFTER = 3
# a term of which less is left at the close is not counted
LEAST_OF_A_TERM = timedelta(weeks=6)
# asked for so long before the end of the term, and taken so long after it
ASKED_BEFORE = timedelta(weeks=4)
TAKEN_AFTER = timedelta(weeks=6)


@dataclass(frozen=True)
class FollowUp:
    """The reading of one term: its number after the close, and the day by which to take it."""

    number: int
    due_on: date

    @property
    def last_day(self) -> date:
        return self.due_on + TAKEN_AFTER

    @property
    def words(self) -> str:
        return f"{counted(self.number, 'term')} after the end"


def closed_on(commission: Commission) -> date | None:
    closed = commission.closed_at
    is_closed = commission.status is CommissionStatus.CLOSED
    return clock.in_london(closed).date() if closed and is_closed else None


def follow_ups(closed: date) -> list[FollowUp]:
    """Return the three readings that are asked for after a close on that day."""
    days = [
        date(year, month, day)
        for year in range(closed.year, closed.year + 3)
        for month, day in TERM_ENDS
    ]
    to_come = [day for day in days if day >= closed + LEAST_OF_A_TERM]
    return [FollowUp(n, day) for n, day in enumerate(to_come[:TERMS_AFTER], start=1)]


def follow_up_of(commission: Commission, taken_on: date) -> FollowUp | None:
    """Return the term that a reading of that day is of; None before the close and too late."""
    closed = closed_on(commission)
    if closed is None or taken_on <= closed:
        return None
    return next((one for one in follow_ups(closed) if taken_on <= one.last_day), None)


def follow_up_asked(commission: Commission) -> FollowUp | None:
    """Return the term whose reading is asked for today, if an objective still lacks it."""
    closed, today = closed_on(commission), clock.today()
    if closed is None:
        return None
    for one in follow_ups(closed):
        if one.due_on - ASKED_BEFORE <= today <= one.last_day:
            measured = [
                any(reading.follow_up == one.number for reading in objective.measurements)
                for objective in commission.objectives
            ]
            return None if all(measured) else one
    return None


def takes_follow_up(commission: Commission) -> bool:
    return follow_up_of(commission, clock.today()) is not None
