"""Who may undo a step: whoever may take it. Pure rules; whose it was, the audit trail knows."""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.commissions import permissions as who
from app.commissions.statuses import CommissionStatus, RequestStatus
from app.commissions.undo.facts import COMMISSIONS_TO_UNDO, REQUESTS_TO_UNDO

if TYPE_CHECKING:
    from app.accounts.models import Person
    from app.commissions.models import Commission, SupportRequest


def can_undo_request(person: Person, request: SupportRequest) -> bool:
    """Where there is nothing to undo, both learn so: somebody who comes Back reads why."""
    if request.status is RequestStatus.WITHDRAWN:
        return who.can_write_request(person, request)
    if request.status in REQUESTS_TO_UNDO:
        return who.brokers_request(person, request)
    return who.can_write_request(person, request) or who.brokers_request(person, request)


def can_undo_commission(person: Person, commission: Commission) -> bool:
    if commission.status is CommissionStatus.DECLINED:
        return who.can_decline_offer(person, commission)
    if commission.status is CommissionStatus.WITHDRAWN:
        return who.can_withdraw(person, commission)
    if commission.status in COMMISSIONS_TO_UNDO:
        return who.can_deliver(person, commission)
    return who.can_decline_offer(person, commission) or who.can_withdraw(person, commission)
