"""A complaint in its states, about support that is under way."""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.quality.complaints import services
from app.quality.complaints.facts import About, ComplaintOutcome
from tests.factories.deliveries import active

if TYPE_CHECKING:
    from app.commissions.models import Commission
    from app.quality.complaints.models import Complaint
    from tests.factories.world import World


def made(
    world: World, about: About = About.PROVIDER, commission: Commission | None = None
) -> Complaint:
    """Return what world.head complains of."""
    return services.make(
        commission=commission or active(world),
        by=world.head,
        about=about,
        words="Nobody came in June",
        wanted="The days again",
    )


def investigated(world: World, about: About = About.PROVIDER) -> Complaint:
    """Return what world.quality investigates."""
    complaint = made(world, about)
    investigate(world, complaint)
    return complaint


def investigate(world: World, complaint: Complaint) -> None:
    services.acknowledge(complaint=complaint, by=world.second_broker, words="You hear by May")
    services.assign(
        complaint=complaint,
        by=world.second_broker,
        investigator=world.quality,
        told="Visits that did not take place",
    )


def decided(world: World, outcome: ComplaintOutcome = ComplaintOutcome.PARTLY_UPHELD) -> Complaint:
    complaint = investigated(world)
    decide(world, complaint, outcome)
    return complaint


def decide(world: World, complaint: Complaint, outcome: ComplaintOutcome) -> None:
    services.decide(
        complaint=complaint,
        by=world.quality,
        findings="One visit was missed",
        outcome=outcome,
        reasons="One of two visits was missed",
        told="Tell the school before a visit is moved",
    )
