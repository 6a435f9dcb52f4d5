"""Judgements, moderation and the rules they follow, as the demonstration's files write them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.commissions.facts import Outcome
from app.demonstration.cast import objective_of
from app.quality import services as quality
from app.quality.answers import JudgementAnswers, OutcomeAnswer
from app.quality.closing import services as closing
from app.quality.closing.queries import report_of
from app.quality.facts import Decision, Spread
from app.quality.provider_reviews import services as reviews
from app.quality.provider_reviews.facts import Opening
from app.quality.second import services as second

if TYPE_CHECKING:
    from collections.abc import Callable

    from app.accounts.models import Person
    from app.commissions.models import Commission
    from app.demonstration.cast import Cast
    from app.demonstration.files import Table


def rules(cast: Cast, by: Person, *, step: Table) -> None:
    second.start_rules(authority_code=step["authority"], by=by)


def open_review(cast: Cast, by: Person, *, step: Table) -> None:
    provider = cast.providers[step["provider"]]
    reviews.open_review(provider=provider, opening=Opening.BY_HAND, by=by, reason=step["reason"])


def judge(cast: Cast, by: Person, *, table: Table, step: Table) -> None:
    commission = cast.commission(table)
    quality.judge_and_close(commission=commission, by=by, answers=_answers(commission, step))
    _answer_report(commission, table)


def moderate(cast: Cast, by: Person, *, table: Table, step: Table) -> None:
    commission = cast.commission(table)
    second.moderate(
        commission=commission,
        by=by,
        answers=_answers(commission, step),
        words=step["words"],
        met_on=step.get("met_on"),
    )
    _answer_report(commission, table)


def _answer_report(commission: Commission, table: Table) -> None:
    """Let the broker accept the closing report at once, unless the file tells otherwise."""
    report = report_of(commission.reference)
    told = table.get("closing_report", {})
    if report is None or told.get("waits"):
        return
    if question := told.get("question"):
        closing.send_back(report=report, by=commission.broker, reason=question)
    else:
        closing.accept(report=report, by=commission.broker)


def _answers(commission: Commission, step: Table) -> JudgementAnswers:
    reasons = step.get("reasons", "")
    if step["decision"] == Decision.NOT_ASSURED and not reasons:
        reasons = step["quality_of_delivery"]
    return JudgementAnswers(
        decision=Decision(step["decision"]),
        quality_of_delivery=step["quality_of_delivery"],
        strength_of_evidence=step["strength_of_evidence"],
        impact_level=step["impact_level"],
        value_for_money=step["value_for_money"],
        differences=step["differences"],
        sides=Spread(step["sides"]),
        conditions=step.get("conditions", ""),
        conditions_due_on=step.get("conditions_due_on"),
        reasons=reasons,
        outcomes={
            objective_of(commission, o["key"]).id: OutcomeAnswer(
                outcome=Outcome(o["outcome"]),
                reason=o["reason"],
                look_again_on=o.get("look_again_on"),
            )
            for o in step["objective"]
        },
    )


ACTS: dict[str, Callable[..., None]] = {
    "judgement": judge,
    "second_judgement": judge,
    "moderation": moderate,
}
