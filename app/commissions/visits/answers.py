"""What is wrong with an answer about a booking: read by the services and by the forms."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from decimal import Decimal
from typing import TYPE_CHECKING

from app.commissions.delivery_answers import MOST_SHORT
from app.commissions.facts import VisitMode
from app.commissions.visits.clashes import Slot
from app.commissions.visits.facts import MOST_HOURS
from app.core import clock
from app.web.filters import date_words

if TYPE_CHECKING:
    from app.commissions.models import Commission

MINUTES = 60
# who types 2:30 means the afternoon
EARLIEST, LATEST = time(7), time(21)


@dataclass(frozen=True)
class Booking:
    """A day and a time on the wall clock in England, and how long it takes."""

    day: date
    at: time
    hours: Decimal
    mode: VisitMode
    place: str

    @property
    def starts_at(self) -> datetime:
        return datetime.combine(self.day, self.at, clock.LONDON).astimezone(UTC)

    @property
    def minutes(self) -> int:
        return int(self.hours * MINUTES)

    @property
    def slot(self) -> Slot:
        return Slot(self.starts_at, self.starts_at + timedelta(minutes=self.minutes))

    def faults(self, commission: Commission) -> dict[str, str]:
        """Return what is wrong with the answers, by the name of the answer."""
        faults = {}
        if not self.hours.is_finite() or not Decimal("0.5") <= self.hours <= MOST_HOURS:
            faults["hours"] = f"Enter the hours, from 0.5 to {MOST_HOURS}, like 3 or 5.5."
        if not self.place.strip():
            faults["place"] = "Say where you meet, or how to join."
        elif len(self.place) > MOST_SHORT:
            faults["place"] = f"Shorten this to {MOST_SHORT} characters or fewer."
        if not EARLIEST <= self.at <= LATEST:
            faults["at"] = "Enter a time from 7am to 9pm. Write half past two as 2:30pm or 14:30."
        if self.starts_at <= clock.now():
            faults["day"] = "Enter a time that is still to come. Write a note of a visit held."
        elif self.day > commission.ends_on:
            last = date_words(commission.ends_on)
            faults["day"] = f"Enter a day up to {last}, when the support ends."
        return faults
