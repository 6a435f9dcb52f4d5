"""The life of a concern: raised, acted on, escalated, resolved or withdrawn."""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.commissions.concerns import permissions as who
from app.commissions.concerns.facts import ConcernAction, ConcernStatus
from app.commissions.concerns.requirements import may_be_escalated, resolution_said
from app.core.lifecycle import Lifecycle, Step

if TYPE_CHECKING:
    from app.accounts.models import Person
    from app.commissions.models import Concern

S, A = ConcernStatus, ConcernAction

CONCERN_LIFECYCLE: Lifecycle[ConcernStatus, ConcernAction, Concern, Person] = Lifecycle(
    {
        (S.RAISED, A.ACT): Step(S.ACTED_ON, who.can_act_on),
        (S.ACTED_ON, A.ACT): Step(S.ACTED_ON, who.can_act_on),
        (S.ESCALATED, A.ACT): Step(S.ESCALATED, who.can_act_on),
        (S.RAISED, A.ESCALATE): Step(S.ESCALATED, who.can_escalate, may_be_escalated),
        (S.ACTED_ON, A.ESCALATE): Step(S.ESCALATED, who.can_escalate, may_be_escalated),
        (S.ACTED_ON, A.RESOLVE): Step(S.RESOLVED, who.can_resolve, resolution_said),
        (S.ESCALATED, A.RESOLVE): Step(S.RESOLVED, who.can_resolve, resolution_said),
        (S.RAISED, A.WITHDRAW): Step(S.WITHDRAWN, who.can_withdraw_concern),
        # once escalated it is the authority's to settle
        (S.ACTED_ON, A.WITHDRAW): Step(S.WITHDRAWN, who.can_withdraw_concern),
    }
)
