"""A provider says how many days it offers in an academic year."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sqlalchemy import select

from app.commissions.days import year_of_days
from app.commissions.queries.capacity import work_of
from app.core.errors import DomainError, NotAllowed
from app.extensions import db
from app.prospectus.models import Capacity, Provider
from app.prospectus.permissions import can_set_days
from app.prospectus.services import set_capacity

if TYPE_CHECKING:
    from decimal import Decimal

    from app.accounts.models import Person


def hold_days(provider: Provider) -> None:
    """Take the provider's row for this transaction: nobody else offers or counts its days."""
    row = select(Provider.id).where(Provider.id == provider.id).with_for_update()
    db.session.execute(row)


def offer_days(*, provider: Provider, by: Person, academic_year: int, days: Decimal) -> Capacity:
    """Keep the number, unless work that was offered or done already needs more days.

    The provider's row is locked, as for an offer: neither may count while the other writes.
    """
    if not can_set_days(by, provider):
        message = "Only the provider and the brokerage team say how many days it offers."
        raise NotAllowed(message)
    hold_days(provider)
    year = year_of_days(academic_year, days, work_of(provider))
    if words := year.too_few(days):
        raise DomainError(words)
    return set_capacity(provider, academic_year=academic_year, days_offered=days)
