"""The days that a provider offers."""

from __future__ import annotations

from decimal import Decimal

from app.core.errors import DomainError
from app.extensions import db
from app.prospectus.models import Capacity, Provider


def set_capacity(provider: Provider, *, academic_year: int, days_offered: Decimal) -> Capacity:
    """Say how many days are offered in the academic year that starts in September of the year."""
    if days_offered < 0:
        message = "Enter the days offered as a number from 0."
        raise DomainError(message)
    found = [row for row in provider.capacities if row.academic_year == academic_year]
    capacity = found[0] if found else Capacity(provider=provider, academic_year=academic_year)
    capacity.days_offered = days_offered
    db.session.add(capacity)
    db.session.flush()
    return capacity
