"""What the decisions on a designation come to: which one holds, and what an appeal may reach."""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.core import clock
from app.core.calendar import add_working_days
from app.prospectus.designations.facts import (
    TAKES_AWAY,
    WORKING_DAYS_TO_ANSWER,
    WORKING_DAYS_TO_APPEAL,
    DesignationAct,
)

if TYPE_CHECKING:
    from datetime import date, datetime

    from app.prospectus.models import Designation, DesignationAppeal, DesignationDecision


def decision_in_force(designation: Designation) -> DesignationDecision | None:
    """Return the newest decision on its standing that no appeal has undone."""
    for decision in designation.decisions:
        if decision.act is not DesignationAct.EXTEND and not decision.is_undone:
            return decision
    return None


def open_to_appeal(designation: Designation) -> DesignationDecision | None:
    """Return the decision in force if it took something away and may be appealed against today."""
    decision = decision_in_force(designation)
    if decision is None or decision.act not in TAKES_AWAY or decision.appeal is not None:
        return None
    return decision if clock.today() <= last_day_to_appeal(decision) else None


def last_day_to_appeal(decision: DesignationDecision) -> date:
    return add_working_days(_day_of(decision.decided_at), WORKING_DAYS_TO_APPEAL)


def day_to_answer(appeal: DesignationAppeal) -> date:
    return add_working_days(_day_of(appeal.made_at), WORKING_DAYS_TO_ANSWER)


def waiting_appeal(designation: Designation) -> DesignationAppeal | None:
    """Return the appeal that nobody has answered."""
    for decision in designation.decisions:
        if decision.appeal is not None and decision.appeal.outcome is None:
            return decision.appeal
    return None


def _day_of(moment: datetime) -> date:
    return clock.in_london(moment).date()
