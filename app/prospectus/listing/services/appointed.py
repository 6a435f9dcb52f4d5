"""The entry of somebody whom a panel appointed: written from what they applied with."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal

from app.accounts.models import Person
from app.accounts.roles import Role
from app.accounts.services import assign_role
from app.core import clock
from app.extensions import db
from app.prospectus.facts import Availability, ProviderKind
from app.prospectus.listing import queries
from app.prospectus.listing.claims import Claims
from app.prospectus.listing.facts import EditionAction, Rating
from app.prospectus.listing.lifecycle import EDITION_LIFECYCLE
from app.prospectus.listing.services.publish import publish_edition
from app.prospectus.listing.services.write import slug_of
from app.prospectus.models import Edition, Provider
from app.prospectus.services import add_provider


@dataclass(frozen=True)
class Appointed:
    """Who was appointed, what the public reads of them, and what the panel went by."""

    person: Person
    authority_code: str
    claims: Claims
    days: Decimal
    evidence: str
    referees: str
    interests: str
    # why no other panel looks at it
    reason: str


def publish_appointed(appointed: Appointed, *, by: Person) -> Provider:
    """Publish a champion's first edition at once; later ones go the way of all entries."""
    person, claims = appointed.person, appointed.claims
    provider = add_provider(
        slug=queries.free_slug(slug_of(person.name)),
        name=person.name,
        kind=ProviderKind.CHAMPION,
        authority_code=appointed.authority_code,
        headline="",
        summary="",
        phases=(),
        modes=(),
        areas=(),
        availability=Availability.NOW,
        contact_name=person.name,
        contact_email=person.email,
        interests=appointed.interests,
    )
    assign_role(person=person, role=Role.PROVIDER_LEAD, provider=provider.id)
    edition = Edition(
        provider=provider,
        number=1,
        written_by_id=person.id,
        content=claims.as_json(),
        evidence=appointed.evidence,
        referees=appointed.referees,
        days=appointed.days,
    )
    db.session.add(edition)
    db.session.flush()
    EDITION_LIFECYCLE.move(edition, EditionAction.APPOINT, by=by)
    edition.rating, edition.reason = Rating.GREEN, appointed.reason
    edition.decided_by_id, edition.decided_at = by.id, clock.now()
    publish_edition(edition, by=by)
    return provider
