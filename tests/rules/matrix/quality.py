"""Second judgements, their moderation, and the rules."""

from __future__ import annotations

from collections.abc import Callable

from app.quality.models import QAJudgement
from app.quality.provider_reviews import services
from app.quality.provider_reviews.models import ProviderReview
from app.quality.provider_reviews.queries import reviews_of
from tests.factories import deliveries as delivered
from tests.factories import quality as after
from tests.factories.world import World
from tests.rules.matrix.commissions import of_commission
from tests.rules.matrix.rows import BOTH, FORBIDDEN, SEE_THE_DELIVERY, only, the_provider
from tests.rules.world import Scene, alone, around


def judged(state: Callable[..., QAJudgement]) -> Callable[[World], Scene]:
    return lambda world: around(state(world).commission, world)


def with_rules(world: World) -> Scene:
    after.rules(world)
    return alone(world)


def a_rule(_scene: Scene) -> dict[str, object]:
    return {"authority": "384", "key": "cost_over"}


def of_review(state: Callable[[World], ProviderReview]) -> Callable[[World], Scene]:
    def make(world: World) -> Scene:
        state(world)
        return alone(world)

    return make


def appealed(world: World) -> ProviderReview:
    review = after.suspended(world)
    services.appeal(review=review, by=world.provider_lead, words="It was measured")
    return review


def the_review(scene: Scene) -> dict[str, object]:
    return {"number": open_or_last(scene).id}


def open_or_last(scene: Scene) -> ProviderReview:
    return reviews_of(scene.provider.id)[0]


# the broker, approver and first judge of the work it is about are involved
UNINVOLVED = "second_broker"
OFFICERS = "broker second_broker approver quality"
SEE_REVIEWS = f"{OFFICERS} provider_lead"

# whoever judged does not accept it
ACCEPT_REPORTS = "broker second_broker approver"

SIDES = "head deputy provider_lead"


def waiting(_scene: Scene) -> dict[str, object]:
    return {"section": "due", "line": "first", "column": "all"}


QUALITY = (
    *only("GET", "quality_dashboard.index", "quality", others=FORBIDDEN, make=alone),
    *only("GET", "quality_dashboard.rows", "quality", others=FORBIDDEN, of=waiting, make=alone),
    *only(
        "GET", "provider_reviews.index", f"{OFFICERS} other_broker", others=FORBIDDEN, make=alone
    ),
    *only("GET", "quality_record.show", SEE_REVIEWS, of=the_provider, make=alone),
    *only(
        BOTH, "provider_reviews.open_review", OFFICERS,
        forbidden="provider_lead", of=the_provider, make=alone,
    ),
    *only(
        "GET", "provider_reviews.show", SEE_REVIEWS,
        of=the_review, make=of_review(after.reviewed),
    ),
    *only(
        BOTH, "provider_reviews.decide", UNINVOLVED,
        forbidden=SEE_REVIEWS, of=the_review, make=of_review(after.reviewed),
    ),
    *only(
        BOTH, "provider_reviews.appeal", "provider_lead",
        forbidden=SEE_REVIEWS, of=the_review, make=of_review(after.suspended),
    ),
    *only(
        BOTH, "provider_reviews.answer", "",
        forbidden=SEE_REVIEWS, of=the_review, make=of_review(appealed),
    ),
    *of_commission(
        BOTH, "judgement_condition.report", SIDES, judged(after.conditional),
        seen=SEE_THE_DELIVERY,
    ),
    *of_commission(
        BOTH, "judgement_condition.look", "quality", judged(after.conditional),
        seen=SEE_THE_DELIVERY,
    ),
    *of_commission(
        "GET", "closing_report.show", SEE_THE_DELIVERY, judged(delivered.closed),
        seen=SEE_THE_DELIVERY,
    ),
    *of_commission(
        BOTH, "closing_report.decide", ACCEPT_REPORTS, judged(delivered.closed),
        seen=SEE_THE_DELIVERY,
    ),
    *of_commission(
        BOTH, "closing_report.answer", "quality", judged(after.report_returned),
        seen=SEE_THE_DELIVERY,
    ),
    *only(BOTH, "second.rules", "quality", others=FORBIDDEN, make=alone),
    *only(BOTH, "second.rule", "quality", of=a_rule, make=with_rules),
    *of_commission(BOTH, "second.moderate", "quality", judged(after.judged_differently)),
)  # fmt: skip
