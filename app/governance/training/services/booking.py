"""Booking, agreeing, waiting and moving up, substitutes, cancelling. One session at a time."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sqlalchemy import select

from app.core import clock
from app.core.errors import NotAllowed, NotReady
from app.extensions import db
from app.governance.training import telling
from app.governance.training.facts import BookingAct, BookingStatus, SessionStatus
from app.governance.training.lifecycle import BOOKING_LIFECYCLE
from app.governance.training.models import TrainingBooking, TrainingSession
from app.governance.training.permissions import BOARD, speaks_for
from app.governance.training.queries.boards import must_agree, subscribes
from app.governance.training.queries.bookings import live_booking_of
from app.governance.training.requirements import takes_bookings
from app.governance.training.terms import charge_of

if TYPE_CHECKING:
    from app.accounts.models import Person
    from app.schools.models import School


def hold(session: TrainingSession) -> None:
    """Lock it until the transaction ends: its last place is given once."""
    db.session.flush()
    locked = select(TrainingSession.id).filter_by(id=session.id).with_for_update()
    db.session.execute(locked)
    db.session.expire_all()


def book(
    *, session: TrainingSession, person: Person, school: School, by: Person, needs: str = ""
) -> TrainingBooking:
    """Take a place, or wait for one; where the board wants to agree, ask it first."""
    hold(session)
    if reasons := takes_bookings(session):
        raise NotReady(reasons)
    _check_board(person, school, by)
    _check_has_none(session, person)
    free_to_go = speaks_for(by, school.urn) or not must_agree(school.urn)
    booking = TrainingBooking(
        session=session,
        person=person,
        school=school,
        booked_by=by,
        needs_agreement=not free_to_go,
        price_pence=price_for(session, school.urn),
        free_until=session.free_until,
        needs=needs.strip(),
    )
    db.session.add(booking)
    db.session.flush()
    if free_to_go:
        _place_or_queue(booking, by)
    else:
        telling.tell_asked(booking)
    return booking


def price_for(session: TrainingSession, urn: int) -> int:
    """Return the price in pence: what counts is whether the board subscribes on the day."""
    course = session.course
    return course.subscriber_pence if subscribes(urn, session.day) else course.other_pence


def agree(*, booking: TrainingBooking, by: Person) -> None:
    """Agree for the board: the person gets a place, or waits as of when they asked."""
    hold(booking.session)
    BOOKING_LIFECYCLE.permit(booking, BookingAct.PLACE, by=by)
    booking.agreed_by = by
    _place_or_queue(booking, by)


def decline(*, booking: TrainingBooking, by: Person, reason: str) -> None:
    hold(booking.session)
    BOOKING_LIFECYCLE.check(booking, BookingAct.DECLINE, by=by)
    if not reason.strip():
        raise NotReady(["Say why the board does not agree."])
    booking.reason, booking.ended_by = reason.strip(), by
    BOOKING_LIFECYCLE.move(booking, BookingAct.DECLINE, by=by)
    db.session.flush()
    telling.tell_declined(booking, by)


def cancel(*, booking: TrainingBooking, by: Person, reason: str = "") -> None:
    """Give the place back; whoever waited longest has it in the same transaction."""
    hold(booking.session)
    BOOKING_LIFECYCLE.check(booking, BookingAct.CANCEL, by=by)
    booking.charge_pence = charge_of(booking, clock.today())
    booking.reason, booking.ended_by = reason.strip(), by
    BOOKING_LIFECYCLE.move(booking, BookingAct.CANCEL, by=by)
    db.session.flush()
    telling.tell_cancelled(booking, by)
    move_up(booking.session, by)


def substitute(*, booking: TrainingBooking, person: Person, by: Person) -> TrainingBooking:
    """Give the place to another member of the same board, at the same price and terms."""
    session = booking.session
    hold(session)
    BOOKING_LIFECYCLE.check(booking, BookingAct.SUBSTITUTE, by=by)
    _check_on_board(person, booking.school)
    _check_has_none(session, person)
    booking.ended_by, booking.charge_pence = by, 0
    BOOKING_LIFECYCLE.move(booking, BookingAct.SUBSTITUTE, by=by)
    db.session.flush()
    new = TrainingBooking(
        session=session,
        person=person,
        school=booking.school,
        booked_by=booking.booked_by,
        agreed_by=booking.agreed_by,
        price_pence=booking.price_pence,
        free_until=booking.free_until,
        replaces=booking,
    )
    db.session.add(new)
    db.session.flush()
    # the board had its say about the place; now it only changes hands
    BOOKING_LIFECYCLE.move(new, BookingAct.QUEUE, by=person)
    BOOKING_LIFECYCLE.move(new, BookingAct.MOVE_UP, by=by)
    db.session.flush()
    telling.tell_substituted(booking, new, by)
    return new


def move_up(session: TrainingSession, by: Person) -> None:
    """Give free places to those who wait, in their order; only under `hold`."""
    if session.status is not SessionStatus.OPEN or session.starts_at <= clock.now():
        return
    for booking in session.waiting[: session.free]:
        BOOKING_LIFECYCLE.move(booking, BookingAct.MOVE_UP, by=by)
        db.session.flush()
        telling.tell_placed(booking, None, moved_up=True)


def _place_or_queue(booking: TrainingBooking, by: Person) -> None:
    session = booking.session
    # nobody passes those who wait already
    ahead = [b for b in session.waiting if b.queued_at <= booking.queued_at]
    if session.free > len(ahead):
        BOOKING_LIFECYCLE.move(booking, BookingAct.PLACE, by=by)
        db.session.flush()
        telling.tell_placed(booking, by)
    else:
        BOOKING_LIFECYCLE.move(booking, BookingAct.QUEUE, by=by)
        db.session.flush()
        telling.tell_waiting(booking, by)


def _check_board(person: Person, school: School, by: Person) -> None:
    _check_on_board(person, school)
    if by.id != person.id and not speaks_for(by, school.urn):
        message = "The chair or the clerk books for others of the board."
        raise NotAllowed(message)


def _check_on_board(person: Person, school: School) -> None:
    if not person.holds(*BOARD, school=school.urn):
        raise NotReady([f"{person.name} is not on the board of {school.name}."])


def _check_has_none(session: TrainingSession, person: Person) -> None:
    known = live_booking_of(session, person)
    if known is None:
        return
    has = "has a place" if known.status is BookingStatus.BOOKED else "waits for a place"
    raise NotReady([f"{person.name} {has} already."])
