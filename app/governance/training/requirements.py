"""What must hold before a step, in words for the person who wants to take it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.core import clock
from app.governance.training.facts import BookingStatus, CourseStatus, SessionStatus
from app.web.filters import counted, date_words

if TYPE_CHECKING:
    from collections.abc import Sequence

    from app.accounts.models import Person
    from app.governance.training.models import TrainingBooking, TrainingCourse, TrainingSession


def is_to_come(_person: Person, session: TrainingSession) -> Sequence[str]:
    return [] if session.starts_at > clock.now() else ["The session has begun."]


def can_open(person: Person, session: TrainingSession) -> Sequence[str]:
    missing = list(is_to_come(person, session))
    if session.course.status is not CourseStatus.PUBLISHED:
        missing.append("Put the course into the catalogue first.")
    return missing


def all_marked(_person: Person, session: TrainingSession) -> Sequence[str]:
    if session.starts_at > clock.now():
        return ["Wait until the session has begun."]
    unmarked = sum(
        b.status is BookingStatus.BOOKED and b.attendance is None for b in session.bookings
    )
    return [f"Say of {counted(unmarked, 'more person', 'more people')} who came."] * bool(unmarked)


def takes_bookings(session: TrainingSession) -> Sequence[str]:
    """Return why nobody can book it now; nothing when it can be booked."""
    if session.status is not SessionStatus.OPEN:
        return ["This session takes no bookings."]
    if session.closes_on < clock.today() or session.starts_at <= clock.now():
        return [f"Bookings closed on {date_words(session.closes_on)}."]
    return []


def place_is_free(_person: Person, booking: TrainingBooking) -> Sequence[str]:
    session = booking.session
    if session.status is not SessionStatus.OPEN or session.starts_at <= clock.now():
        return ["This session takes no bookings any more."]
    return [] if session.free else ["All places are taken."]


def still_to_come(person: Person, booking: TrainingBooking) -> Sequence[str]:
    return is_to_come(person, booking.session)


def has_no_open_sessions(_person: Person, course: TrainingCourse) -> Sequence[str]:
    live = [s for s in course.sessions if s.status is SessionStatus.OPEN]
    return ["Cancel its open sessions, or wait until they are held."] if live else []
