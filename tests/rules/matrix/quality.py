"""Second judgements, their moderation, and the rules."""

from __future__ import annotations

from collections.abc import Callable

from app.quality.models import QAJudgement
from tests.factories import deliveries
from tests.factories.world import World
from tests.rules.matrix.commissions import of_commission
from tests.rules.matrix.rows import BOTH, FORBIDDEN, SEE_THE_DELIVERY, only
from tests.rules.world import Scene, alone, around


def judged(state: Callable[..., QAJudgement]) -> Callable[[World], Scene]:
    return lambda world: around(world, state(world).commission)


def with_rules(world: World) -> Scene:
    deliveries.rules(world)
    return alone(world)


def a_rule(_scene: Scene) -> dict[str, object]:
    return {"authority": "384", "key": "cost_over"}


SIDES = "head deputy provider_lead"

QUALITY = (
    *of_commission(
        BOTH, "judgement_condition.report", SIDES, judged(deliveries.conditional),
        seen=SEE_THE_DELIVERY,
    ),
    *of_commission(
        BOTH, "judgement_condition.look", "quality", judged(deliveries.conditional),
        seen=SEE_THE_DELIVERY,
    ),
    *only(BOTH, "second.rules", "quality", others=FORBIDDEN, make=alone),
    *only(BOTH, "second.rule", "quality", of=a_rule, make=with_rules),
    *of_commission(BOTH, "second.moderate", "quality", judged(deliveries.judged_differently)),
)  # fmt: skip
