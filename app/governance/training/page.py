"""What the pages of a course, a session and a booking show, decided for one reader."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from flask import url_for

from app.core import clock
from app.governance.strands import strands
from app.governance.training import permissions as who
from app.governance.training.facts import (
    ATTENDANCE_TONES,
    ATTENDANCE_WORDS,
    AUDIENCE_WORDS,
    BOOKING_TONES,
    BOOKING_WORDS,
    LEVEL_WORDS,
    MODE_WORDS,
    SESSION_TONES,
    SESSION_WORDS,
    Audience,
    BookingAct,
    BookingStatus,
    SessionAct,
    SessionStatus,
)
from app.governance.training.lifecycle import BOOKING_LIFECYCLE, SESSION_LIFECYCLE
from app.governance.training.queries.catalogue import courses_by_code
from app.governance.training.requirements import takes_bookings
from app.governance.training.terms import charge_words, price_words, terms_words
from app.web.fields.times import time_words
from app.web.filters import counted, date_words

if TYPE_CHECKING:
    from datetime import datetime

    from app.accounts.models import Person
    from app.governance.training.models import TrainingBooking, TrainingCourse, TrainingSession


@dataclass(frozen=True)
class Row:
    key: str
    value: str
    href: str | None = None
    action: str | None = None


@dataclass(frozen=True)
class Link:
    words: str
    href: str
    main: bool = False


@dataclass(frozen=True)
class SessionLine:
    """A session in a list."""

    when: str
    href: str
    course: str
    code: str
    place: str
    state: str
    tone: str


def to_come(course: TrainingCourse) -> list[TrainingSession]:
    """Return the open sessions to come, the next first."""
    now = clock.now()
    return [s for s in course.sessions if s.status is SessionStatus.OPEN and s.starts_at > now]


def next_session(course: TrainingCourse) -> TrainingSession | None:
    """Return the next session that can still be booked, else the next to come."""
    sessions = to_come(course)
    bookable = (session for session in sessions if not takes_bookings(session))
    return next(bookable, sessions[0] if sessions else None)


def next_words(course: TrainingCourse) -> str:
    session = next_session(course)
    if session is None:
        return "No date yet"
    others = len(to_come(course)) - 1
    more = f", and {counted(others, 'more date')}" if others else ""
    return f"{when_words(session)}, {session.place}{more}"


def when_words(session: TrainingSession) -> str:
    """Return "12 January 2027, 6:00pm to 8:00pm", with how many parts it has."""
    parts = session.parts
    if len(parts) > 1:
        last = date_words(clock.in_london(parts[-1].starts_at).date())
        return f"{span_words(parts[0].starts_at, parts[0].ends_at)}, {len(parts)} parts to {last}"
    return span_words(session.starts_at, session.ends_at)


def span_words(start: datetime, end: datetime) -> str:
    begins, ends = clock.in_london(start), clock.in_london(end)
    words = f"{date_words(begins.date())}, {time_words(begins.time())} to "
    if ends.date() != begins.date():
        words += f"{date_words(ends.date())}, "
    return words + time_words(ends.time())


def places_words(session: TrainingSession) -> str:
    if session.free:
        return f"{counted(session.free, 'place')} left"
    waiting = len(session.waiting)
    return f"Full, {waiting} waiting" if waiting else "Full"


def session_state(session: TrainingSession) -> tuple[str, str]:
    """Return what one reads of a session and its tone; that it is full follows from its places."""
    if session.status is not SessionStatus.OPEN:
        return SESSION_WORDS[session.status], SESSION_TONES[session.status]
    if session.starts_at <= clock.now():
        return "Begun", "neutral"
    if takes_bookings(session):
        return "Bookings closed", "neutral"
    return places_words(session), "active" if session.free else "warning"


def session_line(session: TrainingSession) -> SessionLine:
    state, tone = session_state(session)
    return SessionLine(
        when_words(session),
        url_of(session),
        session.course.title,
        session.course.code,
        session.place,
        state,
        tone,
    )


def url_of(session: TrainingSession) -> str:
    return url_for("training.session", reference=session.reference)


def course_rows(course: TrainingCourse) -> list[Row]:
    names = {area.code: area.name for area in strands()}
    before = courses_by_code(course.prerequisites) if course.prerequisites else []
    rows = [
        Row("For whom", ", ".join(AUDIENCE_WORDS[Audience(one)] for one in course.audiences)),
        Row("Level", LEVEL_WORDS[course.level]),
        Row("How", MODE_WORDS[course.mode]),
        Row("About", ", ".join(names[code] for code in course.strands if code in names)),
        Row("Take first", ", ".join(f"{one.title} ({one.code})" for one in before)),
        Row("Boards that subscribe", price_words(course.subscriber_pence)),
        Row("Other boards", price_words(course.other_pence)),
        Row("Access", course.access_offered),
        Row("Terms", terms_words(course)),
    ]
    return [row for row in rows if row.value]


def session_rows(session: TrainingSession) -> list[Row]:
    parts = session.parts
    when = "\n".join(span_words(part.starts_at, part.ends_at) for part in parts)
    rows = [
        Row("When", when),
        Row("Where", session.place),
        Row("Led by", session.trainer),
        Row("Why cancelled", session.reason),
    ]
    if session.status is SessionStatus.OPEN and session.starts_at > clock.now():
        rows += [
            Row("Places", places_words(session)),
            Row("Book until", date_words(session.closes_on)),
        ]
    return [row for row in rows if row.value]


def book_words(person: Person | None, session: TrainingSession, *, has_one: bool) -> str:
    """Return what the button to book says to this reader; nothing where they cannot."""
    if takes_bookings(session) or (person is not None and not who.is_on_a_board(person)):
        return ""
    if has_one:
        others = person is not None and person.schools_as(who.SPEAK)
        return "Book for another governor" if others else ""
    return "Book a place" if session.free else "Join the waiting list"


_ACTS = {
    SessionAct.OPEN: ("training.open_session", "Open it for bookings"),
    SessionAct.CANCEL: ("training.cancel_session", "Cancel the session"),
}


def session_links(person: Person | None, session: TrainingSession) -> list[Link]:
    """Return what governor services can do with a session."""
    if person is None or not who.runs(person, session.course):
        return []
    at: dict[str, Any] = {"reference": session.reference}
    links = []
    begun = session.starts_at <= clock.now()
    if begun and session.status in {SessionStatus.OPEN, SessionStatus.HELD}:
        held = session.status is SessionStatus.HELD
        words = "Correct who came" if held else "Say who came"
        links.append(Link(words, url_for("training.attendance", **at), main=not held))
    for act in SESSION_LIFECYCLE.open_acts(person, session):
        if act in _ACTS and not SESSION_LIFECYCLE.missing(person, session, act):
            endpoint, words = _ACTS[act]
            main = act is SessionAct.OPEN
            links.append(Link(words, url_for(endpoint, **at), main=main))
    if not begun and session.status in {SessionStatus.PLANNED, SessionStatus.OPEN}:
        links.insert(1, Link("Change it", url_for("training.change_session", **at)))
    return [*links, Link("Bookings and feedback", url_for("training.session_bookings", **at))]


def booking_state(booking: TrainingBooking) -> tuple[str, str]:
    if booking.attendance is not None:
        return ATTENDANCE_WORDS[booking.attendance], ATTENDANCE_TONES[booking.attendance]
    if booking.status is BookingStatus.BOOKED and booking.session.ends_at <= clock.now():
        return "Attendance not recorded yet", "neutral"
    return BOOKING_WORDS[booking.status], BOOKING_TONES[booking.status]


@dataclass(frozen=True)
class BookingLine:
    href: str
    course: str
    when: str
    place: str
    person: str
    school: str
    state: str
    tone: str


def booking_line(booking: TrainingBooking) -> BookingLine:
    state, tone = booking_state(booking)
    session = booking.session
    return BookingLine(
        url_for("training.booking", reference=booking.reference),
        session.course.title,
        span_words(session.starts_at, session.ends_at),
        session.place,
        booking.person.name,
        booking.school.name,
        state,
        tone,
    )


@dataclass(frozen=True)
class BookingPage:
    title: str
    state: str
    tone: str
    now: Sequence[str]
    rows: Sequence[Row]
    links: Sequence[Link]


def booking_page(person: Person, booking: TrainingBooking) -> BookingPage:
    state, tone = booking_state(booking)
    return BookingPage(
        title=f"{booking.session.course.title}: {booking.person.name}",
        state=state,
        tone=tone,
        now=_now(booking),
        rows=[row for row in _booking_rows(booking) if row.value],
        links=_booking_links(person, booking),
    )


def _now(booking: TrainingBooking) -> list[str]:
    if booking.status is BookingStatus.WAITING:
        ahead = [b for b in booking.session.waiting if b.queued_at < booking.queued_at]
        place = f"Number {len(ahead) + 1} on the waiting list."
        return [f"{place} A place that becomes free is given to the first, who gets a message."]
    if booking.status is BookingStatus.ASKED:
        return ["The chair or the clerk must agree before a place is taken."]
    return []


def _booking_rows(booking: TrainingBooking) -> list[Row]:
    session = booking.session
    charge = booking.charge_pence
    return [
        *session_rows(session)[:3],
        Row("Board", booking.school.name),
        Row("Price", price_words(booking.price_pence)),
        Row("Cancelling", _free_words(booking)),
        Row("Booked by", booking.booked_by.name),
        Row("Agreed by", booking.agreed_by.name if booking.agreed_by else ""),
        Row("What they need", booking.needs),
        Row("Ended by", booking.ended_by.name if booking.ended_by else ""),
        Row("Why", booking.reason),
        Row("To pay for cancelling", price_words(charge) if charge else ""),
        Row("Took over from", booking.replaces.person.name if booking.replaces else ""),
    ]


def _free_words(booking: TrainingBooking) -> str:
    is_live = booking.status is BookingStatus.BOOKED and booking.session.starts_at > clock.now()
    return charge_words(booking) if is_live and booking.price_pence else ""


_BOOKING_ACTS = {
    BookingAct.PLACE: ("training.agree", "Agree", True),
    BookingAct.DECLINE: ("training.decline", "Do not agree", False),
    BookingAct.SUBSTITUTE: ("training.substitute", "Give the place to another governor", False),
    BookingAct.CANCEL: ("training.cancel_booking", "Cancel", False),
}


def _booking_links(person: Person, booking: TrainingBooking) -> list[Link]:
    at: dict[str, Any] = {"reference": booking.reference}
    links = []
    if who.can_give_feedback(person, booking) and booking.feedback is None:
        links.append(Link("Say how it was", url_for("training.feedback", **at), main=True))
    if booking.session.starts_at > clock.now():
        acts = BOOKING_LIFECYCLE.open_acts(person, booking)
        links += [
            Link(words, url_for(endpoint, **at), main=main)
            for act, (endpoint, words, main) in _BOOKING_ACTS.items()
            if act in acts
            and (act is BookingAct.PLACE or not BOOKING_LIFECYCLE.missing(person, booking, act))
        ]
    return links
