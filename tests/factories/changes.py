"""Approved support that changed on its way, brought there by the services."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING, Any

from app.commissions.changes.agreed import AgreedTarget
from app.commissions.changes.answers import EarlyEndAnswers
from app.commissions.changes.facts import EarlyEndReason, Shortfall
from app.commissions.changes.services import end, settle, vary
from app.commissions.changes.services import pause as pausing
from tests.factories.agreements import no_interest, some_day
from tests.factories.deliveries import active

if TYPE_CHECKING:
    from app.accounts.models import Person
    from app.commissions.models import Commission, Variation
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


def proposed(world: World, **kwargs: int) -> Commission:
    """Return support whose target world.provider_lead proposes to lower from 75 to 70."""
    commission = active(world, **kwargs)
    vary.propose_target(
        objective=commission.objectives[0],
        by=world.provider_lead,
        target=AgreedTarget(value=Decimal(70), due_on=some_day(190)),
        reason="The cohort changed",
    )
    return commission


def sign_change(person: Person, commission: Commission) -> None:
    change = the_change(commission)
    version = change.agreement
    settle.sign(variation=change, by=person, version_number=version.number, digest=version.digest)


def change_signed(world: World, **kwargs: int) -> Commission:
    """Return the same, signed by both sides; world.second_approver may decide about it."""
    commission = proposed(world, **kwargs)
    sign_change(world.head, commission)
    sign_change(world.provider_lead, commission)
    no_interest(world.second_approver, commission)
    return commission


def varied(world: World, **kwargs: int) -> Commission:
    commission = change_signed(world, **kwargs)
    settle.approve(variation=the_change(commission), by=world.second_approver)
    return commission


def the_change(commission: Commission) -> Variation:
    return commission.variations[-1]
