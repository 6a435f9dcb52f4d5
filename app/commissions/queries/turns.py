"""Whose turn it is, in SQL; a test holds it to `next_steps.commission_next`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sqlalchemy import ColumnElement, Date, and_, bindparam, exists, func, not_, or_, select, true
from sqlalchemy.orm import aliased

from app.commissions.changes.facts import VariationStatus
from app.commissions.facts import Answer, ApprovalKind, Asked, Party, Side
from app.commissions.models import (
    ActionPlan,
    AgreementVersion,
    ApprovalAct,
    ApprovalCondition,
    Commission,
    Evaluation,
    FundingLine,
    Objective,
    PlanStep,
    ReviewMeeting,
    Signature,
    StartingPoint,
    Target,
    Variation,
    VisitNote,
)
from app.commissions.next_steps import Actor
from app.commissions.plans.facts import PlanStatus
from app.commissions.statuses import BEING_DELIVERED, FOLLOWED_UP, CommissionStatus
from app.core import clock

if TYPE_CHECKING:
    from collections.abc import Mapping

C = CommissionStatus
# the day is read when the question is asked, not when the application starts
_TODAY = bindparam("today", callable_=clock.today, type_=Date())


def _signed(party: Party) -> ColumnElement[bool]:
    return exists(
        select(Signature.id)
        .join(AgreementVersion)
        .where(
            AgreementVersion.commission_id == Commission.id,
            AgreementVersion.voided_at.is_(None),
            Signature.party == party,
            Signature.answer == Answer.SIGNED,
        )
        .correlate(Commission)
    )


def _evaluated(side: Side) -> ColumnElement[bool]:
    return exists(
        select(Evaluation.id)
        .where(
            Evaluation.commission_id == Commission.id,
            Evaluation.side == side,
            Evaluation.submitted_at.is_not(None),
        )
        .correlate(Commission)
    )


def _unread_note() -> ColumnElement[bool]:
    return exists(
        select(VisitNote.id)
        .where(
            VisitNote.commission_id == Commission.id,
            VisitNote.acknowledgement.is_(None),
            VisitNote.struck_at.is_(None),
        )
        .correlate(Commission)
    )


def _unread_review() -> ColumnElement[bool]:
    return exists(
        select(ReviewMeeting.id)
        .where(
            ReviewMeeting.commission_id == Commission.id, ReviewMeeting.acknowledgement.is_(None)
        )
        .correlate(Commission)
    )


def _unanswered_plan() -> ColumnElement[bool]:
    return exists(
        select(ActionPlan.id)
        .where(ActionPlan.commission_id == Commission.id, ActionPlan.status == PlanStatus.PROPOSED)
        .correlate(Commission)
    )


def _unanswered_step(side: Side) -> ColumnElement[bool]:
    return exists(
        select(PlanStep.id)
        .join(PlanStep.plan)
        .where(
            ActionPlan.commission_id == Commission.id,
            ActionPlan.status == PlanStatus.AGREED,
            PlanStep.side == side,
            PlanStep.due_on < _TODAY,
            PlanStep.done_on.is_(None),
            PlanStep.not_done_because == "",
        )
        .correlate(Commission)
    )


def _must_sign(party: Party) -> ColumnElement[bool]:
    return and_(Commission.status == C.SIGNING, not_(_signed(party)))


def _question_to(*asked: Asked) -> ColumnElement[bool]:
    """Say in SQL whether `open_question` is put to one of these."""
    answer = aliased(ApprovalAct)
    return and_(
        Commission.status == C.SIGNING,
        exists(
            select(ApprovalAct.id)
            .join(AgreementVersion, AgreementVersion.id == ApprovalAct.agreement_id)
            .where(
                ApprovalAct.commission_id == Commission.id,
                ApprovalAct.kind == ApprovalKind.ASKED,
                ApprovalAct.asked.in_(asked),
                AgreementVersion.voided_at.is_(None),
                not_(exists(select(answer.id).where(answer.answers_id == ApprovalAct.id))),
            )
            .correlate(Commission)
        ),
    )


def _open_condition(*more: ColumnElement[bool]) -> ColumnElement[bool]:
    unmet = (
        select(ApprovalCondition.id)
        .where(
            ApprovalCondition.commission_id == Commission.id,
            ApprovalCondition.met_at.is_(None),
            *more,
        )
        .correlate(Commission)
    )
    return and_(Commission.status.in_(FOLLOWED_UP), exists(unmet))


def _change(*which: ColumnElement[bool]) -> ColumnElement[bool]:
    """Say in SQL whether there is an `open_variation` like this."""
    return and_(
        Commission.status.in_(BEING_DELIVERED),
        exists(
            select(Variation.id)
            .where(Variation.commission_id == Commission.id, *which)
            .correlate(Commission)
        ),
    )


def _must_sign_change(party: Party) -> ColumnElement[bool]:
    signed = (
        select(Signature.id)
        .join(AgreementVersion)
        .where(AgreementVersion.variation_id == Variation.id, Signature.party == party)
        .correlate(Variation)
    )
    theirs: ColumnElement[bool] = true()
    if party is Party.HOST:
        theirs = Variation.host_signs.is_(True)
    return _change(Variation.status == VariationStatus.PROPOSED, theirs, not_(exists(signed)))


def _must_evaluate(side: Side) -> ColumnElement[bool]:
    return and_(Commission.status == C.EVALUATING, not_(_evaluated(side)))


def _agreement_incomplete() -> ColumnElement[bool]:
    """Say in SQL what `agreement_complete` says of what the services let in."""
    own = and_(Objective.commission_id == Commission.id, Objective.struck_at.is_(None))
    unmeasured = or_(StartingPoint.id.is_(None), Target.id.is_(None))
    half_written = (
        select(Objective.id)
        .outerjoin(StartingPoint)
        .outerjoin(Target)
        .where(own, unmeasured)
        .correlate(Commission)
    )
    funded = (
        select(func.coalesce(func.sum(FundingLine.pence), 0))
        .where(FundingLine.commission_id == Commission.id)
        .correlate(Commission)
        .scalar_subquery()
    )
    texts = (
        Commission.school_actions,
        Commission.provider_actions,
        Commission.pattern_of_visits,
        Commission.safeguarding_assured_by,
    )
    return or_(
        not_(exists(select(Objective.id).where(own).correlate(Commission))),
        exists(half_written),
        *(text == "" for text in texts),
        Commission.safeguarding_assured_on.is_(None),
        Commission.reimbursement_pence + Commission.fee_pence != Commission.charge_pence,
        funded != Commission.charge_pence + Commission.vat_pence,
    )


_MAY_CHALLENGE = and_(
    Commission.status == C.REFUSED,
    Commission.challenge_until >= _TODAY,
)
_HAS_HOST = Commission.host_urn.is_not(None)
TURNS: Mapping[Actor, ColumnElement[bool]] = {
    Actor.SCHOOL: or_(
        _MAY_CHALLENGE,
        and_(Commission.status == C.AGREEING, _agreement_incomplete()),
        and_(Commission.status.in_(BEING_DELIVERED), _unread_note()),
        and_(
            Commission.status == C.ACTIVE,
            or_(_unread_review(), _unanswered_plan(), _unanswered_step(Side.SCHOOL)),
        ),
        _must_evaluate(Side.SCHOOL),
    ),
    Actor.HEAD: or_(_must_sign(Party.SCHOOL), _must_sign_change(Party.SCHOOL)),
    Actor.PROVIDER: or_(
        Commission.status.in_([C.OFFERED, C.AGREEING, C.APPROVED, C.ACTIVE]),
        _must_sign(Party.PROVIDER),
        _question_to(Asked.PROVIDER),
        _MAY_CHALLENGE,
        _open_condition(ApprovalCondition.reported_at.is_(None)),
        _must_evaluate(Side.PROVIDER),
    ),
    Actor.HOST: and_(
        _HAS_HOST,
        or_(
            and_(Commission.status == C.OFFERED, Commission.host_released_at.is_(None)),
            _must_sign(Party.HOST),
            _must_sign_change(Party.HOST),
        ),
    ),
    Actor.BROKER: or_(
        _question_to(Asked.BROKER),
        and_(Commission.status == C.REFUSED, not_(_MAY_CHALLENGE)),
    ),
    Actor.APPROVER: or_(
        and_(
            Commission.status == C.SIGNING,
            _signed(Party.SCHOOL),
            _signed(Party.PROVIDER),
            or_(not_(_HAS_HOST), _signed(Party.HOST)),
            not_(_question_to(*Asked)),
        ),
        Commission.status == C.CHALLENGED,
    ),
    Actor.OFFICER: or_(_open_condition(), Commission.status == C.PAUSED),
    Actor.DECIDER: _change(Variation.status == VariationStatus.SIGNED),
    Actor.QUALITY: Commission.status == C.QUALITY_REVIEW,
}
# signed by all: an officer decides, or waits for an answer first
BEFORE_THE_AUTHORITY = or_(TURNS[Actor.APPROVER], _question_to(*Asked))
