"""A person's booked sessions as a calendar program reads them, at an address only they know."""

from __future__ import annotations

import secrets
from hashlib import sha256
from typing import TYPE_CHECKING

from app.core import clock
from app.core.audit_label import label_change
from app.core.icalendar import Event, calendar
from app.extensions import db
from app.governance.training.facts import BookingStatus
from app.governance.training.models import TrainingFeed
from app.governance.training.queries.bookings import (
    bookings_in_calendar_of,
    feed_by_hash,
    feed_of,
)
from app.prospectus.addresses import whole_address

if TYPE_CHECKING:
    from collections.abc import Iterator

    from app.accounts.models import Person
    from app.governance.training.models import TrainingBooking

SECRET_BYTES = 32
LONGEST_TOKEN = 100


def make_address(person: Person) -> str:
    """Return a new secret for this person's calendar; an earlier one works no more."""
    token = secrets.token_urlsafe(SECRET_BYTES)
    feed = feed_of(person)
    if feed is None:
        feed = TrainingFeed(person=person, token_hash=_hash_of(token))
        db.session.add(feed)
    else:
        label_change(feed, "renew")
        feed.token_hash, feed.made_at = _hash_of(token), clock.now()
    db.session.flush()
    return token


def revoke(person: Person) -> None:
    if (feed := feed_of(person)) is not None:
        db.session.delete(feed)
        db.session.flush()


def feed_of_token(token: str) -> TrainingFeed | None:
    return feed_by_hash(_hash_of(token)) if len(token) <= LONGEST_TOKEN else None


def calendar_of(person: Person) -> str:
    events = (event for one in bookings_in_calendar_of(person) for event in _events(one))
    return calendar("Governor training", events)


def _events(booking: TrainingBooking) -> Iterator[Event]:
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


def _hash_of(token: str) -> str:
    # of so much chance, a quick fingerprint tells nothing
    return sha256(token.encode()).hexdigest()
