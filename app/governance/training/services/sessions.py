"""Planning a session, opening it, changing and cancelling it, who came, and what they say."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import TYPE_CHECKING

from app.core import clock
from app.core.errors import NotAllowed, NotOpen, NotReady
from app.extensions import db
from app.governance.training import telling
from app.governance.training.facts import (
    LIVE,
    MOST_PLACES,
    Attendance,
    BookingAct,
    BookingStatus,
    Rating,
    SessionAct,
    SessionStatus,
)
from app.governance.training.lifecycle import BOOKING_LIFECYCLE, SESSION_LIFECYCLE
from app.governance.training.models import TrainingFeedback, TrainingPart, TrainingSession
from app.governance.training.permissions import came, can_give_feedback, can_mark
from app.governance.training.services.booking import hold, move_up
from app.governance.training.services.catalogue import changed
from app.governance.training.terms import working_days_before
from app.web.filters import counted

if TYPE_CHECKING:
    from app.accounts.models import Person
    from app.governance.training.models import TrainingBooking, TrainingCourse

OPEN_TO_CHANGE = frozenset({SessionStatus.PLANNED, SessionStatus.OPEN})


@dataclass(frozen=True)
class Span:
    """A part of a session."""

    starts_at: datetime
    ends_at: datetime


@dataclass(frozen=True)
class SessionFacts:
    """`closes_on` is None where the course's own rule holds."""

    parts: Sequence[Span]
    place: str
    trainer: str
    capacity: int
    minimum: int
    closes_on: date | None = None

    def faults(self, taken: int = 0) -> dict[str, str]:
        """Return what is wrong, by the question that can mend it."""
        faults = {}
        if not self.parts:
            return {"day": "Enter the day of the session."}
        if any(part.ends_at <= part.starts_at for part in self.parts):
            faults["until"] = "Enter an end after the start."
        pairs = zip(self.parts, self.parts[1:], strict=False)
        if any(second.starts_at < first.ends_at for first, second in pairs):
            faults["more"] = "Put the further parts in their order, each after the one before."
        if self.parts[0].starts_at <= clock.now():
            faults["day"] = "Enter a time that is still to come."
        if not 1 <= self.capacity <= MOST_PLACES:
            faults["capacity"] = f"Enter the places, from 1 to {MOST_PLACES}."
        elif self.capacity < taken:
            people = counted(taken, "person has", "people have")
            faults["capacity"] = f"Enter {taken} or more: {people} a place."
        if self.minimum > self.capacity:
            faults["minimum"] = "Enter a minimum that is not above the places."
        day = clock.in_london(self.parts[0].starts_at).date()
        if self.closes_on is not None and self.closes_on > day:
            faults["closes_on"] = "Enter a last day for bookings that is not after the session."
        return faults


def plan(*, course: TrainingCourse, facts: SessionFacts) -> TrainingSession:
    if faults := facts.faults():
        raise NotReady(list(faults.values()))
    session = TrainingSession()
    _write(session, course, facts)
    session.course = course
    db.session.add(session)
    db.session.flush()
    return session


def change(*, session: TrainingSession, by: Person, facts: SessionFacts) -> None:
    """Change it; whoever has a place learns of a new time or place, and more places fill."""
    hold(session)
    if session.status not in OPEN_TO_CHANGE:
        message = "This session can no longer be changed."
        raise NotOpen(message)
    if faults := facts.faults(session.taken):
        raise NotReady(list(faults.values()))
    before = (session.starts_at, session.ends_at, session.place)
    _write(session, session.course, facts)
    changed(session.course)
    if before != (session.starts_at, session.ends_at, session.place):
        for booking in _live(session):
            # nobody is charged for a day that they did not choose
            booking.free_until = max(booking.free_until, session.free_until)
            telling.tell_changed(booking)
    db.session.flush()
    move_up(session, by)


def _write(session: TrainingSession, course: TrainingCourse, facts: SessionFacts) -> None:
    first, last = facts.parts[0], facts.parts[-1]
    day = clock.in_london(first.starts_at).date()
    session.starts_at, session.ends_at = first.starts_at, last.ends_at
    session.place, session.trainer = facts.place.strip(), facts.trainer.strip()
    session.capacity, session.minimum = facts.capacity, facts.minimum
    session.closes_on = facts.closes_on or working_days_before(day, course.closes_days)
    session.free_until = working_days_before(day, course.free_days)
    spans = [(part.starts_at, part.ends_at) for part in facts.parts]
    if spans != [(part.starts_at, part.ends_at) for part in session.parts]:
        session.parts = [TrainingPart(starts_at=start, ends_at=end) for start, end in spans]


def open_for_booking(*, session: TrainingSession, by: Person) -> None:
    hold(session)
    SESSION_LIFECYCLE.move(session, SessionAct.OPEN, by=by)
    changed(session.course)


def cancel(*, session: TrainingSession, by: Person, reason: str) -> None:
    """Cancel it: every booking lapses without charge, and everybody is told."""
    hold(session)
    SESSION_LIFECYCLE.check(session, SessionAct.CANCEL, by=by)
    if not reason.strip():
        raise NotReady(["Say why it is cancelled. Everybody who booked reads it."])
    session.reason = reason.strip()
    for booking in _live(session):
        booking.charge_pence, booking.ended_by = 0, by
        BOOKING_LIFECYCLE.move(booking, BookingAct.LAPSE, by=by)
        telling.tell_lapsed(booking)
    SESSION_LIFECYCLE.move(session, SessionAct.CANCEL, by=by)
    changed(session.course)


def mark(*, session: TrainingSession, by: Person, marks: Mapping[int, Attendance]) -> None:
    """Say who came, by the booking's number; once all is said the session counts as held."""
    hold(session)
    if session.status not in {SessionStatus.OPEN, SessionStatus.HELD}:
        message = "Nobody can be marked for this session."
        raise NotOpen(message)
    if session.starts_at > clock.now():
        raise NotReady(["Wait until the session has begun."])
    for booking in session.bookings:
        found = marks.get(booking.id)
        if found is None or booking.status is not BookingStatus.BOOKED:
            continue
        if not can_mark(by, booking):
            message = "Another officer must say who came of your own board."
            raise NotAllowed(message)
        booking.attendance, booking.marked_by_id = found, by.id
        booking.marked_at = clock.now()
        if came(booking):
            telling.tell_to_give_feedback(booking)
    db.session.flush()
    if SESSION_LIFECYCLE.missing(by, session, SessionAct.HOLD):
        return
    if session.status is SessionStatus.OPEN:
        _close(session, by)


def _close(session: TrainingSession, by: Person) -> None:
    for booking in _live(session):
        if booking.status is not BookingStatus.BOOKED:
            BOOKING_LIFECYCLE.move(booking, BookingAct.LEAVE_OUT, by=by)
    SESSION_LIFECYCLE.move(session, SessionAct.HOLD, by=by)
    changed(session.course)


def give_feedback(
    *, booking: TrainingBooking, by: Person, useful: Rating, led: Rating, words: str = ""
) -> TrainingFeedback:
    hold(booking.session)
    if not can_give_feedback(by, booking):
        message = "Whoever was there says how it was."
        raise NotAllowed(message)
    if booking.feedback is not None:
        message = "You have said how it was already."
        raise NotOpen(message)
    feedback = TrainingFeedback(booking=booking, useful=useful, led=led, words=words.strip())
    db.session.add(feedback)
    db.session.flush()
    return feedback


def _live(session: TrainingSession) -> list[TrainingBooking]:
    return [booking for booking in session.bookings if booking.status in LIVE]
