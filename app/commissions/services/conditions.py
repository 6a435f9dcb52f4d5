"""Conditions of an approval: set with it, reported on by the provider, looked at by an officer."""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.commissions.approval_permissions import can_look_at_condition, can_report_condition
from app.commissions.models import ApprovalCondition
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

MOST_CONDITIONS = 3
CANNOT = "This condition is settled, or it is not yours to act on."


def set_conditions(commission: Commission, conditions: Sequence[tuple[str, date]]) -> None:
    """Write what an approval depends on: words and the day to look at each again."""
    if len(conditions) > MOST_CONDITIONS:
        raise NotReady([f"Set at most {MOST_CONDITIONS} conditions."])
    for position, (words, due_on) in enumerate(conditions, start=1):
        condition = ApprovalCondition(
            commission=commission,
            position=position,
            words=given_reason(words, "Say what the condition is."),
            due_on=_day_to_come(due_on),
        )
        db.session.add(condition)
    db.session.flush()


def report(*, condition: ApprovalCondition, by: Person, words: str) -> None:
    """Say for the provider how the condition is met."""
    _lock(condition)
    if not can_report_condition(by, condition):
        raise NotAllowed(CANNOT)
    label_change(condition, "report")
    condition.report = given_reason(words, "Say how the condition is met.")
    condition.reported_at = clock.now()
    condition.reported_by = by
    db.session.flush()


def record_met(*, condition: ApprovalCondition, by: Person, finding: str) -> None:
    _look(condition, by, finding)
    label_change(condition, "meet")
    condition.met_at = clock.now()
    db.session.flush()


def set_new_day(*, condition: ApprovalCondition, by: Person, finding: str, due_on: date) -> None:
    """Record that it is not met yet; the provider reports again by a new day."""
    _look(condition, by, finding)
    label_change(condition, "look_again")
    condition.due_on = _day_to_come(due_on)
    condition.since = clock.now()
    # the trail keeps what was said before
    condition.report, condition.reported_at, condition.reported_by = "", None, None
    db.session.flush()


def _look(condition: ApprovalCondition, by: Person, finding: str) -> None:
    _lock(condition)
    if not can_look_at_condition(by, condition):
        raise NotAllowed(CANNOT)
    condition.finding = given_reason(finding, "Say what you found.")
    condition.looked_by = by


def _lock(condition: ApprovalCondition) -> None:
    """Read it afresh and keep it until the end: of two officers, the second finds it settled."""
    db.session.refresh(condition, with_for_update=True)


def _day_to_come(day: date) -> date:
    if day <= clock.today():
        raise NotReady(["Choose a day after today to look at it again."])
    return day
