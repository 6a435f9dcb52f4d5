"""Who reads and writes what of delivery. Pure rules, as in permissions.

Evaluations: each side is blind to the other until both are in.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.commissions import permissions as who
from app.commissions.facts import Side

if TYPE_CHECKING:
    from app.accounts.models import Person
    from app.commissions.models import Commission, Evaluation, Objective, VisitNote


def can_see_note(person: Person, note: VisitNote) -> bool:
    return who.can_see_delivery(person, note.commission)


def can_answer_note(person: Person, note: VisitNote) -> bool:
    return who.can_acknowledge(person, note.commission)


def can_see_readings(person: Person, objective: Objective) -> bool:
    return who.can_see_delivery(person, objective.commission)


def can_add_reading(person: Person, objective: Objective) -> bool:
    return who.can_record_measurement(person, objective.commission)


def side_of(person: Person, commission: Commission) -> Side | None:
    """Return the side for which this person may evaluate; nobody evaluates for two."""
    if who.can_acknowledge(person, commission):
        return Side.SCHOOL
    if who.can_deliver(person, commission):
        return Side.PROVIDER
    return None


def reads_side(person: Person, commission: Commission) -> Side | None:
    """Return the side whose unread answers are this person's own; a chair reads the school's."""
    if who.is_on_both_sides(person, commission):
        return None
    if who.reads_for_school(person, commission):
        return Side.SCHOOL
    return Side.PROVIDER if who.leads_provider(person, commission) else None


def sides_in(commission: Commission) -> frozenset[Side]:
    """Return the sides that have handed in and were not asked for more since."""
    return frozenset(e.side for e in commission.evaluations if e.submitted_at is not None)


def both_in(commission: Commission) -> bool:
    return sides_in(commission) == frozenset(Side)


def visible_evaluations(person: Person, commission: Commission) -> list[Evaluation]:
    """Return what this person may read now, the school's first.

    Both sides read both once both are in, and until then only their own, also while it waits to
    be completed. Officers and quality leads, who are on no side, read what is in.
    """
    if not who.can_see_delivery(person, commission):
        return []
    if both_in(commission):
        seen = list(commission.evaluations)
    elif who.is_party(person, commission):
        own = reads_side(person, commission)
        seen = [e for e in commission.evaluations if e.side is own]
    else:
        seen = [e for e in commission.evaluations if e.submitted_at is not None]
    return sorted(seen, key=lambda evaluation: evaluation.side is not Side.SCHOOL)
