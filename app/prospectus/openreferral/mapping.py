"""From an entry to the profile's service, organization, location and attributes.

Only what every visitor reads on the entry's page; of contacts, only an organisation's website.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime
from typing import Any

from app.prospectus.addresses import entry_address
from app.prospectus.entry import summary_of
from app.prospectus.facts import (
    AVAILABILITY_WORDS,
    KIND_WORDS,
    MODE_WORDS,
    PHASE_WORDS,
    Mode,
    Phase,
    ProviderKind,
)
from app.prospectus.identifiers import id_of_entry, identifier
from app.prospectus.models import Provider
from app.prospectus.openreferral.taxonomies import NAMES, Taxonomy, Term, term_id
from app.prospectus.places import places_served
from app.schools.models import School

Json = dict[str, Any]


@dataclass(frozen=True)
class Entry:
    """A published entry, the moment its public part last changed, its rate if that is public."""

    provider: Provider
    changed_at: datetime
    rate_pence: int | None = None


def service_at_location_id(service: str, urn: int) -> str:
    return identifier("service_at_location", service, urn)


def minimal_service(service: str, changed_at: datetime) -> Json:
    return {"id": service, "modified_date": moment(changed_at)}


def service(entry: Entry, today: date) -> Json:
    """Return the service with what it has one of."""
    provider = entry.provider
    organization = organization_of(provider)
    return _known(
        id=id_of_entry(provider),
        organization_id=organization["id"],
        name=provider.name,
        description=_paragraphs(provider.headline, provider.summary, provider.experience),
        url=entry_address(provider),
        status="active",
        accreditations="; ".join(summary_of(provider, today).designations),
        assured_date=provider.confirmed_on.isoformat() if provider.confirmed_on else None,
        last_modified=moment(entry.changed_at),
        organization=organization,
    )


def full_service(entry: Entry, today: date) -> Json:
    """Return the service with everything that hangs on it."""
    provider = entry.provider
    link = _link(provider)
    return service(entry, today) | {
        "service_areas": list(_service_areas(provider)),
        "service_at_locations": [link] if link else [],
        "cost_options": list(_cost_options(entry)),
        "attributes": list(_attributes(provider, today)),
    }


def service_at_location(entry: Entry, today: date, *, full: bool) -> Json:
    link = _link(entry.provider) or {}
    return link | {"service": full_service(entry, today) if full else service(entry, today)}


def taxonomy_json(taxonomy: Taxonomy) -> Json:
    return {"id": taxonomy.id, "name": taxonomy.name, "description": taxonomy.description}


def term_json(term: Term) -> Json:
    return _known(
        id=term.id,
        name=term.name,
        description=term.description,
        parent_id=term_id(term.facet, term.parent) if term.parent else None,
        taxonomy=NAMES[term.facet],
        taxonomy_id=identifier("taxonomy", term.facet),
    )


def organization_of(provider: Provider) -> Json:
    """Return who answers for the service: itself, the school that lends the person, the authority.

    A person is no organisation, and their school is the one that may be asked for them.
    """
    if provider.kind is ProviderKind.ORGANISATION:
        what = provider.organisation_type or "organisation"
        return {
            "id": identifier("organization", provider.authority_code, provider.slug),
            "name": provider.name,
            "description": f"{what[:1].upper()}{what[1:]}. {provider.headline}",
        }
    if provider.host is not None:
        return _school(provider.host)
    return {
        "id": identifier("authority", provider.authority_code),
        "name": provider.authority.name,
        "description": f"The local authority for {provider.authority.name}.",
    }


def moment(value: datetime) -> str:
    return value.astimezone(UTC).isoformat(timespec="milliseconds").replace("+00:00", "Z")


def _school(school: School) -> Json:
    kind = school.type_name or "School"
    return _known(
        id=identifier("school", school.urn),
        name=school.name,
        description=f"{kind} in {school.town}." if school.town else f"{kind}.",
        website=school.website_link,
    )


def _link(provider: Provider) -> Json | None:
    """Return where the service is at home; None for whoever has no home school."""
    school = provider.host
    if school is None:
        return None
    own = id_of_entry(provider)
    location = _location(school, provider.authority.name)
    return {
        "id": service_at_location_id(own, school.urn),
        "service_id": own,
        "location_id": location["id"],
        "location": location,
    }


def _location(school: School, authority_name: str) -> Json:
    own = identifier("location", school.urn)
    lines = [line for line in (school.street, school.locality, school.address3) if line]
    address = {
        "id": identifier("address", school.urn),
        "location_id": own,
        "address_1": ", ".join(lines),
        "city": school.town,
        "state_province": school.county or school.district or authority_name,
        "postal_code": school.postcode,
        "country": "GB",
        "address_type": "physical",
    }
    return _known(
        id=own,
        location_type="physical",
        name=school.name,
        latitude=school.latitude,
        longitude=school.longitude,
        external_identifier=str(school.urn),
        external_identifier_type="URN",
        # the profile has no half addresses
        addresses=[address] if all(address.values()) else [],
    )


def _service_areas(provider: Provider) -> Iterator[Json]:
    own = id_of_entry(provider)
    for place in places_served(provider.authority_code, provider.areas):
        yield {
            "id": identifier("service_area", own, place),
            "service_id": own,
            "name": place,
            "service_area": place,
        }


def _cost_options(entry: Entry) -> Iterator[Json]:
    if entry.rate_pence is None:
        return
    own = id_of_entry(entry.provider)
    yield {
        "id": identifier("cost_option", own, "day"),
        "service_id": own,
        "option": "One day of support",
        "amount": entry.rate_pence / 100,
        "amount_description": "pounds a day",
        # one edition of the profile asks for it without saying what it is
        "url": entry_address(entry.provider),
    }


def _attributes(provider: Provider, today: date) -> Iterator[Json]:
    own = id_of_entry(provider)
    for term in _terms(provider, today):
        yield {
            "id": identifier("attribute", own, term.id),
            "link_id": own,
            "link_entity": "service",
            "link_type": term.facet,
            "taxonomy_term_id": term.id,
            "taxonomy_term": term_json(term),
        }


def _terms(provider: Provider, today: date) -> Iterator[Term]:
    for held in provider.expertise:
        area = held.area
        heading = area.parent.code if area.parent else None
        yield Term("expertise", area.code, area.name, area.hint or area.name, heading)
    types = {held.type.code: held.type for held in provider.designations if held.in_date(today)}
    for kind in types.values():
        yield Term("designation", kind.code, kind.name, kind.description or kind.name)
    yield _fixed("kind", provider.kind.value, KIND_WORDS[provider.kind])
    for phase in provider.phases:
        yield _fixed("phase", phase, PHASE_WORDS[Phase(phase)])
    for mode in provider.modes:
        yield _fixed("mode", mode, MODE_WORDS[Mode(mode)])
    available = provider.availability
    yield _fixed("availability", available.value, AVAILABILITY_WORDS[available])


def _fixed(facet: str, code: str, words: str) -> Term:
    return Term(facet, code, words, words)


def _paragraphs(*texts: str) -> str:
    return "\n\n".join(text for text in texts if text)


def _known(**facts: Any) -> Json:
    """Leave out what we do not know: the profile has no null."""
    return {name: value for name, value in facts.items() if value not in (None, "", [])}
