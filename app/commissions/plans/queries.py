"""Versions of the plan and their steps, by the words of an address."""

from __future__ import annotations

from sqlalchemy import select

from app.commissions.models import ActionPlan, Commission, PlanStep
from app.extensions import db


def plan_of_commission(reference: str, number: int) -> ActionPlan | None:
    query = (
        select(ActionPlan)
        .join(ActionPlan.commission)
        .where(Commission.reference == reference, ActionPlan.number == number)
    )
    return db.session.scalar(query)


def step_of_plan(reference: str, number: int, position: int) -> PlanStep | None:
    query = (
        select(PlanStep)
        .join(PlanStep.plan)
        .join(ActionPlan.commission)
        .where(
            Commission.reference == reference,
            ActionPlan.number == number,
            PlanStep.position == position,
        )
    )
    return db.session.scalar(query)
