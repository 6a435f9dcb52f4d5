"""Nobody supports their own school, and nobody stands on both sides."""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.commissions.for_boards.homes import homes_of
from app.commissions.queries.sides import people_of_side
from app.commissions.suitability import on_both_sides
from app.commissions.voices import is_of_board
from app.core.errors import DomainError
from app.prospectus.fit import is_own_staff

if TYPE_CHECKING:
    from app.commissions.models import SupportRequest
    from app.prospectus.models import Provider

BOTH_SIDES = "One person would stand on both sides of this: at the school and with the provider."


OF_THIS_BOARD = "Somebody of this provider governs or works at this school. Choose another."


def _is_of_this_board(provider: Provider, request: SupportRequest) -> bool:
    homes = homes_of([provider.id])[provider.id]
    return any(school.urn == request.school_urn for school in homes)


def refuse_own_staff(provider: Provider, school_urn: int) -> None:
    if is_own_staff(provider, school_urn):
        message = (
            f"{provider.name} works at this school, so it cannot be asked to support it. "
            "Choose another provider, or leave the choice to the brokerage team."
        )
        raise DomainError(message)


def refuse_unfit(request: SupportRequest, provider: Provider) -> None:
    """Refuse who cannot be put before this school: not public, its own staff, on both sides."""
    if not provider.is_public:
        message = f"{provider.name} is not in the prospectus now."
        raise DomainError(message)
    refuse_own_staff(provider, request.school_urn)
    if is_of_board(request) and _is_of_this_board(provider, request):
        raise DomainError(OF_THIS_BOARD)
    school_people = people_of_side(request)
    if on_both_sides(school_people, request.school_urn, provider):
        raise DomainError(BOTH_SIDES)
