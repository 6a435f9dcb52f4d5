"""A condition of a judgement: set at the close, reported on, looked at until it is met."""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.commissions.services.respond import given_reason
from app.core import clock
from app.core.audit_label import label_change
from app.core.errors import NotAllowed, NotReady
from app.extensions import db
from app.quality.conditions import telling
from app.quality.conditions.models import JudgementCondition
from app.quality.conditions.permissions import can_look, can_report

if TYPE_CHECKING:
    from datetime import date

    from app.accounts.models import Person
    from app.quality.models import QAJudgement

CANNOT = "This condition is settled, or it is not yours to act on."


def follow_up(judgement: QAJudgement) -> None:
    """Begin when the judgement begins to count; one without conditions needs nothing."""
    if judgement.conditions and judgement.conditions_due_on is not None:
        db.session.add(JudgementCondition(judgement=judgement, due_on=judgement.conditions_due_on))
        db.session.flush()


def report(*, condition: JudgementCondition, by: Person, words: str) -> None:
    """Say for one side how the condition is met."""
    _lock(condition)
    if not can_report(by, condition):
        raise NotAllowed(CANNOT)
    label_change(condition, "report")
    condition.report = given_reason(words, "Say how the condition is met.")
    condition.reported_at = clock.now()
    condition.reported_by = by
    db.session.flush()
    telling.tell_of_report(condition)


def record_met(*, condition: JudgementCondition, by: Person, finding: str) -> None:
    _look(condition, by, finding)
    label_change(condition, "meet")
    condition.met_at = clock.now()
    db.session.flush()
    telling.tell_of_look(condition)


def set_new_day(*, condition: JudgementCondition, by: Person, finding: str, due_on: date) -> None:
    """Record that it is not met yet; either side reports again by a new day."""
    _look(condition, by, finding)
    if due_on <= clock.today():
        raise NotReady(["Choose a day after today to look at it again."])
    label_change(condition, "look_again")
    condition.due_on = due_on
    condition.since = clock.now()
    # the trail keeps what was said before
    condition.report, condition.reported_at, condition.reported_by = "", None, None
    db.session.flush()
    telling.tell_of_look(condition)


def _look(condition: JudgementCondition, by: Person, finding: str) -> None:
    _lock(condition)
    if not can_look(by, condition):
        raise NotAllowed(CANNOT)
    condition.finding = given_reason(finding, "Say what you found.")
    condition.looked_by = by


def _lock(condition: JudgementCondition) -> None:
    """Read it afresh and keep it until the end: of two leads, the second finds it settled."""
    db.session.refresh(condition, with_for_update=True)
