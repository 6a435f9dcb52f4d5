"""Refusing a signed agreement, and the challenge of a refusal."""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.commissions.facts import ApprovalKind
from app.commissions.lifecycle import COMMISSION_LIFECYCLE
from app.commissions.services import match
from app.commissions.services.agree import hold
from app.commissions.services.approve import record_act
from app.commissions.services.respond import given_reason
from app.commissions.statuses import CommissionAction
from app.commissions.timings import add_to_today
from app.core import clock
from app.extensions import db

if TYPE_CHECKING:
    from app.accounts.models import Person
    from app.commissions.models import Commission


def refuse(*, commission: Commission, by: Person, reason: str) -> None:
    """Say no, with a reason; both sides may challenge it for some working days."""
    hold(commission)
    words = given_reason(reason, "Say why you refuse.")
    COMMISSION_LIFECYCLE.move(commission, CommissionAction.REFUSE, by=by)
    commission.reason = words
    commission.challenge_until = add_to_today("challenge")
    record_act(commission, by, ApprovalKind.REFUSED, words)


def challenge(*, commission: Commission, by: Person, grounds: str) -> None:
    """Have another officer look at the refusal."""
    hold(commission)
    words = given_reason(grounds, "Say why the refusal is wrong.")
    COMMISSION_LIFECYCLE.move(commission, CommissionAction.CHALLENGE, by=by)
    record_act(commission, by, ApprovalKind.CHALLENGED, words)


def uphold_challenge(*, commission: Commission, by: Person, reason: str) -> None:
    """Set the refusal aside: the signed agreement waits for an approval again."""
    hold(commission)
    words = given_reason(reason, "Say why.")
    COMMISSION_LIFECYCLE.move(commission, CommissionAction.UPHOLD, by=by)
    commission.challenge_until = None
    record_act(commission, by, ApprovalKind.UPHELD, words)


def reject_challenge(*, commission: Commission, by: Person, reason: str) -> None:
    """Leave the refusal as it is, for good; the request goes back to matching."""
    hold(commission)
    words = given_reason(reason, "Say why.")
    record_act(commission, by, ApprovalKind.NOT_UPHELD, words)
    COMMISSION_LIFECYCLE.move(commission, CommissionAction.NOT_UPHOLD, by=by)
    _end(commission, by)


def let_stand(*, commission: Commission, by: Person) -> None:
    """End what nobody challenged in time; the request goes back to matching."""
    hold(commission)
    COMMISSION_LIFECYCLE.move(commission, CommissionAction.LET_STAND, by=by)
    _end(commission, by)


def _end(commission: Commission, by: Person) -> None:
    version = commission.current_version
    if version is not None:
        version.voided_at = clock.now()
        version.void_reason = f"The authority refused it: {commission.reason}"
    db.session.flush()
    match.reopen(request=commission.request, by=by)
