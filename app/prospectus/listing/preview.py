"""The entry as schools would see it, drawn from an edition that is not published."""

from __future__ import annotations

from typing import Any

from sqlalchemy import select

from app.core import clock
from app.core.calendar import academic_year
from app.extensions import db
from app.prospectus import entry
from app.prospectus.facts import ListingStatus, ProviderKind
from app.prospectus.for_reader import ForReader
from app.prospectus.listing.claims import Claims
from app.prospectus.models import Edition, ExpertiseArea, Provider, ProviderExpertise
from app.prospectus.queries import current_expertise_version
from app.prospectus.sight import Sight
from app.schools.queries import school_by_urn


def preview_of(edition: Edition) -> dict[str, Any]:
    """Return what the entry's template draws; nothing is written."""
    today, real = clock.today(), edition.provider
    drawn = _as_entry(edition)
    return {
        "provider": drawn,
        "summary": entry.summary_of(drawn, today),
        "designations": entry.designation_lines(real, today),
        "expertise": entry.expertise_sections(drawn),
        "modes": entry.mode_words(drawn),
        "places": entry.places_words(drawn),
        "sight": Sight(),
        "shortlist": None,
        "for_reader": ForReader("", "", (), may_ask=False),
        "with_contacts": False,
        "with_rate": False,
        "days_offered": None,
        "year": academic_year(today),
        "address": "",
        "today": today,
    }


def _as_entry(edition: Edition) -> Provider:
    """Return an entry that no session knows, with the claims of the edition."""
    real, claims = edition.provider, Claims.from_json(edition.content)
    return Provider(
        slug=real.slug,
        name=claims.name,
        kind=ProviderKind(claims.kind) if claims.kind else ProviderKind.PERSON,
        organisation_type=claims.organisation_type,
        authority_code=real.authority_code,
        host=school_by_urn(claims.host_urn) if claims.host_urn else None,
        headline=claims.headline,
        summary=claims.summary,
        experience=claims.experience,
        phases=list(claims.phases),
        modes=list(claims.modes),
        areas=list(claims.areas),
        case_studies=[vars(study) for study in claims.case_studies],
        availability=real.availability,
        listing=ListingStatus.PUBLISHED,
        confirmed_on=clock.today(),
        expertise=[
            ProviderExpertise(area=area, note=claims.expertise[area.code])
            for area in _areas(claims)
        ],
    )


def _areas(claims: Claims) -> list[ExpertiseArea]:
    version = current_expertise_version()
    query = select(ExpertiseArea).where(
        ExpertiseArea.version_id == (version.id if version else None),
        ExpertiseArea.code.in_(claims.expertise),
    )
    return list(db.session.scalars(query.order_by(ExpertiseArea.position)))
