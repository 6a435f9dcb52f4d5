"""A closing report is prepared with the close; an officer accepts it or asks the lead again."""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.commissions.services.respond import given_reason
from app.extensions import db
from app.quality.closing import telling
from app.quality.closing.facts import ClosingAction
from app.quality.closing.lifecycle import CLOSING_LIFECYCLE
from app.quality.closing.models import ClosingReport

if TYPE_CHECKING:
    from app.accounts.models import Person
    from app.quality.models import QAJudgement


def prepare(judgement: QAJudgement) -> ClosingReport:
    """Put the report before the authority from the moment on which the judgement counts."""
    report = ClosingReport(judgement=judgement)
    db.session.add(report)
    db.session.flush()
    telling.tell_of_report(report)
    return report


def accept(*, report: ClosingReport, by: Person) -> None:
    _lock(report)
    CLOSING_LIFECYCLE.move(report, ClosingAction.ACCEPT, by=by)
    report.decided_by = by
    db.session.flush()
    telling.tell_of_acceptance(report)


def send_back(*, report: ClosingReport, by: Person, reason: str) -> None:
    _lock(report)
    CLOSING_LIFECYCLE.check(report, ClosingAction.RETURN, by=by)
    words = given_reason(reason, "Say what the quality lead should answer.")
    CLOSING_LIFECYCLE.move(report, ClosingAction.RETURN, by=by)
    report.reason, report.decided_by = words, by
    report.answer, report.answered_by = "", None
    db.session.flush()
    telling.tell_of_return(report)


def put_forward(*, report: ClosingReport, by: Person, answer: str) -> None:
    """Answer in words and put the report forward again; the judgement stays as it was given."""
    _lock(report)
    CLOSING_LIFECYCLE.check(report, ClosingAction.PUT_FORWARD, by=by)
    words = given_reason(answer, "Answer what was asked.")
    CLOSING_LIFECYCLE.move(report, ClosingAction.PUT_FORWARD, by=by)
    report.answer, report.answered_by = words, by
    db.session.flush()
    telling.tell_of_report(report)


def _lock(report: ClosingReport) -> None:
    """Read it afresh and keep it until the end: of two officers, the second finds it settled."""
    db.session.refresh(report, with_for_update=True)
