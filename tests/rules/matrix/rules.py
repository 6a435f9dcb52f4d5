"""Rules for small commissions: officers read them, approvers and administrators keep them."""

from __future__ import annotations

from sqlalchemy import select

from app.commissions.models import PreauthorisedRule
from app.extensions import db
from tests.factories import rules
from tests.factories.world import World
from tests.rules.matrix.commissions import of_commission
from tests.rules.matrix.rows import BOTH, BROKERS, FORBIDDEN, only
from tests.rules.world import Scene, alone, around

KEEPERS = "approver administrator"


def with_a_rule(world: World) -> Scene:
    rules.in_force(world)
    return alone(world)


def covered(world: World) -> Scene:
    return around(rules.covered(world), world)


def the_rule(_scene: Scene) -> dict[str, object]:
    return {"number": db.session.scalars(select(PreauthorisedRule.id)).one()}


RULES = (
    *only(
        "GET", "commissions.rules", f"{KEEPERS} {BROKERS} other_broker governor_services",
        others=FORBIDDEN, make=alone,
    ),
    *only(BOTH, "commissions.add_rule", KEEPERS, others=FORBIDDEN, make=alone),
    *only(
        BOTH, "commissions.change_rule", KEEPERS, forbidden=f"{BROKERS} governor_services",
        of=the_rule, make=with_a_rule,
    ),
    # whatever their own limit
    *of_commission(BOTH, "approve_by_rule", f"{BROKERS} approver", covered),
)  # fmt: skip
