"""Recording the checks before approval, and ending what did not pass."""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.commissions.gates.facts import NEEDS_REASON, CheckResult
from app.commissions.gates.permissions import can_record_check
from app.commissions.lifecycle import COMMISSION_LIFECYCLE
from app.commissions.models import ProviderCheck
from app.commissions.services import match
from app.commissions.services.agree import hold
from app.commissions.services.respond import given_reason
from app.commissions.statuses import CommissionAction
from app.core import clock
from app.core.audit_label import label_change
from app.core.errors import NotAllowed, NotReady
from app.extensions import db

if TYPE_CHECKING:
    from datetime import date

    from app.accounts.models import Person
    from app.commissions.models import Commission

CANNOT = "Officers record checks while the support is agreed and signed, and not on their own work."


def record_check(
    *,
    commission: Commission,
    by: Person,
    result: CheckResult,
    checked_on: date,
    sources: str = "",
    reason: str = "",
) -> None:
    """Record how the check of the provider stands; the newest record counts."""
    _hold(commission, by)
    if result is not CheckResult.NOT_NEEDED:
        given_reason(sources, "Say what you checked.")
    if result in NEEDS_REASON:
        given_reason(reason, "Say why.")
    if checked_on > clock.today():
        raise NotReady(["Enter the day of the check, not a day to come."])
    check = ProviderCheck(
        commission=commission,
        person=by,
        result=result,
        checked_on=checked_on,
        sources=sources.strip(),
        reason=reason.strip(),
    )
    label_change(check, result)
    db.session.add(check)
    db.session.flush()


def waive_designation(*, commission: Commission, by: Person, reason: str) -> None:
    """Record why no designation in date is needed."""
    _hold(commission, by)
    words = given_reason(reason, "Say why no designation in date is needed.")
    label_change(commission, "waive_designation")
    commission.waiver_reason = words
    db.session.flush()


def refuse_supporter(*, commission: Commission, by: Person, reason: str) -> None:
    """End it because the provider did not pass; the request goes back to matching."""
    hold(commission)
    words = given_reason(reason, "Say why the support does not go ahead.")
    version = commission.current_version
    COMMISSION_LIFECYCLE.move(commission, CommissionAction.REFUSE_SUPPORTER, by=by)
    commission.reason = words
    if version is not None:
        version.voided_at = clock.now()
        version.void_reason = "The authority ended it before approval."
    db.session.flush()
    match.reopen(request=commission.request, by=by)


def _hold(commission: Commission, by: Person) -> None:
    hold(commission)
    if not can_record_check(by, commission):
        raise NotAllowed(CANNOT)
