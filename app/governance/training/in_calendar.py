"""The sessions that a person booked, for their calendar."""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.core.icalendar import Event
from app.governance.training.facts import BookingStatus
from app.governance.training.queries.bookings import bookings_in_calendar_of
from app.prospectus.addresses import whole_address

if TYPE_CHECKING:
    from collections.abc import Iterator

    from app.accounts.models import Person


def training_events(person: Person) -> Iterator[Event]:
    for booking in bookings_in_calendar_of(person):
        session = booking.session
        is_off = booking.status is not BookingStatus.BOOKED
        for number, part in enumerate(session.parts, 1):
            yield Event(
                uid=f"{booking.reference}-{number}@school-support-prospectus",
                # a changed session has a higher version; that it is off comes after all of them
                sequence=session.version + is_off,
                changed_at=max(booking.moved_at, session.moved_at, part.created_at),
                starts_at=part.starts_at,
                ends_at=part.ends_at,
                summary=f"{session.course.title} ({session.course.code})",
                url=whole_address("training.booking", reference=booking.reference),
                cancelled=is_off,
            )
