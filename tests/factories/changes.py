"""Approved support that changed on its way, brought there by the services."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING, Any

from app.commissions.changes.answers import EarlyEndAnswers
from app.commissions.changes.facts import EarlyEndReason, Shortfall
from app.commissions.changes.services import end
from app.commissions.changes.services import pause as pausing
from tests.factories.agreements import some_day
from tests.factories.deliveries import active

if TYPE_CHECKING:
    from app.accounts.models import Person
    from app.commissions.models import Commission
    from tests.factories.world import World


def paused(world: World, **kwargs: int) -> Commission:
    """Return support that world.broker paused, to be looked at in thirty days."""
    commission = active(world, **kwargs)
    pausing.pause(
        commission=commission, by=world.broker, reason="The lead is away", review_on=some_day(30)
    )
    return commission


def early_end_answers(**changes: Any) -> EarlyEndAnswers:
    given = {
        "reason": EarlyEndReason.SCHOOL_CANNOT,
        "words": "The post is vacant",
        "shortfall": Shortfall.NONE,
        "done": "Two visits",
        "remains": "The coaching of Year 2",
        "takes_over": "The deputy",
        "days_used": Decimal(0),
    }
    return EarlyEndAnswers(**(given | changes))


def ended_early(world: World, by: Person | None = None, **kwargs: int) -> Commission:
    """Return support that world.head ended before its time, or somebody else."""
    commission = active(world, **kwargs)
    end.end_early(commission=commission, by=by or world.head, answers=early_end_answers())
    return commission
