"""The life of a booked visit: held, cancelled or missed. Only a note struck out leads back."""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.commissions.visits import permissions as who
from app.commissions.visits.facts import VisitAction, VisitStatus
from app.core import clock
from app.core.lifecycle import Lifecycle, Step

if TYPE_CHECKING:
    from collections.abc import Sequence

    from app.accounts.models import Person
    from app.commissions.models import Visit

S, A = VisitStatus, VisitAction


def has_begun(_person: Person, visit: Visit) -> Sequence[str]:
    return [] if visit.starts_at <= clock.now() else ["Wait until the visit has begun."]


def is_to_come(_person: Person, visit: Visit) -> Sequence[str]:
    if visit.starts_at > clock.now():
        return []
    return ["The visit has begun. Write its note, or record that it was missed."]


def note_is_struck(_person: Person, visit: Visit) -> Sequence[str]:
    return [] if visit.note is None else ["Strike out its note first."]


VISIT_LIFECYCLE: Lifecycle[VisitStatus, VisitAction, Visit, Person] = Lifecycle(
    {
        (S.BOOKED, A.HOLD): Step(S.HELD, who.can_write_up, has_begun),
        (S.BOOKED, A.MISS): Step(S.MISSED, who.can_change_visit, has_begun),
        (S.BOOKED, A.MOVE): Step(S.CANCELLED, who.can_change_visit, is_to_come),
        (S.BOOKED, A.CANCEL): Step(S.CANCELLED, who.can_change_visit, is_to_come),
        (S.HELD, A.REOPEN): Step(S.BOOKED, who.can_write_up, note_is_struck),
        (S.BOOKED, A.LAPSE): Step(S.CANCELLED, who.ends_or_pauses, is_to_come),
    }
)
