"""Booking a visit, moving and cancelling it, and what became of it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Unpack

from sqlalchemy import select

from app.commissions.delivery_answers import VisitFacts
from app.commissions.models import Visit
from app.commissions.plans.requirements import plan_agreed
from app.commissions.services import deliver
from app.commissions.services.agree import hold
from app.commissions.services.days import hold_days
from app.commissions.services.respond import given_reason
from app.commissions.visits import telling
from app.commissions.visits.clashes import clash_of
from app.commissions.visits.facts import VisitAction
from app.commissions.visits.lifecycle import VISIT_LIFECYCLE
from app.commissions.visits.permissions import can_book
from app.commissions.visits.queries import booked_around
from app.core.errors import NotAllowed, NotReady
from app.extensions import db
from app.schools.models import School
from app.web.filters import date_words

if TYPE_CHECKING:
    from app.accounts.models import Person
    from app.commissions.facts import Side
    from app.commissions.models import Commission, VisitNote
    from app.commissions.visits.answers import Booking


def book(*, commission: Commission, by: Person, booking: Booking, insist: bool = False) -> Visit:
    """Make an appointment; raise Clash where somebody is booked already."""
    _hold(commission)
    check_may_book(commission=commission, by=by)
    visit = _booked(commission, by, booking, insist=insist)
    telling.tell_booked(visit, by)
    return visit


def check_may_book(*, commission: Commission, by: Person) -> None:
    """Raise what keeps this person from booking a visit now."""
    deliver.check_under_way(commission)
    if not can_book(by, commission):
        message = "Only the school and the provider book visits."
        raise NotAllowed(message)
    if missing := plan_agreed(commission):
        raise NotReady(missing)


def move(*, visit: Visit, by: Person, booking: Booking, reason: str, insist: bool = False) -> Visit:
    """Cancel it for another time; the new booking says which one it replaces."""
    commission = visit.commission
    _hold(commission)
    check_may_book(commission=commission, by=by)
    visit.reason = given_reason(reason, "Say why it is moved.")
    visit.ended_by = by
    VISIT_LIFECYCLE.move(visit, VisitAction.MOVE, by=by)
    db.session.flush()
    new = _booked(commission, by, booking, insist=insist, replaces=visit)
    telling.tell_booked(new, by)
    return new


def cancel(*, visit: Visit, by: Person, side: Side, reason: str) -> None:
    _end(visit, by, side, reason, VisitAction.CANCEL)
    telling.tell_cancelled(visit, by)


def record_missed(*, visit: Visit, by: Person, side: Side, reason: str) -> None:
    _end(visit, by, side, reason, VisitAction.MISS)
    telling.tell_missed(visit, by)


def write_up(*, visit: Visit, by: Person, **facts: Unpack[VisitFacts]) -> VisitNote:
    """Write the note of a booked visit: it was held."""
    hold(visit.commission)
    VISIT_LIFECYCLE.check(visit, VisitAction.HOLD, by=by)
    if facts["held_on"] != visit.day:
        raise NotReady([other_day(visit)])
    VISIT_LIFECYCLE.move(visit, VisitAction.HOLD, by=by)
    return deliver.add_visit_note(commission=visit.commission, by=by, visit=visit, **facts)


def other_day(visit: Visit) -> str:
    return f"This note is of the visit booked for {date_words(visit.day)}: enter that day."


def _end(visit: Visit, by: Person, side: Side, reason: str, action: VisitAction) -> None:
    hold(visit.commission)
    VISIT_LIFECYCLE.permit(visit, action, by=by)
    visit.side, visit.ended_by = side, by
    visit.reason = given_reason(reason, "Say why, in a few words.")
    VISIT_LIFECYCLE.move(visit, action, by=by)
    db.session.flush()


def _booked(
    commission: Commission,
    by: Person,
    booking: Booking,
    *,
    insist: bool,
    replaces: Visit | None = None,
) -> Visit:
    if faults := booking.faults(commission):
        raise NotReady(list(faults.values()))
    slot = booking.slot
    clash = clash_of(commission, slot, booked_around(commission, slot.starts_at, slot.ends_at))
    if clash is not None and not (insist and clash.may_insist):
        raise clash
    visit = Visit(
        commission=commission,
        starts_at=slot.starts_at,
        minutes=booking.minutes,
        mode=booking.mode,
        place=booking.place.strip(),
        booked_by=by,
        replaces=replaces,
    )
    db.session.add(visit)
    db.session.flush()
    return visit


def _hold(commission: Commission) -> None:
    """Of two who book the same people at once, the second sees what the first booked."""
    hold(commission)
    hold_days(commission.provider)
    school = select(School.urn).where(School.urn == commission.school_urn)
    db.session.execute(school.with_for_update())
