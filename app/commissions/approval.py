"""Why an officer cannot approve what waits for approval, and who can."""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.commissions import permissions as who
from app.commissions.facts import ApprovalKind
from app.commissions.preauthorised.permissions import can_approve_by_rule
from app.commissions.statuses import CommissionStatus
from app.core.money import pounds

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from app.accounts.models import Person
    from app.commissions.models import Commission


def awaits_approval(commission: Commission) -> bool:
    if commission.status is CommissionStatus.CHALLENGED:
        return True
    return commission.status is CommissionStatus.SIGNING and not commission.unsigned_parties


def approves_by_rule(person: Person, commission: Commission) -> bool:
    signed = commission.status is CommissionStatus.SIGNING
    return signed and can_approve_by_rule(person, commission)


def approval_note(
    person: Person, commission: Commission, deciders: Callable[[Commission], Sequence[Person]]
) -> str:
    """Tell an officer who may not approve why, and who may; nothing to anybody else."""
    if not awaits_approval(commission) or not who.is_officer_for(person, commission):
        return ""
    if who.can_approve(person, commission) or approves_by_rule(person, commission):
        return ""
    return f"{_reason(person, commission)} {who_can(deciders(commission))}"


def who_can(deciders: Sequence[Person]) -> str:
    names = [person.name for person in deciders]
    if not names:
        return "Nobody can at present: ask your administrator."
    if len(names) == 1:
        return f"{names[0]} can."
    return f"{', '.join(names[:-1])} or {names[-1]} can."


def _reason(person: Person, commission: Commission) -> str:
    if person.id in commission.who_did(ApprovalKind.RECOMMENDED):
        return "You recommended it, so another officer approves it."
    if person.id in commission.who_did(ApprovalKind.REFUSED):
        return "You refused it, so another officer decides now."
    if who.is_party(person, commission):
        return "You are a party to this agreement, so another officer approves it."
    if who.has_interest(person, commission):
        return "You declared an interest, so another officer approves it."
    amount = pounds(commission.total_pence)
    return f"This needs an officer who may approve {amount} or more."
