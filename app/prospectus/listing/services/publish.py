"""What the panel passed becomes what the public reads."""

from __future__ import annotations

from decimal import Decimal

from app.accounts.models import Person
from app.core import clock
from app.core.calendar import academic_year
from app.prospectus.designations.services import host_changed
from app.prospectus.facts import HiddenBy, ListingStatus, ProviderKind
from app.prospectus.listing import queries
from app.prospectus.listing.claims import Claims
from app.prospectus.listing.facts import IN_FORCE, EditionAction
from app.prospectus.listing.lifecycle import EDITION_LIFECYCLE
from app.prospectus.models import Edition, Provider
from app.prospectus.services import (
    confirm_entry,
    publish,
    set_capacity,
    set_expertise,
    show,
)


def publish_edition(edition: Edition, *, by: Person) -> None:
    """Bring the claims into the entry, publish it, and set the edition before it aside."""
    provider, claims = edition.provider, Claims.from_json(edition.content)
    for earlier in queries.editions_of(provider):
        if earlier is not edition and earlier.status in IN_FORCE:
            EDITION_LIFECYCLE.move(earlier, EditionAction.SUPERSEDE, by=by)
    provider.name = claims.name
    provider.kind = ProviderKind(claims.kind)
    provider.organisation_type = claims.organisation_type if claims.is_organisation else ""
    host_before, provider.host_urn = provider.host_urn, claims.host_urn
    provider.headline, provider.summary = claims.headline, claims.summary
    provider.experience = claims.experience
    provider.phases, provider.modes = list(claims.phases), list(claims.modes)
    provider.areas = list(claims.areas)
    provider.case_studies = [vars(study) for study in claims.case_studies]
    set_expertise(provider, claims.expertise)
    _offer_days(provider, edition.days)
    _show(provider, by)
    host_changed(provider, host_before, provider.host_urn)


def _show(provider: Provider, by: Person) -> None:
    """Bring it before the public; what its lead or a review took out of sight stays so."""
    if provider.listing is ListingStatus.DRAFT:
        publish(provider)
    elif provider.private.hidden_by is HiddenBy.OFFICER:
        show(provider, by=by)
    if provider.private.hidden_by not in {HiddenBy.LEAD, HiddenBy.REVIEW}:
        confirm_entry(provider)


def _offer_days(provider: Provider, days: Decimal | None) -> None:
    """Offer the days this year where nothing was said yet; later they are changed by themselves."""
    year = academic_year(clock.today())
    if days is not None and all(row.academic_year != year for row in provider.capacities):
        set_capacity(provider, academic_year=year, days_offered=days)
