"""Who reports on a condition of a judgement, and who looks at it. Pure rules."""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.commissions import permissions as who
from app.quality.permissions import can_see_outcome

if TYPE_CHECKING:
    from app.accounts.models import Person
    from app.quality.conditions.models import JudgementCondition


def can_see(person: Person, condition: JudgementCondition) -> bool:
    return can_see_outcome(person, condition.commission)


def can_report(person: Person, condition: JudgementCondition) -> bool:
    """Either side, for a condition may bind both; once after each look."""
    return (
        condition.met_at is None
        and condition.reported_at is None
        and who.can_evaluate(person, condition.commission)
    )


def can_look(person: Person, condition: JudgementCondition) -> bool:
    """Any lead who may judge it: whoever set the condition may have left."""
    return condition.met_at is None and who.assures_quality(person, condition.commission)
