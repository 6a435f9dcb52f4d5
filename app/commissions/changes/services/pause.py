"""Support rests for a time: an officer pauses it, looks at it again, lets it go on."""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.commissions.changes.answers import review_faults
from app.commissions.changes.pauses import open_pause
from app.commissions.lifecycle import COMMISSION_LIFECYCLE
from app.commissions.models import Pause
from app.commissions.services.agree import hold
from app.commissions.services.respond import given_reason
from app.commissions.statuses import CommissionAction
from app.commissions.visits.ending import PAUSED, cancel_what_is_to_come
from app.core import clock
from app.core.errors import NotOpen, NotReady
from app.extensions import db

if TYPE_CHECKING:
    from datetime import date

    from app.accounts.models import Person
    from app.commissions.models import Commission

SAY_WHY = "Say why it is paused."
SAY_FOUND = "Say what you found."


def pause(*, commission: Commission, by: Person, reason: str, review_on: date) -> Pause:
    """Stop the clock of the work; the days that are left stay reserved."""
    hold(commission)
    words = given_reason(reason, SAY_WHY)
    _refuse(review_faults(review_on))
    COMMISSION_LIFECYCLE.move(commission, CommissionAction.PAUSE, by=by)
    cancel_what_is_to_come(commission=commission, by=by, because=PAUSED)
    paused = Pause(paused_on=clock.today(), paused_by=by, reason=words, review_on=review_on)
    commission.pauses.append(paused)
    db.session.flush()
    return paused


def keep_paused(*, commission: Commission, by: Person, finding: str, review_on: date) -> None:
    hold(commission)
    words = given_reason(finding, SAY_FOUND)
    _refuse(review_faults(review_on))
    COMMISSION_LIFECYCLE.move(commission, CommissionAction.KEEP_PAUSED, by=by)
    paused = _standing(commission)
    paused.finding, paused.review_on, paused.since = words, review_on, clock.now()
    db.session.flush()


def resume(*, commission: Commission, by: Person, finding: str) -> None:
    hold(commission)
    words = given_reason(finding, SAY_FOUND)
    COMMISSION_LIFECYCLE.move(commission, CommissionAction.RESUME, by=by)
    paused = _standing(commission)
    paused.finding, paused.over_on = words, clock.today()
    db.session.flush()


def _standing(commission: Commission) -> Pause:
    paused = open_pause(commission)
    if paused is None:
        message = "The support is not paused."
        raise NotOpen(message)
    return paused


def _refuse(faults: dict[str, str]) -> None:
    if faults:
        raise NotReady([f"{fault}." for fault in faults.values()])
