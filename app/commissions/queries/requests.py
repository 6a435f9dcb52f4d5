"""Requests as pages and lists read them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from sqlalchemy import select
from sqlalchemy.orm import defaultload, joinedload, selectinload

from app.commissions.facts import CandidateVerdict
from app.commissions.models import (
    Candidate,
    Commission,
    ConflictDeclaration,
    Enquiry,
    NotAsked,
    SupportRequest,
)
from app.commissions.queries.sides import people_of_side
from app.extensions import db
from app.prospectus.models import Provider, ProviderExpertise

if TYPE_CHECKING:
    from collections.abc import Sequence

    from app.accounts.models import Person


def request_by_reference(reference: str, **_rest: Any) -> SupportRequest | None:
    """Return the request with what says who may know of it; its lists come when asked for.

    Further parts of the URL are ignored.
    """
    if not reference.isprintable():
        return None  # PostgreSQL takes no NUL
    provider = defaultload(SupportRequest.candidates).joinedload(Candidate.provider)
    return db.session.scalar(
        select(SupportRequest)
        .where(SupportRequest.reference == reference)
        .options(
            joinedload(SupportRequest.school),
            joinedload(SupportRequest.board_need),
            joinedload(SupportRequest.requester),
            joinedload(SupportRequest.broker),
            joinedload(SupportRequest.focus),
            joinedload(SupportRequest.preferred_provider),
            provider.joinedload(Provider.host),
            provider.joinedload(Provider.record),
            provider.selectinload(Provider.designations),
            provider.selectinload(Provider.expertise).joinedload(ProviderExpertise.area),
            defaultload(SupportRequest.declarations).joinedload(ConflictDeclaration.person),
            defaultload(SupportRequest.commissions).joinedload(Commission.provider),
            defaultload(SupportRequest.enquiries).options(
                joinedload(Enquiry.provider), selectinload(Enquiry.answers)
            ),
            defaultload(SupportRequest.not_asked).options(
                joinedload(NotAsked.provider), joinedload(NotAsked.by)
            ),
        )
    )


def people_of_school(request: SupportRequest) -> Sequence[Person]:
    """Return who belongs to the side that asks today, to compare with and never to show."""
    return people_of_side(request)


def candidate_of(request: SupportRequest, candidate_id: str) -> Candidate | None:
    return next((c for c in request.candidates if str(c.id) == candidate_id), None)


def chosen_candidate(request: SupportRequest) -> Candidate | None:
    return next((c for c in request.candidates if c.verdict is CandidateVerdict.CHOSEN), None)
