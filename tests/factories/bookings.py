"""Booked visits, and what became of them."""

from __future__ import annotations

from datetime import date, datetime, time, timedelta
from decimal import Decimal
from typing import TYPE_CHECKING, Any

from app.commissions.facts import VisitMode
from app.commissions.models import Commission, Visit
from app.commissions.visits import services
from app.commissions.visits.answers import Booking
from app.core import clock
from app.extensions import db

if TYPE_CHECKING:
    from tests.factories.world import World

NINE = time(9)


def booking(day: date | None = None, **changes: Any) -> Booking:
    given = {
        "day": day or clock.today() + timedelta(days=7),
        "at": NINE,
        "hours": Decimal(3),
        "mode": VisitMode.IN_PERSON,
        "place": "Main entrance",
    }
    return Booking(**(given | changes))


def booked(world: World, commission: Commission, day: date | None = None, **changes: Any) -> Visit:
    return services.book(
        commission=commission, by=world.provider_lead, booking=booking(day, **changes)
    )


def begun(world: World, commission: Commission) -> Visit:
    """Return a visit that began an hour ago, as if it had been booked before."""
    visit = booked(world, commission)
    visit.starts_at = clock.now() - timedelta(hours=1)
    db.session.flush()
    return visit


def after(visit: Visit, days: int = 0) -> datetime:
    """Return a moment after the end of the visit, some days later."""
    return visit.ends_at + timedelta(days=days, hours=1)
