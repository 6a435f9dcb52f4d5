"""What the pages and lists of bookings show, decided for one reader."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from flask import url_for

from app.core import clock
from app.governance.training import permissions as who
from app.governance.training.facts import (
    ATTENDANCE_TONES,
    ATTENDANCE_WORDS,
    BOOKING_TONES,
    BOOKING_WORDS,
    BookingAct,
    BookingStatus,
)
from app.governance.training.lifecycle import BOOKING_LIFECYCLE
from app.governance.training.page import Link, Row, session_rows, span_words
from app.governance.training.terms import charge_words, price_words

if TYPE_CHECKING:
    from app.accounts.models import Person
    from app.governance.training.models import TrainingBooking


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
    BookingAct.CANCEL: ("training.cancel_booking", "Cancel the booking", False),
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
