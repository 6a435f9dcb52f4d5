"""The life of a complaint: made, acknowledged, investigated, decided; or withdrawn."""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.core.lifecycle import Lifecycle, Step
from app.quality.complaints import permissions as who
from app.quality.complaints.facts import ComplaintAction, ComplaintStatus
from app.quality.complaints.requirements import decision_reasoned, investigator_stands_apart

if TYPE_CHECKING:
    from app.accounts.models import Person
    from app.quality.complaints.models import Complaint

S, A = ComplaintStatus, ComplaintAction

COMPLAINT_LIFECYCLE: Lifecycle[ComplaintStatus, ComplaintAction, Complaint, Person] = Lifecycle(
    {
        (S.MADE, A.ACKNOWLEDGE): Step(S.ACKNOWLEDGED, who.can_handle),
        (S.ACKNOWLEDGED, A.ASSIGN): Step(
            S.INVESTIGATING, who.can_handle, investigator_stands_apart
        ),
        # somebody leaves, or an interest comes up
        (S.INVESTIGATING, A.ASSIGN): Step(
            S.INVESTIGATING, who.can_handle, investigator_stands_apart
        ),
        (S.INVESTIGATING, A.DECIDE): Step(S.DECIDED, who.investigates, decision_reasoned),
        (S.MADE, A.WITHDRAW): Step(S.WITHDRAWN, who.is_complainant),
        (S.ACKNOWLEDGED, A.WITHDRAW): Step(S.WITHDRAWN, who.is_complainant),
    }
)
