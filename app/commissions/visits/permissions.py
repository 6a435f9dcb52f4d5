"""Who sees a booked visit, who books and cancels it, who writes it up. Pure rules."""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.commissions import permissions as who
from app.commissions.changes.permissions import can_end_early

if TYPE_CHECKING:
    from app.accounts.models import Person
    from app.commissions.models import Commission, Visit


def can_see_visit(person: Person, visit: Visit) -> bool:
    return who.can_see_delivery(person, visit.commission)


def can_book(person: Person, commission: Commission) -> bool:
    """Either side makes the appointment; nobody makes one with themselves."""
    return who.can_deliver(person, commission) or who.can_acknowledge(person, commission)


def can_change_visit(person: Person, visit: Visit) -> bool:
    return can_book(person, visit.commission)


def ends_or_pauses(person: Person, visit: Visit) -> bool:
    return can_end_early(person, visit.commission)


def can_write_up(person: Person, visit: Visit) -> bool:
    return who.can_deliver(person, visit.commission)


def keeps_calendar(person: Person, commission: Commission) -> bool:
    """Both sides and the broker have its visits in their own calendar, not every officer."""
    return who.can_see_delivery(person, commission) and (
        who.reads_for_school(person, commission)
        or who.leads_provider(person, commission)
        or person.id == commission.broker_id
    )
