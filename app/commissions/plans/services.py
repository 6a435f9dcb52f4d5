"""Proposing the plan, answering it, and saying what of it is done."""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.commissions.models import ActionPlan, PlanStep
from app.commissions.permissions import can_deliver
from app.commissions.plans.answers import progress_faults
from app.commissions.plans.facts import MOST_STEPS, PlanAction
from app.commissions.plans.lifecycle import PLAN_LIFECYCLE
from app.commissions.plans.permissions import can_record_step
from app.commissions.plans.requirements import current_plan, open_plan
from app.commissions.services import deliver
from app.commissions.services.agree import hold
from app.commissions.services.respond import given_reason
from app.core import clock
from app.core.audit_label import label_change
from app.core.errors import NotAllowed, NotReady
from app.extensions import db

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from app.accounts.models import Person
    from app.commissions.models import Commission
    from app.commissions.plans.answers import StepAnswers

NO_STEPS = "Enter at least one step."
SAY_WHY = "Say why the plan changes."
SAY_WHAT = "Say what should change."


def propose(
    *, commission: Commission, by: Person, steps: Sequence[StepAnswers], reason: str = ""
) -> ActionPlan:
    """Put the next version before the school. What is known of a step that stays, stays known."""
    hold(commission)
    check_may_propose(commission=commission, by=by)
    _refuse_faults(commission, steps)
    current, waiting = current_plan(commission), open_plan(commission)
    why = given_reason(reason, SAY_WHY) if current else ""
    known = {(step.what, step.side): step for step in current.steps} if current else {}
    if waiting is not None:
        PLAN_LIFECYCLE.move(waiting, PlanAction.SET_ASIDE, by=by)
    plan = ActionPlan(
        commission=commission,
        number=len(commission.plans) + 1,
        proposed_by=by,
        reason=why,
    )
    for position, answers in enumerate(steps, start=1):
        step = PlanStep(plan=plan, position=position, what=answers.what.strip())
        step.side, step.due_on = answers.side, answers.due_on  # type: ignore[assignment]
        step.doer = answers.doer.strip()
        if (before := known.get((step.what, step.side))) is not None:
            step.done_on, step.not_done_because = before.done_on, before.not_done_because
    db.session.add(plan)
    db.session.flush()
    return plan


def check_may_propose(*, commission: Commission, by: Person) -> None:
    """Raise what keeps this person from proposing a plan now."""
    deliver.check_under_way(commission)
    if not can_deliver(by, commission):
        message = "Only the provider proposes the action plan."
        raise NotAllowed(message)


def agree(*, plan: ActionPlan, by: Person) -> None:
    hold(plan.commission)
    deliver.check_under_way(plan.commission)
    before = current_plan(plan.commission)
    PLAN_LIFECYCLE.move(plan, PlanAction.AGREE, by=by)
    plan.answered_by, plan.answered_at = by, clock.now()
    if before is not None:
        PLAN_LIFECYCLE.move(before, PlanAction.REPLACE, by=by)
    db.session.flush()


def return_plan(*, plan: ActionPlan, by: Person, words: str) -> None:
    """Ask for changes: the provider proposes again."""
    hold(plan.commission)
    deliver.check_under_way(plan.commission)
    PLAN_LIFECYCLE.check(plan, PlanAction.RETURN, by=by)
    plan.answer = given_reason(words, SAY_WHAT)
    PLAN_LIFECYCLE.move(plan, PlanAction.RETURN, by=by)
    plan.answered_by, plan.answered_at = by, clock.now()
    db.session.flush()


def record_step(*, step: PlanStep, by: Person, done_on: date | None, because: str = "") -> None:
    """Say that a step of the agreed plan is done, or why it is not."""
    hold(step.plan.commission)
    deliver.check_under_way(step.plan.commission)
    if not can_record_step(by, step):
        message = "Only the two sides say what is done, of the plan that they agreed."
        raise NotAllowed(message)
    if faults := progress_faults(done_on=done_on, because=because):
        raise NotReady(list(faults.values()))
    label_change(step, "done" if done_on else "not_done")
    step.done_on, step.not_done_because = done_on, because.strip()
    db.session.flush()


def _refuse_faults(commission: Commission, steps: Sequence[StepAnswers]) -> None:
    faults = [] if steps else [NO_STEPS]
    if len(steps) > MOST_STEPS:
        faults.append(f"Propose at most {MOST_STEPS} steps.")
    for number, step in enumerate(steps, start=1):
        faults += step.faults(number, commission).values()
    if faults:
        raise NotReady(faults)
