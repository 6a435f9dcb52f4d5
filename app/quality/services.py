"""Judging: an outcome for each objective, one decision, and the provider's record after it."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from app.commissions.facts import Outcome
from app.commissions.judging_permissions import awaits_second
from app.commissions.lifecycle import COMMISSION_LIFECYCLE
from app.commissions.services.agree import hold
from app.commissions.services.respond import given_reason
from app.commissions.statuses import CommissionAction
from app.core import clock
from app.core.errors import NotReady
from app.extensions import db
from app.prospectus.services import set_record
from app.quality.closing.services import prepare
from app.quality.conditions.services import follow_up
from app.quality.facts import Part
from app.quality.models import ObjectiveOutcome, QAJudgement
from app.quality.provider_reviews.services import open_if_due
from app.quality.queries import counted_judgements
from app.quality.record.figures import median_days
from app.quality.second.queries import in_force, judged_facts, judgements_of_parts
from app.quality.second.sampling import grounds

if TYPE_CHECKING:
    from app.accounts.models import Person
    from app.commissions.models import Commission
    from app.prospectus.models import Provider, ProviderRecord
    from app.quality.answers import JudgementAnswers
    from app.quality.facts import Decision


def judge_and_close(
    *, commission: Commission, by: Person, answers: JudgementAnswers
) -> QAJudgement:
    """Record a judgement; it closes the commission unless the rules ask for a second one.

    A second judge sees nothing of the first. Where both come to the same, the first stands;
    where they differ neither does, until they are brought together (`second.services`).
    """
    hold(commission)
    COMMISSION_LIFECYCLE.check(commission, CommissionAction.CLOSE, by=by)
    if awaits_second(commission):
        return _judge_again(commission, by, answers)
    judgement = write(commission, by, answers, Part.FIRST)
    asked_by = grounds(judged_facts(judgement), in_force(commission.authority_code))
    judgement.sampled_for = [key.value for key in asked_by]
    if judgement.sampled_for:
        COMMISSION_LIFECYCLE.move(commission, CommissionAction.JUDGE_FIRST, by=by)
    else:
        close_with(judgement, CommissionAction.CLOSE, by=by)
    commission.first_judge_id = by.id
    db.session.flush()
    return judgement


def _judge_again(commission: Commission, by: Person, answers: JudgementAnswers) -> QAJudgement:
    first = judgements_of_parts(commission)[Part.FIRST]
    second = write(commission, by, answers, Part.SECOND)
    if comes_to(first) == comes_to(second):
        close_with(first, CommissionAction.CLOSE, by=by)
    else:
        COMMISSION_LIFECYCLE.move(commission, CommissionAction.DIFFER, by=by)
    commission.second_judge_id = by.id
    db.session.flush()
    return second


def comes_to(judgement: QAJudgement) -> tuple[Decision, dict[int, Outcome]]:
    """Return what two judgements must share to agree: the decision and every outcome."""
    return judgement.decision, {o.objective_id: o.outcome for o in judgement.outcomes}


def write(commission: Commission, by: Person, answers: JudgementAnswers, part: Part) -> QAJudgement:
    """Keep one judgement, which is never changed; whether it counts is another step."""
    if answers.missing_outcomes(objective.id for objective in commission.objectives):
        raise NotReady(["Give each objective its outcome."])
    if answers.faults:
        raise NotReady(list(answers.faults.values()))
    judgement = QAJudgement(
        commission=commission,
        judge=by,
        part=part,
        decision=answers.decision,
        reasons=answers.reasons.strip(),
        conditions=answers.conditions.strip(),
        conditions_due_on=answers.conditions_due_on if answers.conditions else None,
        quality_of_delivery=answers.quality_of_delivery.strip(),
        strength_of_evidence=answers.strength_of_evidence,
        impact_level=answers.impact_level,
        value_for_money=answers.value_for_money.strip(),
        differences=answers.differences.strip(),
        sides=answers.sides,
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
    db.session.flush()
    return judgement


def close_with(judgement: QAJudgement, action: CommissionAction, *, by: Person) -> None:
    """Close the commission: from now on this judgement counts, in the provider's record too."""
    commission = judgement.commission
    COMMISSION_LIFECYCLE.move(commission, action, by=by)
    judgement.stands_since = commission.closed_at = clock.now()
    db.session.flush()
    follow_up(judgement)
    prepare(judgement)
    recount(commission.provider)
    open_if_due(judgement)


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
        median_days_to_start=median_days([j.commission for j in judgements]),
    )
