"""What a person has booked as a calendar program reads it, at an address only they know."""

from __future__ import annotations

import secrets
from hashlib import sha256
from typing import TYPE_CHECKING

from app.commissions.models import CalendarFeed
from app.commissions.statuses import CommissionStatus
from app.commissions.visits.facts import VisitStatus
from app.commissions.visits.queries import feed_by_hash, feed_of, visits_in_calendar_of
from app.core import clock
from app.core.audit_label import label_change
from app.core.icalendar import Event, calendar
from app.extensions import db
from app.prospectus.addresses import whole_address

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from app.accounts.models import Person
    from app.commissions.models import Visit

SECRET_BYTES = 32
LONGEST_TOKEN = 100

_others: list[Callable[[Person], Iterable[Event]]] = []


def register_events(load: Callable[[Person], Iterable[Event]]) -> None:
    """Say what else stands in a person's calendar; registering the same again changes nothing."""
    if load not in _others:
        _others.append(load)


def make_address(person: Person) -> str:
    """Return a new secret for this person's calendar; an earlier one works no more."""
    token = secrets.token_urlsafe(SECRET_BYTES)
    feed = feed_of(person)
    if feed is None:
        feed = CalendarFeed(person=person, token_hash=_hash_of(token))
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


def feed_of_token(token: str) -> CalendarFeed | None:
    return feed_by_hash(_hash_of(token)) if len(token) <= LONGEST_TOKEN else None


def calendar_of(person: Person) -> str:
    """Return all of it; titles do not say who is supported or why, for calendars are shared."""
    visits = map(_event, visits_in_calendar_of(person))
    others = (event for load in _others for event in load(person))
    return calendar("School support", [*visits, *others])


def _event(visit: Visit) -> Event:
    reference = visit.commission.reference
    address = {"reference": reference, "visit_id": visit.id}
    return Event(
        uid=f"{reference}-visit-{visit.id}@school-support-prospectus",
        sequence=0 if visit.status is VisitStatus.BOOKED else 1,
        changed_at=visit.moved_at,
        starts_at=visit.starts_at,
        ends_at=visit.ends_at,
        summary=f"School support visit {reference}",
        url=whole_address("commissions.booking", **address),
        cancelled=_is_off(visit),
    )


def _is_off(visit: Visit) -> bool:
    """A booking that outlives the work it was for is off, too."""
    if visit.status is VisitStatus.BOOKED:
        return visit.commission.status is not CommissionStatus.ACTIVE
    return visit.status is VisitStatus.CANCELLED


def _hash_of(token: str) -> str:
    # of so much chance, a quick fingerprint tells nothing
    return sha256(token.encode()).hexdigest()
