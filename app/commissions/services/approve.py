"""The officer's decision on an agreement that all parties signed, and the way to it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.commissions.facts import ApprovalKind, Asked
from app.commissions.lifecycle import COMMISSION_LIFECYCLE
from app.commissions.models import ApprovalAct
from app.commissions.services.agree import hold
from app.commissions.services.conditions import set_conditions
from app.commissions.services.respond import given_reason
from app.commissions.services.sign import void
from app.commissions.statuses import CommissionAction
from app.core import clock
from app.core.audit_label import label_change
from app.core.errors import NotOpen
from app.extensions import db

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from app.accounts.models import Person
    from app.commissions.models import AgreementVersion, Commission

NOTHING_SIGNED = "There is no signed agreement to decide about."


def recommend(*, commission: Commission, by: Person, words: str) -> None:
    """Put the broker's word to the signed agreement; another officer then decides."""
    hold(commission)
    reason = given_reason(words, "Say why you recommend it.")
    COMMISSION_LIFECYCLE.move(commission, CommissionAction.RECOMMEND, by=by)
    record_act(commission, by, ApprovalKind.RECOMMENDED, reason)


def ask(*, commission: Commission, by: Person, of: Asked, question: str) -> None:
    """Ask the broker or the provider before deciding; the clock then runs for them."""
    hold(commission)
    words = given_reason(question, "Say what you want to know.")
    COMMISSION_LIFECYCLE.move(commission, CommissionAction.ASK_INFORMATION, by=by)
    record_act(commission, by, ApprovalKind.ASKED, words, asked=of)


def answer(*, commission: Commission, by: Person, words: str) -> None:
    hold(commission)
    given = given_reason(words, "Write your answer.")
    question = commission.open_question
    COMMISSION_LIFECYCLE.move(commission, CommissionAction.ANSWER_INFORMATION, by=by)
    if question is None:
        message = "The question has been answered already."
        raise NotOpen(message)
    record_act(
        commission, by, ApprovalKind.ANSWERED, given, asked=question.asked, answers_id=question.id
    )


def approve(
    *, commission: Commission, by: Person, conditions: Sequence[tuple[str, date]] = ()
) -> None:
    """Approve it, if need be on conditions: each is words and the day to look at it again."""
    hold(commission)
    action = CommissionAction.APPROVE
    if conditions:
        action = CommissionAction.APPROVE_WITH_CONDITIONS
        set_conditions(commission, conditions)
    COMMISSION_LIFECYCLE.move(commission, action, by=by)
    commission.approved_by = by
    commission.approved_at = clock.now()
    record_act(commission, by, ApprovalKind.APPROVED)


def send_back(*, commission: Commission, by: Person, reason: str) -> None:
    """Ask both sides for changes: the signed version is void, a new one must be signed."""
    hold(commission)
    words = given_reason(reason, "Say what should change.")
    version = _signed_version(commission)
    COMMISSION_LIFECYCLE.move(commission, CommissionAction.SEND_BACK, by=by)
    void(version, words)


def record_act(
    commission: Commission,
    by: Person,
    kind: ApprovalKind,
    words: str = "",
    *,
    asked: Asked | None = None,
    answers_id: int | None = None,
) -> ApprovalAct:
    """Write down one act about the standing version, beside the step that it took."""
    act = ApprovalAct(
        commission=commission,
        agreement=_signed_version(commission),
        kind=kind,
        person=by,
        words=words,
        asked=asked,
        answers_id=answers_id,
    )
    label_change(act, kind)
    db.session.add(act)
    db.session.flush()
    return act


def _signed_version(commission: Commission) -> AgreementVersion:
    version = commission.current_version
    if version is None:
        raise NotOpen(NOTHING_SIGNED)
    return version
