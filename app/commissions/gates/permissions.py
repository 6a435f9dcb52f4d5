"""Who reads the checks before approval and who records them. Pure rules."""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.commissions import permissions as who
from app.commissions.approval_permissions import follows_up
from app.commissions.gates.facts import CHECKED_WHILE, CheckResult

if TYPE_CHECKING:
    from app.accounts.models import Person
    from app.commissions.models import Commission


def can_see_gates(person: Person, commission: Commission) -> bool:
    """Officers and quality leads; no side reads how it was checked."""
    return who.can_see_interests(person, commission)


def can_record_check(person: Person, commission: Commission) -> bool:
    """Any officer with no part and no interest, until the authority has decided."""
    return commission.status in CHECKED_WHILE and follows_up(person, commission)


def failed_due_diligence(commission: Commission) -> bool:
    check = commission.newest_check
    return check is not None and check.result is CheckResult.NOT_PASSED


def can_refuse_supporter(person: Person, commission: Commission) -> bool:
    """The broker, once the provider did not pass."""
    return failed_due_diligence(commission) and who.brokers(person, commission)
