"""Messages about training. A subject names the session's reference and what happened to it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.accounts.queries import holders
from app.accounts.roles import Role
from app.core.money import pounds
from app.governance.training.facts import BookingStatus
from app.governance.training.queries.boards import speakers
from app.governance.training.queries.bookings import bookings_to_remind_of
from app.governance.training.queries.catalogue import sessions_below_minimum
from app.notifications.services import leave_message
from app.web.filters import counted, date_words, moment_words

if TYPE_CHECKING:
    from collections.abc import Iterable

    from app.accounts.models import Person
    from app.governance.training.models import TrainingBooking, TrainingSession


def tell_asked(booking: TrainingBooking) -> None:
    body = f"{booking.person.name} asks for a place on {_what(booking)}. Please agree or decline."
    _leave(booking, "asked", "a governor asks for training", body, speakers(booking.school_urn))


def tell_placed(booking: TrainingBooking, by: Person | None, *, moved_up: bool = False) -> None:
    """Tell the person of their place; of one that became free also whoever booked it."""
    begin = "A place became free: you are booked" if moved_up else "You are booked"
    _leave_own(booking, "booked", "you have a place", f"{begin} on {_what(booking)}.", by)
    if moved_up and booking.booked_by_id != booking.person_id:
        body = f"A place became free for {booking.person.name} on {_what(booking)}."
        _leave(booking, "moved up", "a place became free", body, [booking.booked_by])


def tell_waiting(booking: TrainingBooking, by: Person | None) -> None:
    body = (
        f"All places on {_what(booking)} are taken. You are on the waiting list, and get a place "
        "and a message as soon as one is free."
    )
    _leave_own(booking, "waiting", "you are on the waiting list", body, by)


def tell_declined(booking: TrainingBooking, by: Person) -> None:
    body = f"Your board did not agree to a place on {_what(booking)}. Its page says why."
    _leave_own(booking, "declined", "your board did not agree", body, by)


def tell_cancelled(booking: TrainingBooking, by: Person) -> None:
    body = f"Your booking of {_what(booking)} is cancelled."
    _leave_own(booking, "cancelled", "a booking is cancelled", body, by)
    if booking.charge_pence:
        words = f"The booking of {booking.person.name} is cancelled on {_what(booking)}. "
        words += f"The board pays {pounds(booking.charge_pence)}."
        board = [p for p in speakers(booking.school_urn) if p.id != by.id]
        _leave(booking, "charged", "a cancelled booking is charged", words, board)


def tell_substituted(old: TrainingBooking, new: TrainingBooking, by: Person) -> None:
    body = f"{new.person.name} takes your place on {_what(old)}."
    _leave_own(old, "substituted", "another governor takes your place", body, by)
    tell_placed(new, by)


def tell_lapsed(booking: TrainingBooking) -> None:
    session = booking.session
    body = f"{_what(booking)} is cancelled: {session.reason} You pay nothing."
    _leave(booking, "lapsed", "the session is cancelled", body, [booking.person, booking.booked_by])


def tell_changed(booking: TrainingBooking) -> None:
    """Tell of a new time or place; each version of the session once."""
    session = booking.session
    _leave(
        booking,
        f"changed {session.version}",
        "time or place changed",
        f"It is now: {_what(booking)}, {session.place}.",
        [booking.person],
    )


def tell_to_give_feedback(booking: TrainingBooking) -> None:
    body = f"Thank you for coming to {_what(booking)}. Your certificate is ready. How was it?"
    _leave(booking, "feedback", "your certificate, and two questions", body, [booking.person])


def remind_of_training() -> None:
    """Remind who comes in the next days, and warn organisers of sessions with too few."""
    for booking in bookings_to_remind_of():
        about = f"reminder {booking.session.starts_at.isoformat()}"
        body = f"It begins soon: {_what(booking)}. {booking.session.place}."
        _leave(booking, about, "your training begins soon", body, [booking.person])
    for session in sessions_below_minimum():
        warn_of_minimum(session)


def warn_of_minimum(session: TrainingSession) -> None:
    body = (
        f"{session.course.title} on {date_words(session.day)} has "
        f"{counted(session.taken, 'booking')} and needs {session.minimum}. Bookings have closed: "
        "hold it all the same, book more people in, or cancel it."
    )
    for officer in organisers(session):
        leave_message(
            to=officer,
            about=f"training {session.reference} below its minimum {session.closes_on}",
            subject=f"{session.reference}: fewer than the minimum have booked",
            body=body,
            path=f"/governance/training/sessions/{session.reference}",
        )


def organisers(session: TrainingSession) -> Iterable[Person]:
    return holders(Role.GOVERNOR_SERVICES, authority=session.course.authority_code)


def _what(booking: TrainingBooking) -> str:
    session = booking.session
    return f"“{session.course.title}” on {moment_words(session.starts_at)}"


def _leave_own(
    booking: TrainingBooking, what: str, subject: str, body: str, by: Person | None
) -> None:
    if by is None or by.id != booking.person_id or booking.status is BookingStatus.WAITING:
        _leave(booking, what, subject, body, [booking.person])


def _leave(
    booking: TrainingBooking, what: str, subject: str, body: str, people: Iterable[Person]
) -> None:
    for person in {one.id: one for one in people}.values():
        # no url_for: the demonstration and the worker write messages outside of a request
        leave_message(
            to=person,
            about=f"training booking {booking.reference} {what}",
            subject=f"{booking.session.reference}: {subject}",
            body=body,
            path=f"/governance/training/bookings/{booking.reference}",
        )
