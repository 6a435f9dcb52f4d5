"""Booked visits as pages, rules and calendars read them."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from sqlalchemy import or_, select
from sqlalchemy.orm import joinedload

from app.accounts.models import Person
from app.commissions.models import CalendarFeed, Commission, Visit
from app.commissions.queries.sides import read_for_school
from app.commissions.visits.facts import MOST_HOURS, VisitStatus
from app.commissions.visits.permissions import keeps_calendar
from app.core import clock
from app.extensions import db

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import datetime

# how far back a calendar goes
CALENDAR_DAYS = 400


def visit_of_commission(reference: str, visit_id: int) -> Visit | None:
    query = (
        select(Visit)
        .join(Visit.commission)
        .where(Commission.reference == reference, Visit.id == visit_id)
    )
    return db.session.scalar(query)


def booked_around(
    commission: Commission, starts_at: datetime, ends_at: datetime
) -> Sequence[Visit]:
    """Return what is booked near that time with the same provider or at the same school."""
    query = (
        select(Visit)
        .join(Visit.commission)
        .where(
            Visit.status == VisitStatus.BOOKED,
            Visit.starts_at > starts_at - timedelta(hours=MOST_HOURS),
            Visit.starts_at < ends_at,
            or_(
                Commission.provider_id == commission.provider_id,
                Commission.school_urn == commission.school_urn,
            ),
        )
        .options(joinedload(Visit.commission))
        .order_by(Visit.starts_at, Visit.id)
    )
    return db.session.scalars(query).all()


def feed_of(person: Person) -> CalendarFeed | None:
    return db.session.scalar(select(CalendarFeed).where(CalendarFeed.person_id == person.id))


def feed_by_hash(token_hash: str) -> CalendarFeed | None:
    """Return the feed unless its person may not sign in any more."""
    query = (
        select(CalendarFeed)
        .join(CalendarFeed.person)
        .where(CalendarFeed.token_hash == token_hash, Person.active)
        .options(joinedload(CalendarFeed.person).selectinload(Person.assignments))
    )
    return db.session.scalar(query)


def visits_in_calendar_of(person: Person) -> Sequence[Visit]:
    """Return the visits of the support that this person takes part in or brokers."""
    query = (
        select(Visit)
        .join(Visit.commission)
        .where(
            Visit.starts_at > clock.now() - timedelta(days=CALENDAR_DAYS),
            or_(
                read_for_school(person, Commission),
                Commission.provider_id.in_(person.providers_led()),
                Commission.broker_id == person.id,
            ),
        )
        .options(joinedload(Visit.commission))
        .order_by(Visit.starts_at, Visit.id)
    )
    return [v for v in db.session.scalars(query) if keeps_calendar(person, v.commission)]
