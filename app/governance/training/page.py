"""What the pages of a course and of a session show, decided for one reader."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from flask import url_for

from app.core import clock
from app.governance.strands import strands
from app.governance.training import permissions as who
from app.governance.training.facts import (
    AUDIENCE_WORDS,
    LEVEL_WORDS,
    MODE_WORDS,
    SESSION_TONES,
    SESSION_WORDS,
    Audience,
    CourseAct,
    SessionAct,
    SessionStatus,
)
from app.governance.training.lifecycle import COURSE_LIFECYCLE, SESSION_LIFECYCLE
from app.governance.training.queries.catalogue import courses_by_code
from app.governance.training.requirements import takes_bookings
from app.governance.training.terms import price_words, terms_words
from app.web.fields.times import time_words
from app.web.filters import counted, date_words

if TYPE_CHECKING:
    from datetime import datetime

    from app.accounts.models import Person
    from app.governance.training.models import TrainingCourse, TrainingSession


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


def course_acts(person: Person | None, course: TrainingCourse) -> list[CourseAct]:
    """Return what this person can do with the course as it stands."""
    if person is None or not who.runs(person, course):
        return []
    acts = COURSE_LIFECYCLE.open_acts(person, course)
    return [act for act in acts if not COURSE_LIFECYCLE.missing(person, course, act)]


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


MARKABLE = frozenset({SessionStatus.OPEN, SessionStatus.HELD})
CHANGEABLE = frozenset({SessionStatus.PLANNED, SessionStatus.OPEN})
_ACTS = {
    SessionAct.OPEN: ("training.open_session", "Open it for bookings"),
    SessionAct.CANCEL: ("training.cancel_session", "Cancel the session"),
}


def session_links(person: Person | None, session: TrainingSession) -> list[Link]:
    """Return what governor services can do with a session."""
    if person is None or not who.runs(person, session.course):
        return []
    at: dict[str, Any] = {"reference": session.reference}
    acts = {
        act: Link(words, url_for(endpoint, **at), main=act is SessionAct.OPEN)
        for act, (endpoint, words) in _ACTS.items()
        if SESSION_LIFECYCLE.allows(person, session, act)
        and not SESSION_LIFECYCLE.missing(person, session, act)
    }
    links = [acts[SessionAct.OPEN]] if SessionAct.OPEN in acts else []
    if session.starts_at <= clock.now() and session.status in MARKABLE:
        is_held = session.status is SessionStatus.HELD
        words = "Correct who came" if is_held else "Say who came"
        links.append(Link(words, url_for("training.attendance", **at), main=not is_held))
    links.append(Link("Bookings and feedback", url_for("training.session_bookings", **at)))
    if session.starts_at > clock.now() and session.status in CHANGEABLE:
        links.append(Link("Change it", url_for("training.change_session", **at)))
    return [*links, acts[SessionAct.CANCEL]] if SessionAct.CANCEL in acts else links


def booked_words(session: TrainingSession) -> str:
    """Say to governor services how many come, and whether these are enough."""
    words = f"{session.taken} of {session.capacity}"
    if waiting := len(session.waiting):
        words += f", {waiting} waiting"
    few = session.taken < session.minimum
    return f"{words}; {'below the minimum of' if few else 'at least'} {session.minimum}"
