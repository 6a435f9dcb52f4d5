"""Until when one books, until when cancelling is free, and what it costs afterwards."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING

from app.core import clock
from app.core.calendar import is_working_day
from app.core.money import pounds
from app.governance.training.facts import BookingStatus
from app.web.filters import date_words

if TYPE_CHECKING:
    from app.governance.training.models import TrainingBooking, TrainingCourse


def working_days_before(day: date, count: int) -> date:
    """Return the day that is so many working days before `day`; `day` itself for none."""
    while count:
        day -= timedelta(days=1)
        count -= is_working_day(day)
    return day


def charge_of(booking: TrainingBooking, today: date) -> int:
    """Return in pence what it costs to cancel today: the price once the free days are over."""
    is_free = booking.status is not BookingStatus.BOOKED or today <= booking.free_until
    return 0 if is_free else booking.price_pence


def terms_words(course: TrainingCourse) -> str:
    """Say the terms of a course, before anybody books."""
    if course.free_days == 0:
        return "Cancelling is free until the day itself."
    days = "1 working day" if course.free_days == 1 else f"{course.free_days} working days"
    return (
        f"Cancelling is free until {days} before. After that the board pays the price. "
        "Another governor of the board can always take the place."
    )


def charge_words(booking: TrainingBooking) -> str:
    """Say what cancelling costs now, before it is confirmed."""
    charge = charge_of(booking, clock.today())
    if charge:
        free_until = date_words(booking.free_until)
        return f"Cancelling was free until {free_until}. Now the board pays {pounds(charge)}."
    if booking.status is not BookingStatus.BOOKED or not booking.price_pence:
        return "Cancelling costs nothing."
    return f"Cancelling is free until {date_words(booking.free_until)}."


def price_words(pence: int) -> str:
    return pounds(pence) if pence else "Free"
