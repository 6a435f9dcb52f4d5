from __future__ import annotations

from collections.abc import Collection, Sequence
from decimal import Decimal

from sqlalchemy import Select, func, select
from sqlalchemy.orm import joinedload, selectinload

from app.core.paging import Page, PageAsked, paginate
from app.extensions import db
from app.prospectus.listing.facts import IN_FORCE, OPEN_EDITIONS, EditionStatus
from app.prospectus.models import Edition, HostRelease, PanelReview, Provider
from app.prospectus.queries import provider_by_slug

# what rules and lists ask of an edition
_WHOLE = (
    joinedload(Edition.provider).joinedload(Provider.host),
    joinedload(Edition.provider).joinedload(Provider.private),
    joinedload(Edition.written_by),
    selectinload(Edition.releases).joinedload(HostRelease.host),
    selectinload(Edition.reviews).joinedload(PanelReview.reviewer),
    selectinload(Edition.reviews).selectinload(PanelReview.findings),
)


def _editions() -> Select[Edition]:
    return select(Edition).options(*_WHOLE)


def editions_of(provider: Provider) -> Sequence[Edition]:
    """Return every edition, the newest first."""
    query = _editions().where(Edition.provider_id == provider.id)
    return db.session.scalars(query.order_by(Edition.number.desc())).all()


def open_edition(provider: Provider) -> Edition | None:
    """Return the edition that is written or reviewed now."""
    query = _editions().where(Edition.provider_id == provider.id, Edition.status.in_(OPEN_EDITIONS))
    return db.session.scalar(query.order_by(Edition.number.desc()).limit(1))


def edition_in_force(provider: Provider) -> Edition | None:
    query = _editions().where(Edition.provider_id == provider.id, Edition.status.in_(IN_FORCE))
    return db.session.scalar(query.order_by(Edition.number.desc()).limit(1))


def open_edition_by_slug(slug: str) -> Edition | None:
    provider = provider_by_slug(slug)
    return open_edition(provider) if provider else None


def last_released_edition(slug: str) -> Edition | None:
    """Return the newest edition for which a home school was asked."""
    query = (
        _editions()
        .join(Provider, Provider.id == Edition.provider_id)
        .where(Provider.slug == slug, Edition.releases.any())
        .order_by(Edition.number.desc())
        .limit(1)
    )
    return db.session.scalar(query)


def edition_to_judge(slug: str) -> Edition | None:
    """Return the edition that the panel or the officers have to do with: open or conditional."""
    query = (
        _editions()
        .join(Provider, Provider.id == Edition.provider_id)
        .where(
            Provider.slug == slug,
            Edition.status.in_([EditionStatus.PANEL, EditionStatus.CONDITIONAL]),
        )
        # what waits for the panel comes before conditions of the edition in force
        .order_by(Edition.number.desc())
        .limit(1)
    )
    return db.session.scalar(query)


def last_number(provider: Provider) -> int:
    query = select(func.max(Edition.number)).where(Edition.provider_id == provider.id)
    return db.session.scalar(query) or 0


def editions_that_wait(
    providers: Collection[int], authorities: Collection[str], hosts: Collection[int]
) -> Sequence[Edition]:
    """Return what is open or conditional and concerns these providers, officers or home schools."""
    waiting = [*OPEN_EDITIONS, EditionStatus.CONDITIONAL]
    released_by = select(HostRelease.edition_id).where(
        HostRelease.host_urn.in_(hosts), HostRelease.granted.is_(None)
    )
    query = (
        _editions()
        .join(Provider, Provider.id == Edition.provider_id)
        .where(
            Edition.status.in_(waiting),
            Edition.provider_id.in_(providers)
            | Provider.authority_code.in_(authorities)
            | Edition.id.in_(released_by),
        )
        .order_by(Edition.moved_at, Edition.id)
    )
    return db.session.scalars(query).all()


def every_waiting_edition() -> Sequence[Edition]:
    waiting = [EditionStatus.RELEASE, EditionStatus.PANEL, EditionStatus.CONDITIONAL]
    query = _editions().where(Edition.status.in_(waiting)).order_by(Edition.id)
    return db.session.scalars(query).all()


def providers_of_authorities(authorities: Collection[str], page: PageAsked) -> Page[Provider]:
    """Return every entry of the authorities, published or not, by name."""
    query = (
        select(Provider)
        .where(Provider.authority_code.in_(authorities))
        .options(joinedload(Provider.host))
        .order_by(func.lower(Provider.name), Provider.id)
    )
    return paginate(db.session(), query, page)


def providers_led(ids: Collection[int]) -> Sequence[Provider]:
    query = select(Provider).where(Provider.id.in_(ids)).options(joinedload(Provider.host))
    return db.session.scalars(query.order_by(func.lower(Provider.name), Provider.id)).all()


def latest_editions(providers: Collection[int]) -> dict[int, Edition]:
    """Return the newest edition of each provider, by provider."""
    newest = (
        select(Edition.provider_id, func.max(Edition.number).label("number"))
        .where(Edition.provider_id.in_(providers), Edition.status != EditionStatus.DISCARDED)
        .group_by(Edition.provider_id)
        .subquery()
    )
    query = select(Edition).join(
        newest,
        (Edition.provider_id == newest.c.provider_id) & (Edition.number == newest.c.number),
    )
    return {edition.provider_id: edition for edition in db.session.scalars(query)}


# addresses beside those of entries
RESERVED = frozenset({"new", "confirm", "criteria", "designations", "feed", "compare"})


def free_slug(wanted: str) -> str:
    """Return the address part, with a number behind it where it is taken."""
    query = select(Provider.slug).where(
        (Provider.slug == wanted) | Provider.slug.startswith(f"{wanted}-", autoescape=True)
    )
    taken = RESERVED | set(db.session.scalars(query))
    numbered = (f"{wanted}-{number}" for number in range(2, len(taken) + 3))
    return next(slug for slug in (wanted, *numbered) if slug not in taken)


def release_holds(provider: Provider, host_urn: int, days: Decimal) -> bool:
    """Tell whether this school last agreed to at least as many days."""
    last = last_host_answer(provider, host_urn)
    return bool(last and last.granted and last.days >= days)


def last_host_answer(provider: Provider, host_urn: int) -> HostRelease | None:
    """Return what this school answered when it was last asked for the provider's days."""
    query = (
        select(HostRelease)
        .options(joinedload(HostRelease.host))
        .join(Edition)
        .where(
            Edition.provider_id == provider.id,
            HostRelease.host_urn == host_urn,
            HostRelease.granted.is_not(None),
        )
        .order_by(HostRelease.id.desc())
        .limit(1)
    )
    return db.session.scalar(query)
