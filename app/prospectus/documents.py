"""From an entry to what the search knows of it: its public part, and nothing else.

Whoever may search may guess every word and count that is in here.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date

from sqlalchemy import select
from sqlalchemy.orm import Session, joinedload, selectinload

from app.core import clock
from app.prospectus.facts import PHASE_WORDS, ListingStatus, Phase
from app.prospectus.freshness import is_stale
from app.prospectus.models import Provider, ProviderExpertise
from app.prospectus.places import places_served
from app.schools.points import point_of_school
from app.search.documents import SINKS, Document

_AT_ONCE = 500


def document_id(provider: Provider) -> str:
    return str(provider.id)


def documents(session: Session, ids: Sequence[str] | None) -> Iterator[Document]:
    """Yield the documents of the published entries among `ids`, or of all; the search's source."""
    query = (
        select(Provider)
        .where(Provider.listing == ListingStatus.PUBLISHED)
        .order_by(Provider.id)
        .options(
            joinedload(Provider.host),
            selectinload(Provider.designations),
            selectinload(Provider.expertise).joinedload(ProviderExpertise.area),
        )
        .execution_options(yield_per=_AT_ONCE)
    )
    today = clock.today()
    if ids is None:
        for provider in session.scalars(query):
            yield document_of(provider, today)
        return
    numbers = [int(name) for name in ids if name.isdecimal()]
    for start in range(0, len(numbers), _AT_ONCE):
        some = query.where(Provider.id.in_(numbers[start : start + _AT_ONCE]))
        for provider in session.scalars(some):
            yield document_of(provider, today)


def document_of(provider: Provider, today: date) -> Document:
    """Return the document of a published entry; a designation counts only while in date."""
    types = [held.type for held in provider.designations if held.in_date(today)]
    areas = [held.area for held in provider.expertise]
    host = provider.host
    places = places_served(provider.authority_code, provider.areas)
    phases = [PHASE_WORDS[Phase(phase)] for phase in provider.phases]
    sort: dict[str, str | float] = {"name": provider.name}
    if provider.confirmed_on is not None:
        sort["confirmed"] = provider.confirmed_on.toordinal()
    if is_stale(provider, today):
        sort[SINKS] = 1
    if host is not None and (point := point_of_school(host)) is not None:
        sort["latitude"], sort["longitude"] = point
    return Document(
        id=document_id(provider),
        text={
            "name": provider.name,
            "organisation": _joined([host.name if host else "", provider.organisation_type]),
            "expertise": _joined(
                text for held in provider.expertise for text in (held.area.name, held.note)
            ),
            "designations": _joined(
                text for kind in types for text in (kind.name, kind.short_name)
            ),
            "locality": _joined([*places, (host.town or "") if host else ""]),
            "description": _joined(
                [
                    provider.headline,
                    provider.summary,
                    provider.experience,
                    *phases,
                    *(area.hint for area in areas),
                    *dict.fromkeys(area.specialist_leader_area for area in areas),
                ]
            ),
        },
        facets={
            "kind": (provider.kind.value,),
            "designation": tuple(dict.fromkeys(kind.code for kind in types)),
            "expertise": tuple(area.code for area in areas),
            "phase": tuple(provider.phases),
            "area": places,
            "mode": tuple(provider.modes),
            "availability": (provider.availability.value,),
        },
        sort=sort,
    )


def _joined(texts: Iterator[str] | Sequence[str]) -> str:
    # a line each: no phrase reaches from one text into the next
    return "\n".join(text for text in texts if text)
