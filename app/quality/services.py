"""Judging: an outcome for each objective, one decision, and the provider's record after it."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from app.commissions.facts import Outcome
from app.commissions.lifecycle import COMMISSION_LIFECYCLE
from app.commissions.services.agree import hold
from app.commissions.services.respond import given_reason
from app.commissions.statuses import CommissionAction
from app.core import clock
from app.core.errors import NotReady
from app.extensions import db
from app.prospectus.services import set_record
from app.quality.models import ObjectiveOutcome, QAJudgement
from app.quality.queries import counted_judgements

if TYPE_CHECKING:
    from app.accounts.models import Person
    from app.commissions.models import Commission
    from app.prospectus.models import Provider, ProviderRecord
    from app.quality.answers import JudgementAnswers


def judge_and_close(
    *, commission: Commission, by: Person, answers: JudgementAnswers
) -> QAJudgement:
    """Record the judgement, close the commission and bring the provider's record up to date."""
    hold(commission)
    COMMISSION_LIFECYCLE.check(commission, CommissionAction.CLOSE, by=by)
    if answers.missing_outcomes(objective.id for objective in commission.objectives):
        raise NotReady(["Give each objective its outcome."])
    if answers.faults:
        raise NotReady(list(answers.faults.values()))
    judgement = QAJudgement(
        commission=commission,
        judge=by,
        decision=answers.decision,
        reasons=answers.reasons.strip(),
        conditions=answers.conditions.strip(),
        quality_of_delivery=answers.quality_of_delivery.strip(),
        strength_of_evidence=answers.strength_of_evidence,
        impact_level=answers.impact_level,
        value_for_money=answers.value_for_money.strip(),
        differences=answers.differences.strip(),
        decided_at=clock.now(),
        outcomes=[
            ObjectiveOutcome(
                objective=objective,
                outcome=answers.outcomes[objective.id].outcome,
                reason=answers.outcomes[objective.id].reason.strip(),
                look_again_on=answers.outcomes[objective.id].look_again_on,
            )
            for objective in commission.objectives
        ],
    )
    db.session.add(judgement)
    COMMISSION_LIFECYCLE.move(commission, CommissionAction.CLOSE, by=by)
    commission.closed_at = clock.now()
    db.session.flush()
    recount(commission.provider)
    return judgement


def return_for_evidence(*, commission: Commission, by: Person, reason: str) -> None:
    """Ask both sides for more: what they wrote is kept, and they hand it in again."""
    hold(commission)
    COMMISSION_LIFECYCLE.check(commission, CommissionAction.RETURN_FOR_EVIDENCE, by=by)
    words = given_reason(reason, "Say what evidence is missing.")
    COMMISSION_LIFECYCLE.move(commission, CommissionAction.RETURN_FOR_EVIDENCE, by=by)
    commission.reason = words
    for evaluation in commission.evaluations:
        evaluation.submitted_at = None
    db.session.flush()


def recount(provider: Provider) -> ProviderRecord:
    """Count afresh what the provider's quality-assured commissions came to.

    "Not yet measurable" has a count of its own: it is never met.
    """
    # two commissions of one provider that close at one moment are counted one after the other
    db.session.refresh(provider, with_for_update=True)
    judgements = counted_judgements(provider.id)
    counts = Counter(outcome.outcome for j in judgements for outcome in j.outcomes)
    return set_record(
        provider,
        commissions_assured=len(judgements),
        objectives_met=counts[Outcome.MET],
        objectives_partly_met=counts[Outcome.PARTLY_MET],
        objectives_not_met=counts[Outcome.NOT_MET],
        objectives_not_yet=counts[Outcome.NOT_YET],
    )
