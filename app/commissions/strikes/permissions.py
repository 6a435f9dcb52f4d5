"""Who strikes out an entry and restores it: whoever may make one like it. Pure rules."""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.commissions import permissions as who
from app.commissions.part_permissions import can_see_part, can_write_part

if TYPE_CHECKING:
    from app.accounts.models import Person
    from app.commissions.models import Measurement, Objective, VisitNote


def can_see_reading(person: Person, reading: Measurement) -> bool:
    return who.can_see_delivery(person, reading.objective.commission)


def can_strike_reading(person: Person, reading: Measurement) -> bool:
    """The provider any, the school only what it recorded itself."""
    commission = reading.objective.commission
    own = who.speaks_for_school(reading.recorded_by, commission)
    return who.can_deliver(person, commission) or (own and who.can_acknowledge(person, commission))


def can_see_note(person: Person, note: VisitNote) -> bool:
    return who.can_see_delivery(person, note.commission)


def can_strike_note(person: Person, note: VisitNote) -> bool:
    return who.can_deliver(person, note.commission)


def can_see_objective(person: Person, objective: Objective) -> bool:
    return can_see_part(person, objective)


def can_strike_objective(person: Person, objective: Objective) -> bool:
    return can_write_part(person, objective)
