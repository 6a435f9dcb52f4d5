"""A training record as a file: of one governor, of one board, of one session."""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.core.money import in_pounds
from app.governance.training.booking_page import booking_state
from app.governance.training.papers import hours_of

if TYPE_CHECKING:
    from app.governance.training.models import TrainingBooking

RECORD_HEADER = ("Day", "Course", "Code", "Hours", "Result")
BOARD_HEADER = ("Day", "Governor", "Course", "Code", "Hours", "Result", "Price", "To pay late")
SESSION_HEADER = ("Governor", "School", "State", "What they need", "Price", "To pay late")


def record_row(booking: TrainingBooking) -> list[object]:
    session = booking.session
    return [
        session.day,
        session.course.title,
        session.course.code,
        hours_of(session),
        booking_state(booking)[0],
    ]


def board_row(booking: TrainingBooking) -> list[object]:
    day, *rest = record_row(booking)
    return [day, booking.person.name, *rest, *_money(booking)]


def session_row(booking: TrainingBooking) -> list[object]:
    return [
        booking.person.name,
        booking.school.name,
        booking_state(booking)[0],
        booking.needs,
        *_money(booking),
    ]


def _money(booking: TrainingBooking) -> list[object]:
    charge = booking.charge_pence
    return [in_pounds(booking.price_pence), in_pounds(charge) if charge else None]
