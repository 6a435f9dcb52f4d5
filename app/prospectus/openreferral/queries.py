"""Which entries are asked for, in a few statements however many there are."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import NamedTuple

from sqlalchemy import func, select
from sqlalchemy.orm import joinedload, selectinload

from app.extensions import db
from app.prospectus import queries
from app.prospectus.changes import public_changes
from app.prospectus.facts import ListingStatus
from app.prospectus.identifiers import service_id
from app.prospectus.models import ExpertiseArea, ExpertiseVersion, Provider, ProviderExpertise
from app.prospectus.openreferral.mapping import Entry, service_at_location_id
from app.prospectus.openreferral.parameters import Asked, BadParameterError
from app.prospectus.openreferral.taxonomies import Taxonomy, taxonomies
from app.search import find
from app.search.query import RELEVANCE, SearchRequest

_MOST_FOUND = 100_000


class Listed(NamedTuple):
    """A published entry in short: enough to know its identifiers."""

    id: int
    authority_code: str
    slug: str
    host_urn: int | None

    @property
    def service_id(self) -> str:
        return service_id(self.authority_code, self.slug)

    @property
    def service_at_location_id(self) -> str | None:
        if self.host_urn is None:
            return None
        return service_at_location_id(self.service_id, self.host_urn)


def published() -> list[Listed]:
    query = (
        select(Provider.id, Provider.authority_code, Provider.slug, Provider.host_urn)
        .where(Provider.listing == ListingStatus.PUBLISHED)
        .order_by(func.lower(Provider.name), Provider.id)
    )
    return [Listed(*row) for row in db.session.execute(query)]


def matching(asked: Asked) -> list[Listed]:
    """Return all published entries that match: the best first, or by name.

    Raises BadParameterError, and SearchUnavailableError when words or terms are asked for.
    """
    found = published()
    filters = _filters(asked)
    if asked.words or filters:
        order = RELEVANCE if asked.words else "name"
        hits = find(SearchRequest(asked.words, filters, order, limit=_MOST_FOUND)).hits
        by_id = {str(one.id): one for one in found}
        # the index may be some seconds behind
        found = [by_id[hit.id] for hit in hits if hit.id in by_id]
    if asked.modified_after is not None:
        moments = public_changes()
        after = asked.modified_after
        found = [one for one in found if one.id in moments and moments[one.id] >= after]
    return found


def _filters(asked: Asked) -> dict[str, frozenset[str]]:
    if asked.taxonomy is None and not asked.terms:
        return {}
    known = all_taxonomies()
    filters: dict[str, frozenset[str]] = {}
    if asked.taxonomy is not None:
        taxonomy = the_taxonomy(known, asked.taxonomy)
        filters[taxonomy.facet] = frozenset(term.code for term in taxonomy.terms)
    wanted: dict[str, frozenset[str]] = {}
    for name in asked.terms:
        facet, codes = _values(known, name)
        wanted[facet] = wanted.get(facet, frozenset()) | codes
    return filters | wanted


def _values(known: Sequence[Taxonomy], name: str) -> tuple[str, frozenset[str]]:
    for taxonomy in known:
        for term in taxonomy.terms:
            if term.id == name.lower():
                return taxonomy.facet, taxonomy.codes_under(term.code)
    message = f"There is no taxonomy term {name}. Use an id from taxonomy_terms."
    raise BadParameterError(message)


def the_taxonomy(known: Sequence[Taxonomy], name: str) -> Taxonomy:
    for taxonomy in known:
        if taxonomy.id == name.lower():
            return taxonomy
    message = f"There is no taxonomy {name}. Use an id from taxonomies."
    raise BadParameterError(message)


def all_taxonomies() -> list[Taxonomy]:
    """Return them with the areas of every edition: entries keep the one they were made with."""
    areas = db.session.scalars(
        select(ExpertiseArea)
        .join(ExpertiseVersion)
        .order_by(ExpertiseVersion.valid_from.desc(), ExpertiseArea.position, ExpertiseArea.id)
    ).all()
    return taxonomies(areas, queries.designation_types())


def entries(listed: Sequence[Listed]) -> list[Entry]:
    """Return the entries with all that is said of them, in the given order."""
    ids = [one.id for one in listed]
    query = (
        select(Provider)
        .where(Provider.id.in_(ids), Provider.listing == ListingStatus.PUBLISHED)
        .options(
            *queries.FOR_A_LIST,
            joinedload(Provider.authority),
            selectinload(Provider.expertise)
            .joinedload(ProviderExpertise.area)
            .joinedload(ExpertiseArea.parent),
        )
    )
    found = {provider.id: provider for provider in db.session.scalars(query)}
    moments, rates = public_changes(ids), queries.public_rates(ids)
    return [
        Entry(found[number], moments[number], rates.get(number))
        for number in ids
        # one may have been hidden between two statements
        if number in found and number in moments
    ]


def entry_where(wanted: Callable[[Listed], bool]) -> Entry | None:
    found = entries([one for one in published() if wanted(one)][:1])
    return found[0] if found else None
