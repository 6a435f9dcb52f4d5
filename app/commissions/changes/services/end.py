"""Support ends before its time: by the school, the provider or the authority."""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.commissions.changes.pauses import open_pause
from app.commissions.changes.permissions import ends_for
from app.commissions.changes.services.vary import lapse
from app.commissions.lifecycle import COMMISSION_LIFECYCLE
from app.commissions.models import EarlyEnd
from app.commissions.services.agree import hold
from app.commissions.statuses import CommissionAction
from app.commissions.visits.ending import ENDED, cancel_what_is_to_come
from app.core import clock
from app.core.errors import NotReady
from app.extensions import db

if TYPE_CHECKING:
    from app.accounts.models import Person
    from app.commissions.changes.answers import EarlyEndAnswers
    from app.commissions.models import Commission


def end_early(*, commission: Commission, by: Person, answers: EarlyEndAnswers) -> EarlyEnd:
    """Free the days that were not used, and ask both sides what changed all the same."""
    hold(commission)
    COMMISSION_LIFECYCLE.check(commission, CommissionAction.END_EARLY, by=by)
    if faults := answers.faults(commission):
        raise NotReady([f"{fault}." for fault in faults.values()])
    ended = EarlyEnd(
        ended_by=ends_for(by, commission),
        person=by,
        ended_on=clock.today(),
        reason=answers.reason,
        words=answers.words.strip(),
        shortfall=answers.shortfall,
        what_did_not_work=answers.what_did_not_work.strip(),
        done=answers.done.strip(),
        remains=answers.remains.strip(),
        takes_over=answers.takes_over.strip(),
    )
    commission.early_end = ended
    commission.days_used = answers.days_used
    commission.days_note = answers.days_note.strip()
    if (paused := open_pause(commission)) is not None:
        paused.over_on = clock.today()
    cancel_what_is_to_come(commission=commission, by=by, because=ENDED)
    lapse(commission=commission, by=by)
    COMMISSION_LIFECYCLE.move(commission, CommissionAction.END_EARLY, by=by)
    db.session.flush()
    return ended
