"""The officer's decision on an agreement that all parties signed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.commissions.lifecycle import COMMISSION_LIFECYCLE
from app.commissions.services.agree import hold
from app.commissions.services.respond import given_reason
from app.commissions.services.sign import void
from app.commissions.statuses import CommissionAction
from app.core import clock
from app.core.errors import NotOpen
from app.extensions import db

if TYPE_CHECKING:
    from app.accounts.models import Person
    from app.commissions.models import Commission


def approve(*, commission: Commission, by: Person) -> None:
    hold(commission)
    COMMISSION_LIFECYCLE.move(commission, CommissionAction.APPROVE, by=by)
    commission.approved_by = by
    commission.approved_at = clock.now()
    db.session.flush()


def send_back(*, commission: Commission, by: Person, reason: str) -> None:
    """Ask both sides for changes: the signed version is void, a new one must be signed."""
    hold(commission)
    words = given_reason(reason, "Say what should change.")
    version = commission.current_version
    COMMISSION_LIFECYCLE.move(commission, CommissionAction.SEND_BACK, by=by)
    if version is None:
        message = "There is no agreement to send back."
        raise NotOpen(message)
    void(version, words)
