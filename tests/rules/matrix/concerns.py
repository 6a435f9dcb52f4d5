"""Concerns: raised in confidence by the head, then shared, then escalated."""

from __future__ import annotations

from collections.abc import Callable

from app.commissions.models import Concern
from tests.factories import concerns
from tests.factories.world import World
from tests.rules.matrix.commissions import of_commission, the_commission
from tests.rules.matrix.rows import (
    BOTH,
    BROKERS,
    FORBIDDEN,
    SEE_THE_COMMISSION,
    SEE_THE_DELIVERY,
    only,
)
from tests.rules.world import Scene, around, at

HANDLERS = f"{BROKERS} approver quality"
# of what the head raised in confidence, the deputy and the chair know nothing either
KNOW = f"head {HANDLERS}"


def concerned(state: Callable[[World], Concern]) -> Callable[[World], Scene]:
    return lambda world: around(state(world).commission, world)


def its_concern(scene: Scene) -> dict[str, object]:
    return the_commission(scene) | {"concern": scene.commission.concerns[0].reference}


raised, shared = concerned(concerns.raised), concerned(concerns.shared)
escalated = concerned(concerns.escalated)
CONCERNS = (
    *only("GET", "commissions.concerns", f"{HANDLERS} other_broker governor_services",
          others=FORBIDDEN),
    *of_commission(BOTH, "raise_concern", SEE_THE_COMMISSION, at("active")),
    *of_commission("GET", "concern", KNOW, raised, its_concern, "", "in confidence"),
    *of_commission("GET", "concern", SEE_THE_DELIVERY, shared, its_concern, "", "shared"),
    *of_commission(BOTH, "act_on_concern", HANDLERS, raised, its_concern, KNOW),
    *of_commission(
        BOTH, "act_on_concern", f"{HANDLERS} head deputy provider_lead",
        shared, its_concern, SEE_THE_DELIVERY, "shared",
    ),
    *of_commission(BOTH, "share_concern", HANDLERS, raised, its_concern, KNOW),
    *of_commission(BOTH, "escalate_concern", KNOW, raised, its_concern, KNOW),
    *of_commission(BOTH, "withdraw_concern", "head", raised, its_concern, KNOW),
    *of_commission(BOTH, "resolve_concern", HANDLERS, raised, its_concern, KNOW),
    # somebody fresh: one broker brokered the work, the other acted on the concern
    *of_commission(
        BOTH, "resolve_concern", "approver quality", escalated, its_concern, KNOW, "escalated"
    ),
)  # fmt: skip
