"""What pages show of the action plan, decided for one reader."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from flask import url_for

from app.commissions import permissions as who
from app.commissions.plans.facts import DOERS, STATUS_TONES, STATUS_WORDS, PlanStatus
from app.commissions.plans.permissions import can_answer_plan, can_record_step
from app.commissions.plans.requirements import current_plan, open_plan
from app.commissions.statuses import CommissionStatus
from app.core import clock
from app.web.filters import counted, date_words

if TYPE_CHECKING:
    from collections.abc import Sequence

    from app.accounts.models import Person
    from app.commissions.models import ActionPlan, Commission, PlanStep


@dataclass(frozen=True)
class StepRow:
    number: int
    what: str
    who: str
    by_when: str
    state: str
    tone: str
    because: str
    # empty where the reader cannot say what came of it
    href: str
    link: str


@dataclass(frozen=True)
class PlanView:
    title: str
    state: str
    tone: str
    history: Sequence[str]
    reason: str
    answer: str
    steps: Sequence[StepRow]
    href: str
    answer_href: str = ""


@dataclass(frozen=True)
class PlanPage:
    """The version that is worked by, one that waits for an answer, and the earlier ones."""

    current: PlanView | None
    waiting: PlanView | None
    earlier: Sequence[PlanView]
    propose_href: str
    propose_words: str


@dataclass(frozen=True)
class PlanSummary:
    """The plan in one line, for the page of the commission."""

    words: str
    state: str
    tone: str
    href: str
    link: str


def plan_page(person: Person, commission: Commission) -> PlanPage:
    current, waiting = current_plan(commission), open_plan(commission)
    may_propose = commission.status is CommissionStatus.ACTIVE and who.can_deliver(
        person, commission
    )
    href = url_for("commissions.propose_plan", reference=commission.reference)
    return PlanPage(
        current=plan_view(person, current) if current else None,
        waiting=plan_view(person, waiting) if waiting else None,
        earlier=[
            plan_view(person, plan)
            for plan in reversed(commission.plans)
            if plan not in (current, waiting)
        ],
        propose_href=href if may_propose else "",
        propose_words="Propose a change of the plan" if commission.plans else "Propose the plan",
    )


def plan_view(person: Person, plan: ActionPlan) -> PlanView:
    address: dict[str, Any] = {"reference": plan.commission.reference, "number": plan.number}
    open_to_me = (
        plan.status is PlanStatus.PROPOSED
        and plan.commission.status is CommissionStatus.ACTIVE
        and can_answer_plan(person, plan)
    )
    return PlanView(
        title=f"Version {plan.number}",
        state=STATUS_WORDS[plan.status],
        tone=STATUS_TONES[plan.status],
        history=_history(plan),
        reason=plan.reason,
        answer=plan.answer,
        steps=[_row(person, step) for step in plan.steps],
        href=url_for("commissions.plan_version", **address),
        answer_href=url_for("commissions.answer_plan", **address) if open_to_me else "",
    )


def plan_summary(person: Person, commission: Commission) -> PlanSummary | None:
    """Return None to those who may not read it, and before the support is under way."""
    begun = commission.plans or commission.status is CommissionStatus.ACTIVE
    if not begun or not who.can_see_delivery(person, commission):
        return None
    href = url_for("commissions.plan", reference=commission.reference)
    current, waiting = current_plan(commission), open_plan(commission)
    shown = waiting or current
    if shown is None:
        returned = bool(commission.plans)
        words = "The provider proposes who does what by when. The school agrees it."
        state = STATUS_WORDS[PlanStatus.RETURNED] if returned else "Not proposed yet"
        return PlanSummary(words, state, "warning" if returned else "neutral", href, "Action plan")
    return PlanSummary(
        words=_done_words(current) if current else f"{counted(len(shown.steps), 'step')} proposed.",
        state=STATUS_WORDS[shown.status],
        tone=STATUS_TONES[shown.status],
        href=href,
        link=f"Action plan, version {shown.number}",
    )


def _done_words(plan: ActionPlan) -> str:
    done = sum(step.done_on is not None for step in plan.steps)
    late = sum(step.is_open and step.due_on < clock.today() for step in plan.steps)
    words = f"{done} of {counted(len(plan.steps), 'step')} done"
    return f"{words}, {late} overdue." if late else f"{words}."


def _history(plan: ActionPlan) -> list[str]:
    day = date_words(clock.in_london(plan.created_at).date())
    lines = [f"Proposed by {plan.proposed_by.name} on {day}"]
    if plan.answered_by is not None and plan.answered_at is not None:
        verb = "Changes asked" if plan.status is PlanStatus.RETURNED else "Agreed"
        day = date_words(clock.in_london(plan.answered_at).date())
        lines.append(f"{verb} for the school by {plan.answered_by.name} on {day}")
    return lines


def _row(person: Person, step: PlanStep) -> StepRow:
    plan = step.plan
    may_record = plan.commission.status is CommissionStatus.ACTIVE and can_record_step(person, step)
    href = url_for(
        "commissions.plan_step",
        reference=plan.commission.reference,
        number=plan.number,
        position=step.position,
    )
    state, tone = _state(step)
    return StepRow(
        number=step.position,
        what=step.what,
        who=f"{DOERS[step.side]}: {step.doer}",
        by_when=date_words(step.due_on),
        state=state,
        tone=tone,
        because=step.not_done_because,
        href=href if may_record else "",
        link="Say what came of it" if step.is_open else "Change this",
    )


def _state(step: PlanStep) -> tuple[str, str]:
    if step.done_on is not None:
        return f"Done {date_words(step.done_on)}", "good"
    if step.not_done_because:
        return "Not done", "warning"
    if step.plan.status is PlanStatus.AGREED and step.due_on < clock.today():
        return "Overdue", "bad"
    return "To do", "neutral"
