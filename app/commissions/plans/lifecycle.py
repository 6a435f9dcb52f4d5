"""The life of one version of the plan."""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.commissions.plans import permissions as who
from app.commissions.plans.facts import PlanAction, PlanStatus
from app.core.lifecycle import Lifecycle, Step

if TYPE_CHECKING:
    from app.accounts.models import Person
    from app.commissions.models import ActionPlan

S, A = PlanStatus, PlanAction

PLAN_LIFECYCLE: Lifecycle[PlanStatus, PlanAction, ActionPlan, Person] = Lifecycle(
    {
        (S.PROPOSED, A.AGREE): Step(S.AGREED, who.can_answer_plan),
        (S.PROPOSED, A.RETURN): Step(S.RETURNED, who.can_answer_plan),
        (S.PROPOSED, A.SET_ASIDE): Step(S.SET_ASIDE, who.can_set_aside),
        # by the agreement to a later one
        (S.AGREED, A.REPLACE): Step(S.REPLACED, who.can_answer_plan),
    }
)
