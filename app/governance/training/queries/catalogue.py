"""Courses and sessions, as pages read them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sqlalchemy import Select, func, select
from sqlalchemy.orm import joinedload, selectinload

from app.core import clock
from app.core.paging import Page, PageAsked, paginate
from app.extensions import db
from app.governance.training.facts import BookingStatus, CourseStatus, SessionStatus
from app.governance.training.models import TrainingBooking, TrainingCourse, TrainingSession

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from datetime import datetime

OFFERED = (SessionStatus.OPEN, SessionStatus.HELD, SessionStatus.CANCELLED)


def course_by_code(code: str) -> TrainingCourse | None:
    query = _courses().where(func.upper(TrainingCourse.code) == code.upper())
    return db.session.scalar(query)


def session_by_reference(reference: str) -> TrainingSession | None:
    return db.session.scalar(_sessions().where(TrainingSession.reference == reference))


def _courses() -> Select[TrainingCourse]:
    sessions = selectinload(TrainingCourse.sessions)
    return select(TrainingCourse).options(
        sessions.selectinload(TrainingSession.parts),
        sessions.selectinload(TrainingSession.bookings),
    )


def _sessions() -> Select[TrainingSession]:
    return select(TrainingSession).options(
        joinedload(TrainingSession.course),
        selectinload(TrainingSession.parts),
        selectinload(TrainingSession.bookings),
    )


def courses_by_code(codes: Sequence[str]) -> Sequence[TrainingCourse]:
    query = select(TrainingCourse).where(TrainingCourse.code.in_(codes))
    return db.session.scalars(query.order_by(TrainingCourse.title, TrainingCourse.id)).all()


def courses_by_id(ids: Sequence[int]) -> Mapping[int, TrainingCourse]:
    """Return the courses of the catalogue among `ids`, with their sessions."""
    query = _courses().where(
        TrainingCourse.id.in_(ids), TrainingCourse.status == CourseStatus.PUBLISHED
    )
    return {course.id: course for course in db.session.scalars(query)}


def courses_by_title() -> Sequence[TrainingCourse]:
    """Return the whole catalogue, for when the search does not answer."""
    query = (
        _courses()
        .where(TrainingCourse.status == CourseStatus.PUBLISHED)
        .order_by(TrainingCourse.title, TrainingCourse.id)
    )
    return db.session.scalars(query).all()


def page_of_courses(authorities: Sequence[str], page: PageAsked) -> Page[TrainingCourse]:
    """Return the courses that these authorities keep, by code."""
    query = (
        _courses()
        .where(TrainingCourse.authority_code.in_(authorities))
        .order_by(TrainingCourse.code, TrainingCourse.id)
    )
    return paginate(db.session, query, page)


def page_of_sessions(
    authorities: Sequence[str], page: PageAsked, *, past: bool
) -> Page[TrainingSession]:
    """Return the sessions to come, the next first, or those that were, the latest first."""
    now, starts = clock.now(), TrainingSession.starts_at
    query = (
        _sessions()
        .join(TrainingSession.course)
        .where(
            TrainingCourse.authority_code.in_(authorities),
            starts <= now if past else starts > now,
        )
        .order_by(starts.desc() if past else starts, TrainingSession.id)
    )
    return paginate(db.session, query, page)


def sessions_between(start: datetime, end: datetime) -> Sequence[TrainingSession]:
    """Return what the calendar shows of a month: sessions that are or were open, by their time."""
    query = (
        _sessions()
        .where(
            TrainingSession.starts_at < end,
            TrainingSession.ends_at >= start,
            TrainingSession.status.in_(OFFERED),
        )
        .order_by(TrainingSession.starts_at, TrainingSession.id)
    )
    return db.session.scalars(query).all()


def sessions_below_minimum() -> Sequence[TrainingSession]:
    """Return open sessions whose bookings have closed with too few, the next first."""
    taken = (
        select(func.count())
        .where(
            TrainingBooking.session_id == TrainingSession.id,
            TrainingBooking.status == BookingStatus.BOOKED,
        )
        .scalar_subquery()
    )
    query = (
        _sessions()
        .where(
            TrainingSession.status == SessionStatus.OPEN,
            TrainingSession.starts_at > clock.now(),
            TrainingSession.closes_on < clock.today(),
            taken < TrainingSession.minimum,
        )
        .order_by(TrainingSession.starts_at, TrainingSession.id)
    )
    return db.session.scalars(query).all()


def sessions_to_mark(authorities: Sequence[str]) -> Sequence[TrainingSession]:
    """Return sessions that are over and of which nobody has said who came, the oldest first."""
    query = (
        _sessions()
        .join(TrainingSession.course)
        .where(
            TrainingCourse.authority_code.in_(authorities),
            TrainingSession.status == SessionStatus.OPEN,
            TrainingSession.ends_at < clock.now(),
        )
        .order_by(TrainingSession.starts_at, TrainingSession.id)
    )
    return db.session.scalars(query).all()
