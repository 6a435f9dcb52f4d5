"""Days that providers offer, and that commissions keep or used."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import TYPE_CHECKING

from sqlalchemy import func, select
from sqlalchemy.orm import joinedload

from app.commissions.days import AgreedAtHome, Work
from app.commissions.models import Commission, VisitNote
from app.commissions.queries.commissions import visible_to
from app.commissions.statuses import RESERVING
from app.commissions.suitability import Days
from app.extensions import db
from app.prospectus.listing.queries import last_host_answer
from app.prospectus.models import Capacity

if TYPE_CHECKING:
    from collections.abc import Sequence

    from app.accounts.models import Person
    from app.prospectus.models import Provider

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


def work_of(provider: Provider) -> list[Work]:
    """Return what each commission of the provider says of days, the earliest first."""
    visited = (
        select(func.sum(VisitNote.days_used))
        .where(VisitNote.commission_id == Commission.id, VisitNote.struck_at.is_(None))
        .scalar_subquery()
    )
    query = (
        select(
            Commission.id,
            Commission.starts_on,
            Commission.status,
            Commission.days,
            Commission.days_used,
            func.coalesce(visited, 0),
        )
        .where(Commission.provider_id == provider.id)
        .order_by(Commission.starts_on, Commission.id)
    )
    return [
        Work(number, starts_on, status, days, used, Decimal(visits))
        for number, starts_on, status, days, used, visits in db.session.execute(query)
    ]


def days_offered_by_year(provider: Provider) -> dict[int, Decimal]:
    """Return the numbers given, without the idle zeros of the column."""
    query = select(Capacity.academic_year, Capacity.days_offered).where(
        Capacity.provider_id == provider.id
    )
    return {year: Decimal(f"{days.normalize():f}") for year, days in db.session.execute(query)}


def agreed_at_home(provider: Provider) -> AgreedAtHome | None:
    """Return what the home school last answered; None where there is none or it was not asked."""
    if provider.host_urn is None:
        return None
    answer = last_host_answer(provider, provider.host_urn)
    if answer is None:
        return None
    return AgreedAtHome(answer.host.name, answer.days if answer.granted else Decimal(0))


def work_seen_by(person: Person, provider: Provider) -> set[int]:
    """Return the ids of the provider's commissions that the person may open."""
    query = select(Commission.id).where(Commission.provider_id == provider.id, visible_to(person))
    return set(db.session.scalars(query))


def commissions_by_ids(ids: Sequence[int]) -> list[Commission]:
    """Return the commissions in the order of the ids, loaded for a list."""
    query = (
        select(Commission)
        .where(Commission.id.in_(ids))
        .options(joinedload(Commission.school), joinedload(Commission.request))
    )
    found = {commission.id: commission for commission in db.session.scalars(query)}
    return [found[number] for number in ids if number in found]
