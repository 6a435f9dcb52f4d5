"""Who may undo a step: those who take such steps. Whose step it was, the audit trail knows."""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.commissions import permissions as who

if TYPE_CHECKING:
    from app.accounts.models import Person
    from app.commissions.models import Commission, SupportRequest


def can_undo_request(person: Person, request: SupportRequest) -> bool:
    return who.can_write_request(person, request) or who.brokers_request(person, request)


def can_undo_commission(person: Person, commission: Commission) -> bool:
    return who.can_decline_offer(person, commission) or who.can_withdraw(person, commission)
