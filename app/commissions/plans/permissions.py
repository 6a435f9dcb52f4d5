"""Who reads the plan, proposes it, answers it, and says what of it is done. Pure rules."""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.commissions import permissions as who
from app.commissions.plans.facts import PlanStatus

if TYPE_CHECKING:
    from app.accounts.models import Person
    from app.commissions.models import ActionPlan, PlanStep


def can_see_plan(person: Person, plan: ActionPlan) -> bool:
    return who.can_see_delivery(person, plan.commission)


def can_answer_plan(person: Person, plan: ActionPlan) -> bool:
    return who.can_acknowledge(person, plan.commission)


def can_set_aside(person: Person, plan: ActionPlan) -> bool:
    return who.can_deliver(person, plan.commission)


def can_see_step(person: Person, step: PlanStep) -> bool:
    return can_see_plan(person, step.plan)


def can_record_step(person: Person, step: PlanStep) -> bool:
    """Either side, whoever's step it is: they look at the plan together."""
    return step.plan.status is PlanStatus.AGREED and (
        who.can_deliver(person, step.plan.commission)
        or who.can_acknowledge(person, step.plan.commission)
    )
