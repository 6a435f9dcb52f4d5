"""The three kinds of entries that can be struck out, and what holds for each."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any, TypeAlias

from app.accounts.models import Person
from app.commissions.models import Commission, Measurement, Objective, VisitNote
from app.commissions.statuses import CommissionStatus
from app.commissions.strikes import permissions as who
from app.commissions.strikes.queries import report_accepted_at
from app.commissions.strikes.requirements import (
    follow_up_relied_on,
    note_fits,
    note_relied_on,
    objective_agreed,
    objective_fits,
    reading_relied_on,
)

Entry: TypeAlias = Measurement | VisitNote | Objective


@dataclass(frozen=True)
class Kind:
    """`too_late` says what was built on the entry, `no_room` why it cannot come back as it is.

    The rules take an entry of the kind's own class, which a mapping by class cannot say.
    """

    name: str
    may: Callable[[Person, Any], bool]
    too_late: Callable[[Any], list[str]]
    no_room: Callable[[Any], list[str]]
    asks_reason: bool = True


def readings_too_late(commission: Commission) -> Callable[[Measurement], list[str]]:
    """Return the rule for all readings of a commission, which asks the trail once."""
    after_the_end = commission.status is CommissionStatus.CLOSED
    accepted_at = report_accepted_at(commission) if after_the_end else None

    def too_late(reading: Measurement) -> list[str]:
        if reading.follow_up is None:
            return reading_relied_on(reading)
        return follow_up_relied_on(reading, accepted_at=accepted_at)

    return too_late


def _reading_relied_on(reading: Measurement) -> list[str]:
    return readings_too_late(reading.objective.commission)(reading)


def _always_fits(_entry: Entry) -> list[str]:
    return []


KINDS: Mapping[type[Entry], Kind] = {
    Measurement: Kind("reading", who.can_strike_reading, _reading_relied_on, _always_fits),
    VisitNote: Kind("note", who.can_strike_note, note_relied_on, note_fits),
    # both sides still write it together, so nobody needs to be told why
    Objective: Kind(
        "objective", who.can_strike_objective, objective_agreed, objective_fits, asks_reason=False
    ),
}


def kind_of(entry: Entry) -> Kind:
    return KINDS[type(entry)]


def commission_of(entry: Entry) -> Commission:
    return entry.objective.commission if isinstance(entry, Measurement) else entry.commission
