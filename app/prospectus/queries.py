"""What is read of the prospectus."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Any

from sqlalchemy import Select, func, select
from sqlalchemy.orm import aliased, joinedload, selectinload
from sqlalchemy.orm.interfaces import ORMOption

from app.core import clock
from app.core.paging import Page, paginate
from app.extensions import db
from app.prospectus.facts import ListingStatus
from app.prospectus.models import (
    Capacity,
    DesignationType,
    ExpertiseArea,
    ExpertiseVersion,
    Provider,
    ProviderExpertise,
    ProviderPrivate,
)

# everything a list shows of each entry, in as many statements for one as for a hundred
FOR_A_LIST: tuple[ORMOption, ...] = (
    joinedload(Provider.host),
    joinedload(Provider.record),
    selectinload(Provider.designations),
    selectinload(Provider.expertise).joinedload(ProviderExpertise.area),
)


@dataclass(frozen=True)
class ExpertiseGroup:
    """A heading of the list of areas, and the areas below it."""

    code: str
    name: str
    areas: tuple[ExpertiseArea, ...]


def provider_by_slug(slug: str) -> Provider | None:
    """Return the entry with all that its page shows, whatever its listing status."""
    return db.session.scalar(
        select(Provider)
        .where(Provider.slug == slug)
        .options(
            joinedload(Provider.host),
            joinedload(Provider.authority),
            joinedload(Provider.record),
            joinedload(Provider.private),
            selectinload(Provider.designations),
            selectinload(Provider.expertise)
            .joinedload(ProviderExpertise.area)
            .joinedload(ExpertiseArea.parent),
        )
    )


def provider_by_id(number: int) -> Provider | None:
    """Return the entry with all that a list shows of it."""
    return next(iter(providers_by_ids([number])), None)


def providers_by_ids(ids: Sequence[int]) -> list[Provider]:
    """Return the entries in the order of the ids, loaded for a list; ids of nobody are left out."""
    query = select(Provider).where(Provider.id.in_(ids)).options(*FOR_A_LIST)
    found = {provider.id: provider for provider in db.session.scalars(query)}
    return [found[number] for number in ids if number in found]


def providers_by_name(ids: Sequence[int]) -> Sequence[Provider]:
    """Return the entries without what hangs on them."""
    if not ids:
        return []
    query = select(Provider).where(Provider.id.in_(ids))
    return db.session.scalars(query.order_by(func.lower(Provider.name), Provider.id)).all()


def providers_to_confirm(ids: Sequence[int], since: date) -> Sequence[Provider]:
    """Return those that nobody has confirmed after the day, by name; drafts are left out."""
    if not ids:
        return []
    return db.session.scalars(
        select(Provider)
        .where(
            Provider.id.in_(ids),
            Provider.listing != ListingStatus.DRAFT,
            func.coalesce(Provider.confirmed_on, Provider.published_on) <= since,
        )
        .order_by(func.lower(Provider.name), Provider.id)
        .options(joinedload(Provider.private))
    ).all()


def published_by_name(page: str | None) -> Page[int]:
    """Return the ids of a page of them."""
    query = (
        select(Provider.id)
        .where(Provider.listing == ListingStatus.PUBLISHED)
        .order_by(func.lower(Provider.name), Provider.id)
    )
    return paginate(db.session(), query, page)


def public_rates(ids: Sequence[int]) -> dict[int, int]:
    """Return the pence a day of those who made their rate public; nothing else private is read."""
    query = select(ProviderPrivate.provider_id, ProviderPrivate.rate_pence_per_day).where(
        ProviderPrivate.provider_id.in_(ids),
        ProviderPrivate.rate_is_public,
        ProviderPrivate.rate_pence_per_day.is_not(None),
    )
    return {provider: pence for provider, pence in db.session.execute(query) if pence is not None}


def designation_types() -> Sequence[DesignationType]:
    return db.session.scalars(
        select(DesignationType).order_by(DesignationType.position, DesignationType.id)
    ).all()


def designation_names() -> dict[str, str]:
    """Return the names of the kinds of designation by code, in their order."""
    query = select(DesignationType.code, DesignationType.name).order_by(
        DesignationType.position, DesignationType.id
    )
    return {row.code: row.name for row in db.session.execute(query)}


def area_names() -> dict[str, dict[str, str]]:
    """Return by heading the names of the current edition's areas by code, in its order."""
    group = aliased(ExpertiseArea)
    version = _versions(ExpertiseVersion.id, clock.today()).scalar_subquery()
    query = (
        select(group.name, ExpertiseArea.code, ExpertiseArea.name)
        .join(group, ExpertiseArea.parent_id == group.id)
        .where(ExpertiseArea.version_id == version)
        .order_by(group.position, group.id, ExpertiseArea.position, ExpertiseArea.id)
    )
    names: dict[str, dict[str, str]] = {}
    for heading, code, name in db.session.execute(query):
        names.setdefault(heading, {})[code] = name
    return names


def current_expertise_version() -> ExpertiseVersion | None:
    """Return the edition of the list of areas that is in force today."""
    version: ExpertiseVersion | None = db.session.scalar(_versions(ExpertiseVersion, clock.today()))
    return version


def _versions(what: Any, today: Any) -> Select[Any]:
    """Return what is asked of the edition in force on the day."""
    return (
        select(what)
        .where(ExpertiseVersion.valid_from <= today)
        .order_by(ExpertiseVersion.valid_from.desc(), ExpertiseVersion.id.desc())
        .limit(1)
    )


def expertise_groups() -> list[ExpertiseGroup]:
    """Return the areas of the current edition under their headings, in its order."""
    version = current_expertise_version()
    if version is None:
        return []
    areas = db.session.scalars(
        select(ExpertiseArea)
        .where(ExpertiseArea.version_id == version.id)
        .order_by(ExpertiseArea.position, ExpertiseArea.id)
    ).all()
    return list(_grouped(areas))


def _grouped(areas: Sequence[ExpertiseArea]) -> Iterator[ExpertiseGroup]:
    for group in areas:
        if group.parent_id is None:
            inside = tuple(area for area in areas if area.parent_id == group.id)
            yield ExpertiseGroup(group.code, group.name, inside)


def days_offered(provider: Provider, academic_year: int) -> Decimal | None:
    """Return the days offered in the year that starts in September; None when nothing was said."""
    return db.session.scalar(
        select(Capacity.days_offered).where(
            Capacity.provider_id == provider.id, Capacity.academic_year == academic_year
        )
    )
