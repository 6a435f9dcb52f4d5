"""A concern in its states, about support that is under way."""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.commissions.concerns import services
from app.commissions.concerns.facts import ConcernKind, Tried
from app.core import clock
from tests.factories.deliveries import active

if TYPE_CHECKING:
    from app.accounts.models import Person
    from app.commissions.models import Commission, Concern
    from tests.factories.world import World


def about(commission: Commission, by: Person, *, in_confidence: bool = True) -> Concern:
    return services.raise_concern(
        commission=commission,
        by=by,
        kind=ConcernKind.QUALITY,
        words="Twice the visit was cancelled on the day",
        in_confidence=in_confidence,
    )


def raised(world: World) -> Concern:
    """Return what world.head raised in confidence about support that is under way."""
    return about(active(world), world.head)


def shared(world: World) -> Concern:
    concern = raised(world)
    services.share(concern=concern, by=world.broker, words="Both should talk")
    return concern


def acted_on(world: World) -> Concern:
    concern = raised(world)
    act_on(world, concern)
    return concern


def act_on(world: World, concern: Concern) -> None:
    services.act(
        concern=concern,
        by=world.second_broker,
        words="Spoke with the school",
        done_on=clock.today(),
    )


def escalated(world: World) -> Concern:
    """Return one that neither broker may settle: one brokered the work, one acted on it."""
    concern = acted_on(world)
    services.escalate(
        concern=concern, by=world.head, tried=[Tried.TALKED], words="It happened again"
    )
    return concern
