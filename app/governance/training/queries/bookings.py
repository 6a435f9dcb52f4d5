"""Bookings, as pages, calendars and reminders read them."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from sqlalchemy import Select, and_, or_, select
from sqlalchemy.orm import contains_eager, joinedload

from app.accounts.models import Person
from app.core import clock
from app.core.paging import Page, PageAsked, paginate
from app.extensions import db
from app.governance.training.facts import (
    CAME,
    LIVE,
    REMINDED_BEFORE,
    BookingStatus,
    SessionStatus,
)
from app.governance.training.models import (
    TrainingBooking,
    TrainingFeedback,
    TrainingSession,
)
from app.governance.training.permissions import SPEAK

if TYPE_CHECKING:
    from collections.abc import Sequence

# how far back a calendar goes
CALENDAR_DAYS = 400


def _bookings() -> Select[TrainingBooking]:
    return (
        select(TrainingBooking)
        .join(TrainingBooking.session)
        .options(
            contains_eager(TrainingBooking.session).joinedload(TrainingSession.course),
            contains_eager(TrainingBooking.session).selectinload(TrainingSession.parts),
            joinedload(TrainingBooking.person),
            joinedload(TrainingBooking.school),
            joinedload(TrainingBooking.feedback),
        )
    )


def booking_by_reference(reference: str) -> TrainingBooking | None:
    return db.session.scalar(_bookings().where(TrainingBooking.reference == reference))


def live_booking_of(session: TrainingSession, person: Person) -> TrainingBooking | None:
    query = select(TrainingBooking).where(
        TrainingBooking.session_id == session.id,
        TrainingBooking.person_id == person.id,
        TrainingBooking.status.in_(LIVE),
    )
    return db.session.scalar(query)


def bookings_of_session(session: TrainingSession, page: PageAsked) -> Page[TrainingBooking]:
    """Return who is booked, then who waits in their order, then the rest."""
    is_booked = TrainingBooking.status == BookingStatus.BOOKED
    is_live = TrainingBooking.status.in_(LIVE)
    query = (
        _bookings()
        .where(TrainingBooking.session_id == session.id)
        .order_by(is_booked.desc(), is_live.desc(), TrainingBooking.queued_at, TrainingBooking.id)
    )
    return paginate(db.session, query, page)


def bookings_to_come(person: Person) -> Sequence[TrainingBooking]:
    """Return what the person is to attend or waits for, the next first."""
    query = (
        _bookings()
        .where(
            TrainingBooking.person_id == person.id,
            TrainingBooking.status.in_(LIVE),
            TrainingSession.ends_at > clock.now(),
        )
        .order_by(TrainingSession.starts_at, TrainingBooking.id)
    )
    return db.session.scalars(query).all()


def record_of(person: Person, page: PageAsked) -> Page[TrainingBooking]:
    """Return what became of the person's bookings, the latest session first."""
    query = (
        _bookings()
        .where(TrainingBooking.person_id == person.id, TrainingSession.ends_at <= clock.now())
        .order_by(TrainingSession.starts_at.desc(), TrainingBooking.id)
    )
    return paginate(db.session, query, page)


def page_of_board(urn: int, page: PageAsked) -> Page[TrainingBooking]:
    """Return all bookings of a board, the latest session first."""
    query = (
        _bookings()
        .where(TrainingBooking.school_urn == urn)
        .order_by(TrainingSession.starts_at.desc(), TrainingBooking.id)
    )
    return paginate(db.session, query, page)


def bookings_to_agree(person: Person) -> Sequence[TrainingBooking]:
    """Return what the boards that the person speaks for have to agree to, the next first."""
    query = (
        _bookings()
        .where(
            TrainingBooking.school_urn.in_(person.schools_as(SPEAK)),
            TrainingBooking.status == BookingStatus.ASKED,
            TrainingSession.status == SessionStatus.OPEN,
            TrainingSession.starts_at > clock.now(),
        )
        .order_by(TrainingSession.starts_at, TrainingBooking.id)
    )
    return db.session.scalars(query).all()


def bookings_without_feedback(person: Person) -> Sequence[TrainingBooking]:
    """Return what the person attended and has not spoken of yet, the oldest first."""
    query = (
        _bookings()
        .outerjoin(TrainingFeedback, TrainingFeedback.booking_id == TrainingBooking.id)
        .where(
            TrainingBooking.person_id == person.id,
            TrainingBooking.attendance.in_(CAME),
            TrainingFeedback.id.is_(None),
            TrainingSession.ends_at > clock.now() - timedelta(days=90),
        )
        .order_by(TrainingSession.starts_at, TrainingBooking.id)
    )
    return db.session.scalars(query).all()


def bookings_to_remind_of() -> Sequence[TrainingBooking]:
    query = (
        _bookings()
        .where(
            TrainingBooking.status == BookingStatus.BOOKED,
            TrainingSession.status == SessionStatus.OPEN,
            TrainingSession.starts_at > clock.now(),
            TrainingSession.starts_at <= clock.now() + REMINDED_BEFORE,
        )
        .order_by(TrainingSession.starts_at, TrainingBooking.id)
    )
    return db.session.scalars(query).all()


def bookings_in_calendar_of(person: Person) -> Sequence[TrainingBooking]:
    """Return what was booked; also what is off now, so that calendars show that it is."""
    once_booked = TrainingBooking.agreed_by_id.is_not(None) | ~TrainingBooking.needs_agreement
    shown = or_(
        TrainingBooking.status == BookingStatus.BOOKED,
        and_(
            TrainingBooking.status.in_(
                (BookingStatus.CANCELLED, BookingStatus.SUBSTITUTED, BookingStatus.LAPSED)
            ),
            once_booked,
        ),
    )
    query = (
        _bookings()
        .where(
            TrainingBooking.person_id == person.id,
            TrainingSession.ends_at > clock.now() - timedelta(days=CALENDAR_DAYS),
            shown,
        )
        .order_by(TrainingSession.starts_at, TrainingBooking.id)
    )
    return db.session.scalars(query).all()


def feedback_of(session: TrainingSession) -> Sequence[TrainingFeedback]:
    query = (
        select(TrainingFeedback)
        .join(TrainingFeedback.booking)
        .where(TrainingBooking.session_id == session.id)
        .order_by(TrainingFeedback.id)
    )
    return db.session.scalars(query).all()
