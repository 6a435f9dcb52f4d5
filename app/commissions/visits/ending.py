"""What is booked goes when the support rests or ends, so that nobody waits for a visit."""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.commissions.visits.facts import VisitAction, VisitStatus
from app.commissions.visits.lifecycle import VISIT_LIFECYCLE
from app.core import clock
from app.extensions import db

if TYPE_CHECKING:
    from app.accounts.models import Person
    from app.commissions.models import Commission

PAUSED = "The support is paused."
ENDED = "The support has ended."


def cancel_what_is_to_come(*, commission: Commission, by: Person, because: str) -> None:
    """Cancel the booked visits for neither side; a visit that has begun is still written up."""
    for visit in commission.visits:
        if visit.status is VisitStatus.BOOKED and visit.starts_at > clock.now():
            visit.reason, visit.ended_by = because, by
            VISIT_LIFECYCLE.move(visit, VisitAction.LAPSE, by=by)
    db.session.flush()
