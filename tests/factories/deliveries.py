"""A commission at every state from approval to the judgement, brought there by the services."""

from __future__ import annotations

from datetime import date, timedelta
from decimal import Decimal
from typing import TYPE_CHECKING, Any

from app.commissions.facts import Outcome, Side, VisitMode
from app.commissions.models import Commission, Evaluation, Measurement, VisitNote
from app.commissions.plans import services as plans
from app.commissions.plans.answers import StepAnswers
from app.commissions.reviews import services as reviews
from app.commissions.reviews.answers import RatingAnswers, ReviewAnswers
from app.commissions.reviews.facts import Rating, ReviewDecision, ReviewKind, Working
from app.commissions.services import deliver, evaluate
from app.core import clock
from app.quality import services as quality
from app.quality.answers import JudgementAnswers, OutcomeAnswer
from app.quality.facts import Decision, Spread
from app.quality.models import QAJudgement
from tests.factories.agreements import approved, no_interest

if TYPE_CHECKING:
    from app.accounts.models import Person
    from tests.factories.world import World


def started(world: World, **kwargs: int) -> Commission:
    """Return support under way that has no action plan yet."""
    commission = approved(world, **kwargs)
    deliver.start(commission=commission, by=world.provider_lead, start_meeting_on=clock.today())
    return commission


def planned(world: World, **kwargs: int) -> Commission:
    """Return support under way whose action plan waits for the school."""
    commission = started(world, **kwargs)
    plans.propose(commission=commission, by=world.provider_lead, steps=[plan_step()])
    return commission


def active(world: World, **kwargs: int) -> Commission:
    """Return support under way with an agreed action plan of one step."""
    commission = planned(world, **kwargs)
    plans.agree(plan=commission.plans[0], by=world.head)
    return commission


def plan_step(**changes: Any) -> StepAnswers:
    given = {
        "what": "Release the English lead",
        "side": Side.SCHOOL,
        "doer": "Headteacher",
        "due_on": clock.today() + timedelta(days=30),
    }
    return StepAnswers(**(given | changes))


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


def review_answers(commission: Commission, **changes: Any) -> ReviewAnswers:
    given = {
        "kind": ReviewKind.START,
        "held_on": clock.today(),
        "roles_present": "Headteacher, provider",
        "ratings": {o.id: RatingAnswers(Rating.GREEN, "On course") for o in commission.objectives},
        "working": Working.YES,
        "working_words": "Lessons are observed",
        "decision": ReviewDecision.GO_ON,
        "next_review_on": clock.today() + timedelta(days=60),
    }
    return ReviewAnswers(**(given | changes))


def reviewed(world: World, **kwargs: int) -> Commission:
    """Return support under way with one review that waits for the school's answer."""
    commission = active(world, **kwargs)
    reviews.record_review(
        commission=commission, by=world.provider_lead, answers=review_answers(commission)
    )
    return commission


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
    evaluated(world, commission)
    return commission


def evaluated(world: World, commission: Commission) -> None:
    """Let both sides evaluate what world.quality may then judge."""
    both_evaluate(world, commission)
    no_interest(world.quality, commission)


def both_evaluate(world: World, commission: Commission) -> None:
    evaluation(commission, world.head, "School words")
    evaluation(commission, world.provider_lead, "Provider words")


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
    return judged(world, in_review(world, number=number), outcome, **changes)


def judged(
    world: World, commission: Commission, outcome: Outcome = Outcome.MET, **changes: Any
) -> QAJudgement:
    return quality.judge_and_close(
        commission=commission,
        by=world.quality,
        answers=judgement_answers(commission, outcome, **changes),
    )
