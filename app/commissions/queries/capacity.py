"""Days that providers offer, and that commissions keep or used."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import TYPE_CHECKING

from sqlalchemy import func, select

from app.commissions.models import Commission
from app.commissions.statuses import RESERVING
from app.commissions.suitability import Days
from app.extensions import db
from app.prospectus.models import Capacity

if TYPE_CHECKING:
    from collections.abc import Sequence

SEPTEMBER = 9


def days_in_year(provider_ids: Sequence[int], year: int) -> dict[int, Days]:
    """Return each provider's days in the academic year that starts in September of `year`."""
    offers = select(Capacity.provider_id, Capacity.days_offered).where(
        Capacity.provider_id.in_(provider_ids), Capacity.academic_year == year
    )
    # once delivery ended, what was not used is free again
    kept = func.sum(func.coalesce(Commission.days_used, Commission.days))
    reservations = (
        select(Commission.provider_id, kept)
        .where(
            Commission.provider_id.in_(provider_ids),
            Commission.status.in_(RESERVING),
            Commission.starts_on >= date(year, SEPTEMBER, 1),
            Commission.starts_on < date(year + 1, SEPTEMBER, 1),
        )
        .group_by(Commission.provider_id)
    )
    offered = dict(db.session.execute(offers).all())
    reserved = dict(db.session.execute(reservations).all())
    return {
        number: Days(year, offered.get(number), reserved.get(number) or Decimal(0))
        for number in provider_ids
    }


def providers_without_days(provider_ids: Sequence[int], year: int) -> set[int]:
    """Return who gave a number of days for the year and has none of them left."""
    days = days_in_year(provider_ids, year)
    return {number for number, d in days.items() if d.left is not None and d.left <= 0}


def days_left_in_year(provider_ids: Sequence[int], year: int) -> dict[int, Decimal | None]:
    """Return how many days each has left; None for whoever gave no number for the year."""
    return {number: d.left for number, d in days_in_year(provider_ids, year).items()}
