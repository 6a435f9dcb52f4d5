"""What follows a judgement: a second one, moderation, conditions, a review of the provider."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING, Any

from app.commissions.facts import Outcome
from app.core import clock
from app.quality import services as quality
from app.quality.closing import services as closing
from app.quality.facts import Decision
from app.quality.models import QAJudgement
from app.quality.provider_reviews import services as reviews
from app.quality.provider_reviews.facts import ReviewDecision
from app.quality.provider_reviews.queries import open_review_of
from app.quality.second import services as second
from app.quality.second.facts import SAMPLING, RuleKey
from tests.factories.agreements import no_interest
from tests.factories.deliveries import closed, judgement_answers

if TYPE_CHECKING:
    from collections.abc import Sequence

    from app.quality.provider_reviews.models import ProviderReview
    from app.quality.second.models import QualityRule
    from tests.factories.world import World


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


def report_returned(world: World) -> QAJudgement:
    """Return a judgement whose closing report waits for the quality lead's answer."""
    judgement = closed(world)
    closing.send_back(report=judgement.closing_report, by=world.broker, reason="Why so few days?")
    return judgement


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
