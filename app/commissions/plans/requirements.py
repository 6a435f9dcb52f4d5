"""What the first visit waits for."""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.commissions.plans.facts import PlanStatus

if TYPE_CHECKING:
    from app.commissions.models import ActionPlan, Commission

PROPOSE_FIRST = "Agree the action plan first: the provider proposes it, the school agrees."
WAIT_FOR_SCHOOL = "Wait until the school has agreed the action plan."


def current_plan(commission: Commission) -> ActionPlan | None:
    """Return the version that both sides agreed and work by."""
    return next((plan for plan in commission.plans if plan.status is PlanStatus.AGREED), None)


def open_plan(commission: Commission) -> ActionPlan | None:
    """Return the version that waits for the school's answer."""
    return next((plan for plan in commission.plans if plan.status is PlanStatus.PROPOSED), None)


def plan_agreed(commission: Commission) -> list[str]:
    """Return what is missing before a visit can be booked or written up."""
    if current_plan(commission) is not None:
        return []
    return [WAIT_FOR_SCHOOL if open_plan(commission) else PROPOSE_FIRST]
