"""A rule for small commissions, and agreements above and within it."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import TYPE_CHECKING

from app.commissions.preauthorised import services
from app.commissions.preauthorised.services import RuleFacts
from tests.factories.agreements import signed
from tests.factories.world import LONG_AGO

if TYPE_CHECKING:
    from app.commissions.models import Commission, PreauthorisedRule
    from tests.factories.world import World


def facts(**changes: object) -> RuleFacts:
    given: dict[str, object] = {
        "name": "A few days from an LLE",
        "limit_pence": 200_000,
        "most_days": Decimal(5),
        "kinds": ("local-leader",),
        "starts_on": LONG_AGO,
    }
    return RuleFacts(**(given | changes))  # type: ignore[arg-type]


def in_force(world: World, **changes: object) -> PreauthorisedRule:
    return services.add_rule(authority="384", facts=facts(**changes))


def ended(world: World) -> PreauthorisedRule:
    return in_force(world, ends_on=date(2021, 1, 1))


def covered(world: World) -> Commission:
    """Return what is above the brokers' own limit, and covered by a rule."""
    in_force(world)
    return signed(world, pence=150_000)
