"""Interests: "none" is an answer that is kept, and an interest once declared stays."""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.accounts.roles import Role
from app.commissions import permissions as who
from app.commissions import voices
from app.commissions.facts import Interest
from app.commissions.models import Commission, ConflictDeclaration
from app.commissions.suitability import stands_by_provider
from app.core.errors import DomainError, NotReady
from app.extensions import db

if TYPE_CHECKING:
    from app.accounts.models import Person
    from app.commissions.models import SupportRequest

SAY_WHAT = "Say what the interest is and whose it is."
STAYS = "You declared an interest in this before. It stays, so somebody else must act on it."
ON_A_SIDE = (
    "You belong to one of the sides of this, so you cannot act on it for the authority. "
    "Declare the interest and leave it to another officer."
)


def declare_interest(
    *, matter: SupportRequest | Commission, by: Person, answer: Interest, detail: str = ""
) -> ConflictDeclaration:
    """Record the answer of one person; the same "none" twice is one record."""
    detail = detail.strip()
    if answer is Interest.DECLARED and not detail:
        raise NotReady([SAY_WHAT])
    if answer is Interest.NONE:
        if who.has_interest(by, matter):
            raise DomainError(STAYS)
        if _acts_for_authority(by, matter) and _is_on_a_side(by, matter):
            raise DomainError(ON_A_SIDE)
        if who.has_answered(by, matter):
            return who.declarations_about(by, matter)[-1]
    declaration = ConflictDeclaration(person=by, answer=answer, detail=detail)
    matter.declarations.append(declaration)
    db.session.flush()
    return declaration


def _acts_for_authority(person: Person, matter: SupportRequest | Commission) -> bool:
    roles = (*voices.officer_roles(matter), Role.QUALITY_LEAD)
    return person.holds(*roles, authority=matter.authority_code)


def _is_on_a_side(person: Person, matter: SupportRequest | Commission) -> bool:
    if isinstance(matter, Commission):
        return who.is_party(person, matter)
    providers = [candidate.provider for candidate in matter.candidates]
    providers += [enquiry.provider for enquiry in matter.enquiries]
    if matter.preferred_provider is not None:
        providers.append(matter.preferred_provider)
    if voices.is_shut_out(person, matter):
        return True
    return who.reads_for_school(person, matter) or any(
        stands_by_provider(person, provider) for provider in providers
    )
