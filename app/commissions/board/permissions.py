"""Who works on the board. Pure rules.

What officers write there is for no side, so an officer with a part in the work is left out of it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.commissions import permissions as who
from app.commissions.statuses import ENDED_COMMISSIONS, ENDED_REQUESTS, RequestStatus
from app.commissions.voices import OFFICERS

if TYPE_CHECKING:
    from app.accounts.models import Person
    from app.commissions.models import SupportRequest


def has_board(person: Person) -> bool:
    return person.holds(*OFFICERS)


def works_on(person: Person, request: SupportRequest) -> bool:
    """An officer of the authority with no part and no interest in it or what came from it."""
    return (
        who.is_officer_for(person, request)
        and request.status is not RequestStatus.DRAFT
        and not who.reads_for_school(person, request)
        and not who.has_interest(person, request)
        and not _leads_one_considered(person, request)
        and not any(
            who.is_party(person, commission) or who.has_interest(person, commission)
            for commission in request.commissions
        )
    )


def _leads_one_considered(person: Person, request: SupportRequest) -> bool:
    considered = {candidate.provider_id for candidate in request.candidates}
    asked = {enquiry.provider_id for enquiry in request.enquiries}
    return not (considered | asked | {request.preferred_provider_id}).isdisjoint(
        person.providers_led()
    )


def can_assign(person: Person, request: SupportRequest) -> bool:
    """Whoever works on it, until nothing more will happen to it."""
    return works_on(person, request) and is_open(request)


def is_open(request: SupportRequest) -> bool:
    if request.status is RequestStatus.MATCHED:
        return any(c.status not in ENDED_COMMISSIONS for c in request.commissions)
    return request.status not in ENDED_REQUESTS
