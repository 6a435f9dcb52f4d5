"""Training that waits for a person: to agree to, attend or speak of; for officers, to run."""

from __future__ import annotations

from typing import TYPE_CHECKING

from flask import url_for

from app.accounts.roles import Role
from app.core import clock
from app.core.waiting import Item, Place
from app.governance.training.facts import BookingStatus
from app.governance.training.permissions import is_on_a_board, keeps_training
from app.governance.training.queries.bookings import (
    bookings_to_agree,
    bookings_to_come,
    bookings_without_feedback,
)
from app.governance.training.queries.catalogue import sessions_below_minimum, sessions_to_mark
from app.web.filters import counted, date_words

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from app.accounts.models import Person
    from app.governance.training.models import TrainingBooking, TrainingSession


def waiting_for(person: Person) -> Iterator[Item]:
    if is_on_a_board(person):
        for booking in bookings_to_agree(person):
            sentence = f"Agree to training for {booking.person.name}"
            yield _of_booking(booking, sentence, booking.session.closes_on)
        for booking in bookings_without_feedback(person):
            yield _of_booking(booking, "Say how the training was", None)
        yield from _next(person)
    if keeps_training(person):
        yield from _for_officers(person)


def _next(person: Person) -> Iterator[Item]:
    booked = (b for b in bookings_to_come(person) if b.status is BookingStatus.BOOKED)
    if (booking := next(booked, None)) is not None:
        day = date_words(booking.session.day)
        yield _of_booking(booking, f"Your next training is on {day}", None)


def _for_officers(person: Person) -> Iterator[Item]:
    codes = person.authorities_as(Role.GOVERNOR_SERVICES)
    for session in sessions_to_mark(codes):
        href = url_for("training.attendance", reference=session.reference)
        yield _of_session(session, "Say who came", href, session.day)
    for session in sessions_below_minimum():
        if session.course.authority_code in codes:
            href = url_for("training.session", reference=session.reference)
            few = counted(session.taken, "booking")
            sentence = f"Hold it with {few}, fewer than {session.minimum}, or cancel it"
            yield _of_session(session, sentence, href, session.day)


def _of_booking(booking: TrainingBooking, sentence: str, due_on: date | None) -> Item:
    return Item(
        booking.session.course.title,
        booking.school.name,
        url_for("training.booking", reference=booking.reference),
        sentence,
        # a last day that has passed is no reason to call a volunteer late
        due_on if due_on and due_on >= clock.today() else None,
        mine=True,
        place=Place("your training", url_for("training.mine")),
    )


def _of_session(session: TrainingSession, sentence: str, href: str, due_on: date) -> Item:
    place = Place("sessions", url_for("training.sessions"))
    detail = f"Training on {date_words(session.day)}"
    return Item(session.course.title, detail, href, sentence, due_on, mine=True, place=place)
