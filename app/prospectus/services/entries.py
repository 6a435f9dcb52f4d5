"""An entry begins, says what it offers, goes public."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from typing import NotRequired, TypedDict, Unpack

from sqlalchemy import select

from app.accounts.models import Person
from app.core import clock
from app.core.errors import DomainError
from app.extensions import db
from app.prospectus import queries
from app.prospectus.facts import (
    Availability,
    ListingAction,
    ListingStatus,
    Mode,
    Phase,
    ProviderKind,
)
from app.prospectus.lifecycle import LISTING_LIFECYCLE
from app.prospectus.models import (
    ExpertiseArea,
    Provider,
    ProviderExpertise,
    ProviderPrivate,
    ProviderRecord,
)
from app.prospectus.services.changed import changed


class NewProvider(TypedDict):
    """What an entry begins with; the second half is private."""

    slug: str
    name: str
    kind: ProviderKind
    authority_code: str
    headline: str
    summary: str
    phases: Sequence[Phase]
    modes: Sequence[Mode]
    areas: Sequence[str]
    availability: Availability
    organisation_type: NotRequired[str]
    host_urn: NotRequired[int | None]
    experience: NotRequired[str]
    confirmed_on: NotRequired[date | None]

    contact_name: NotRequired[str]
    contact_email: NotRequired[str]
    contact_phone: NotRequired[str]
    rate_pence_per_day: NotRequired[int | None]
    rate_is_public: NotRequired[bool]
    interests: NotRequired[str]


def add_provider(**facts: Unpack[NewProvider]) -> Provider:
    """Add an entry as a draft, which nobody but its own people and officers can see."""
    provider = Provider(
        slug=facts["slug"],
        name=facts["name"],
        kind=facts["kind"],
        organisation_type=facts.get("organisation_type", ""),
        authority_code=facts["authority_code"],
        host_urn=facts.get("host_urn"),
        headline=facts["headline"],
        summary=facts["summary"],
        experience=facts.get("experience", ""),
        phases=[Phase(phase).value for phase in facts["phases"]],
        modes=[Mode(mode).value for mode in facts["modes"]],
        areas=list(facts["areas"]),
        availability=facts["availability"],
        listing=ListingStatus.DRAFT,
        confirmed_on=facts.get("confirmed_on"),
    )
    provider.private = ProviderPrivate(
        contact_name=facts.get("contact_name", ""),
        contact_email=facts.get("contact_email", ""),
        contact_phone=facts.get("contact_phone", ""),
        rate_pence_per_day=facts.get("rate_pence_per_day"),
        rate_is_public=facts.get("rate_is_public", False),
        interests=facts.get("interests", ""),
    )
    db.session.add(provider)
    changed(provider)
    return provider


def set_expertise(provider: Provider, notes: Mapping[str, str]) -> None:
    """Replace the areas of expertise: codes of the current edition, each with its note or ""."""
    version = queries.current_expertise_version()
    areas = db.session.scalars(
        select(ExpertiseArea).where(
            ExpertiseArea.version_id == (version.id if version else None),
            ExpertiseArea.code.in_(notes),
            ExpertiseArea.parent_id.is_not(None),
        )
    )
    by_code = {area.code: area for area in areas}
    if unknown := [code for code in notes if code not in by_code]:
        message = f"There is no area of expertise {unknown[0]}."
        raise DomainError(message)
    held = {row.area_id: row for row in provider.expertise}
    for code, note in notes.items():
        area = by_code[code]
        if row := held.pop(area.id, None):
            row.note = note
        else:
            provider.expertise.append(ProviderExpertise(area=area, note=note))
    for row in held.values():
        db.session.delete(row)  # still the provider's while the audit trail notes it
    db.session.flush()
    db.session.expire(provider, ["expertise"])
    changed(provider)


def publish(provider: Provider, *, by: Person | None = None) -> None:
    """Put the entry before the public; raises NotReady with all that is missing."""
    LISTING_LIFECYCLE.move(provider, ListingAction.PUBLISH, by=by)
    provider.published_on = clock.today()
    provider.confirmed_on = provider.confirmed_on or clock.today()
    changed(provider)


def set_record(
    provider: Provider,
    *,
    commissions_assured: int,
    objectives_met: int,
    objectives_partly_met: int,
    objectives_not_met: int,
    objectives_not_yet: int,
    median_days_to_start: int | None = None,
) -> ProviderRecord:
    """Keep the sums over all quality-assured commissions, counted by whoever closed the last."""
    record = provider.record or ProviderRecord(provider=provider)
    record.commissions_assured = commissions_assured
    record.objectives_met = objectives_met
    record.objectives_partly_met = objectives_partly_met
    record.objectives_not_met = objectives_not_met
    record.objectives_not_yet = objectives_not_yet
    record.median_days_to_start = median_days_to_start
    record.recounted_at = clock.now()
    db.session.add(record)
    changed(provider)
    return record
