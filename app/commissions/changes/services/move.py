"""The school closed: its successor takes the support over."""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.commissions.approval_permissions import follows_up
from app.commissions.changes.queries import successors_of
from app.commissions.changes.telling import tell_taken_over
from app.commissions.models import SchoolMove
from app.commissions.queries.sides import people_of_side
from app.commissions.services.agree import hold
from app.commissions.services.sides import BOTH_SIDES, refuse_own_staff
from app.commissions.statuses import ENDED_COMMISSIONS
from app.commissions.suitability import on_both_sides
from app.core import clock
from app.core.audit_label import label_change
from app.core.errors import DomainError, NotAllowed, NotOpen
from app.extensions import db

if TYPE_CHECKING:
    from app.accounts.models import Person
    from app.commissions.models import Commission
    from app.schools.models import School


def check_may_move(*, commission: Commission, by: Person) -> list[School]:
    """Return the successors to choose from, or raise what stands in the way."""
    if not follows_up(by, commission):
        message = "Only an officer records who takes over."
        raise NotAllowed(message)
    if commission.status in ENDED_COMMISSIONS or not commission.school.is_closed:
        message = "The school of this support is open, or the support has ended."
        raise NotOpen(message)
    successors = successors_of(commission.school)
    if not successors:
        message = "The register names no successor of this school yet."
        raise NotOpen(message)
    return successors


def move_to_successor(*, commission: Commission, by: Person, urn: int) -> SchoolMove:
    """Give the support and its request to the successor; versions keep the school they name."""
    hold(commission)
    successors = check_may_move(commission=commission, by=by)
    school = next((one for one in successors if one.urn == urn), None)
    if school is None:
        message = "Choose a successor that the register names."
        raise NotOpen(message)
    refuse_own_staff(commission.provider, school.urn)
    people = people_of_side(commission, school.urn)
    if on_both_sides(people, school.urn, commission.provider):
        raise DomainError(BOTH_SIDES)
    move = SchoolMove(
        commission=commission,
        from_school=commission.school,
        to_school=school,
        moved_on=clock.today(),
        moved_by=by,
    )
    db.session.add(move)
    if commission.request.school_urn == commission.school_urn:
        commission.request.school_urn = school.urn
    label_change(commission, "move_school")
    commission.school = school
    db.session.flush()
    db.session.expire(commission.request, ["school"])
    tell_taken_over(commission, move)
    return move
