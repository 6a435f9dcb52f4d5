"""A commission at every state from approval to the judgement, brought there by the services."""

from __future__ import annotations

from datetime import date, timedelta
from decimal import Decimal
from typing import TYPE_CHECKING, Any

from app.commissions.facts import Outcome, VisitMode
from app.commissions.models import Commission, Evaluation, Measurement, VisitNote
from app.commissions.services import deliver, evaluate
from app.core import clock
from app.quality import services as quality
from app.quality.answers import JudgementAnswers, OutcomeAnswer
from app.quality.facts import Decision, Spread
from app.quality.models import QAJudgement
from app.quality.provider_reviews import services as reviews
from app.quality.provider_reviews.facts import ReviewDecision
from app.quality.provider_reviews.queries import open_review_of
from app.quality.second import services as second
from app.quality.second.facts import SAMPLING, RuleKey
from tests.factories.agreements import approved, no_interest

if TYPE_CHECKING:
    from collections.abc import Sequence

    from app.accounts.models import Person
    from app.quality.provider_reviews.models import ProviderReview
    from app.quality.second.models import QualityRule
    from tests.factories.world import World


def active(world: World, **kwargs: int) -> Commission:
    commission = approved(world, **kwargs)
    deliver.start(commission=commission, by=world.provider_lead, start_meeting_on=clock.today())
    return commission


def visit_facts(commission: Commission, **changes: Any) -> dict[str, Any]:
    facts = {
        "held_on": clock.today(),
        "hours": Decimal("5.5"),
        "days_used": Decimal(1),
        "mode": VisitMode.IN_PERSON,
        "roles_seen": "English lead",
        "objective_ids": [commission.objectives[0].id],
        "activity": "Modelled a lesson",
        "progress": "Pace is better",
        "next_steps": "The lead tries it by Friday",
    }
    return facts | changes


def note(world: World, commission: Commission, **changes: Any) -> VisitNote:
    facts = visit_facts(commission, **changes)
    return deliver.add_visit_note(commission=commission, by=world.provider_lead, **facts)


def reading(
    world: World, commission: Commission, value: int, on: date | None = None, number: int = 1
) -> Measurement:
    return deliver.add_measurement(
        objective=commission.objectives[number - 1],
        by=world.provider_lead,
        value=Decimal(value),
        taken_on=on or clock.today(),
        cohort="Year 1 pupils",
        source="Screening check",
    )


def evaluating(world: World, **kwargs: int) -> Commission:
    commission = active(world, **kwargs)
    note(world, commission, days_used=commission.days)
    deliver.end_delivery(commission=commission, by=world.provider_lead, days_used=commission.days)
    return commission


def evaluation(commission: Commission, by: Person, words: str = "Better") -> Evaluation:
    return evaluate.evaluate(
        commission=commission,
        by=by,
        overall=f"{words} overall",
        what_remains=f"{words} remains",
        findings={o.id: (f"{words} impact", f"{words} evidence") for o in commission.objectives},
    )


def in_review(world: World, **kwargs: int) -> Commission:
    """Return a commission that world.quality may judge: she has recorded no interest."""
    commission = evaluating(world, **kwargs)
    evaluation(commission, world.head, "School words")
    evaluation(commission, world.provider_lead, "Provider words")
    no_interest(world.quality, commission)
    return commission


def judgement_answers(
    commission: Commission, outcome: Outcome = Outcome.MET, **changes: Any
) -> JudgementAnswers:
    look_again = clock.today().replace(year=clock.today().year + 1, day=1)
    answer = OutcomeAnswer(
        outcome, "The figures say so", look_again if outcome is Outcome.NOT_YET else None
    )
    given = {
        "decision": Decision.ASSURED,
        "quality_of_delivery": "Well prepared",
        "strength_of_evidence": 2,
        "impact_level": 4,
        "value_for_money": "Good value",
        "differences": "None",
        "sides": Spread.TOGETHER,
        "outcomes": {objective.id: answer for objective in commission.objectives},
    }
    if "conditions" in changes:
        given["conditions_due_on"] = clock.today() + timedelta(days=60)
    return JudgementAnswers(**(given | changes))


def closed(
    world: World, *, number: int = 1, outcome: Outcome = Outcome.MET, **changes: Any
) -> QAJudgement:
    commission = in_review(world, number=number)
    return quality.judge_and_close(
        commission=commission,
        by=world.quality,
        answers=judgement_answers(commission, outcome, **changes),
    )


def rules(world: World, off: Sequence[RuleKey] = ()) -> list[QualityRule]:
    """Give the authority the usual rules, less two that would sample everything or anything.

    The work of these factories ends on its first day, and the random share is drawn.
    """
    unruly = {RuleKey.RANDOM_SHARE, RuleKey.EARLY_END, *off}
    started = second.start_rules(authority_code="384", by=world.quality)
    for rule in started:
        rule.in_force = rule.key not in unruly
    return started


def judged_once(world: World, **changes: Any) -> QAJudgement:
    """Return a first judgement that was sampled: it is the provider's first commission."""
    rules(world)
    return closed(world, **changes)


def judged_differently(world: World) -> QAJudgement:
    """Return the second judgement, which differs; a third lead may moderate."""
    commission = judged_once(world).commission
    no_interest(world.second_quality, commission)
    no_interest(world.third_quality, commission)
    return quality.judge_and_close(
        commission=commission,
        by=world.second_quality,
        answers=judgement_answers(commission, Outcome.NOT_MET),
    )


def conditional(world: World) -> QAJudgement:
    """Return a judgement that counts on a condition, to be looked at in sixty days."""
    return closed(world, decision=Decision.ASSURED_WITH_CONDITIONS, conditions="Better data")


def reviewed(world: World) -> ProviderReview:
    """Return the review that two commissions not assured opened; second_broker may decide."""
    rules(world, off=SAMPLING)
    for number in (1, 2):
        closed(world, number=number, decision=Decision.NOT_ASSURED, reasons="No evidence")
    review = open_review_of(world.provider.id)
    assert review is not None
    return review


def suspended(world: World) -> ProviderReview:
    review = reviewed(world)
    reviews.decide(
        review=review,
        by=world.second_broker,
        decision=ReviewDecision.SUSPEND,
        evidence="Both judgements and the visit notes",
        reason="Nothing was measured",
        look_again_on=clock.today() + timedelta(days=90),
    )
    return review
