"""The answers to an offer: the home school releases, the provider accepts; either may say no."""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.commissions.lifecycle import COMMISSION_LIFECYCLE
from app.commissions.permissions import answers_for_host
from app.commissions.services import match
from app.commissions.statuses import CommissionAction, CommissionStatus
from app.core import clock
from app.core.audit_label import label_change
from app.core.errors import NotAllowed, NotOpen, NotReady
from app.extensions import db

if TYPE_CHECKING:
    from app.accounts.models import Person
    from app.commissions.models import Commission


def release(*, commission: Commission, by: Person) -> None:
    """Record that the home school lends the provider's time."""
    check_release(commission=commission, by=by)
    label_change(commission, "release")
    commission.host_released_at = clock.now()
    commission.host_released_by = by
    db.session.flush()


def check_release(*, commission: Commission, by: Person) -> None:
    """Raise what stands in the way of this person's answer for the home school."""
    if commission.status is not CommissionStatus.OFFERED or commission.host_released_at is not None:
        message = "The home school has already answered this offer."
        raise NotOpen(message)
    if not answers_for_host(by, commission):
        message = "Only the headteacher of the home school may release the provider."
        raise NotAllowed(message)


def refuse_release(*, commission: Commission, by: Person, reason: str) -> None:
    """Keep the provider at home: the offer is declined."""
    check_release(commission=commission, by=by)
    decline(commission=commission, by=by, reason=reason)


def accept(*, commission: Commission, by: Person) -> None:
    COMMISSION_LIFECYCLE.move(commission, CommissionAction.ACCEPT, by=by)
    db.session.flush()


def decline(*, commission: Commission, by: Person, reason: str) -> None:
    """Say no to the offer; the school's request goes back to matching."""
    words = given_reason(reason, "Say why you decline.")
    COMMISSION_LIFECYCLE.move(commission, CommissionAction.DECLINE, by=by)
    commission.reason = words
    match.reopen(request=commission.request, by=by)


def withdraw(*, commission: Commission, by: Person, reason: str) -> None:
    """End it before approval; the request goes back to matching, the days are free again."""
    words = given_reason(reason, "Say why it is withdrawn.")
    version = commission.current_version
    COMMISSION_LIFECYCLE.move(commission, CommissionAction.WITHDRAW, by=by)
    commission.reason = words
    if version is not None:
        version.voided_at = clock.now()
        version.void_reason = f"The support was withdrawn: {words}"
    match.reopen(request=commission.request, by=by)


def given_reason(reason: str, message: str) -> str:
    """Return the reason without idle space, or raise NotReady with `message`."""
    if not (words := reason.strip()):
        raise NotReady([message])
    return words
