"""How a condition of a judgement stands, for the eyes of one reader."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from flask import url_for

from app.core import clock
from app.quality.conditions import queries
from app.quality.conditions.permissions import can_look, can_report, can_see
from app.web.filters import date_words

if TYPE_CHECKING:
    from collections.abc import Sequence

    from app.accounts.models import Person
    from app.commissions.models import Commission
    from app.quality.conditions.models import JudgementCondition


@dataclass(frozen=True)
class ActLink:
    words: str
    href: str


@dataclass(frozen=True)
class ConditionState:
    state: str
    tone: str
    lines: Sequence[str]
    acts: Sequence[ActLink]


def condition_state(person: Person, commission: Commission) -> ConditionState | None:
    """Return how it stands; None without a condition, or for somebody who may not read it."""
    condition = queries.condition_of(commission.reference)
    if condition is None or not can_see(person, condition):
        return None
    state, tone = _state(condition)
    reporter = condition.reported_by.name if condition.reported_by else ""
    looker = condition.looked_by.name if condition.looked_by else ""
    lines = [
        f"{reporter}: {condition.report}" if condition.report else "",
        f"{looker} found: {condition.finding}" if condition.finding else "",
    ]
    return ConditionState(state, tone, [x for x in lines if x], list(_acts(person, condition)))


def _state(condition: JudgementCondition) -> tuple[str, str]:
    due = date_words(condition.due_on)
    if condition.met_at is not None:
        return "Met", "good"
    if condition.due_on < clock.today():
        return f"Was to be looked at by {due}", "bad"
    return f"To be looked at by {due}", "waiting"


def _acts(person: Person, condition: JudgementCondition) -> list[ActLink]:
    reference = condition.commission.reference
    acts = []
    if can_report(person, condition):
        href = url_for("judgement_condition.report", reference=reference)
        acts.append(ActLink("Say how it is met", href))
    if can_look(person, condition):
        href = url_for("judgement_condition.look", reference=reference)
        acts.append(ActLink("Look at the condition", href))
    return acts
