"""Requests put to two providers, and what came of it, by the services themselves."""

from __future__ import annotations

from app.commissions.enquiries.facts import DeclineReason, Leaning, PartAnswer, WhyNot
from app.commissions.enquiries.requirements import parts_asked
from app.commissions.enquiries.services import answering, naming
from app.commissions.enquiries.services.naming import PassedOver
from app.commissions.models import Enquiry, SupportRequest
from app.commissions.services import ask
from app.extensions import db
from tests.factories import requests as make
from tests.factories.world import World


def named(world: World) -> SupportRequest:
    """Return a complete draft that names two providers and passes over a third."""
    request = make.complete(world)
    naming.name_providers(
        request=request,
        by=world.head,
        asked=[world.provider, world.other_provider],
        passed_over=[PassedOver(world.leader_provider, WhyNot.TOO_FAR, "An hour by bus")],
    )
    return request


def enquired(world: World) -> SupportRequest:
    request = named(world)
    ask.submit(request=request, by=world.head, another_need=make.ANOTHER_NEED)
    return request


def answered(world: World, answer: PartAnswer = PartAnswer.YES) -> SupportRequest:
    """Return the request with the first provider's answer, the second still silent."""
    request = enquired(world)
    answering.answer(
        enquiry=first(request),
        by=world.provider_lead,
        answers=dict.fromkeys(parts_asked(request), (answer, "")),
    )
    return request


def declined(world: World) -> SupportRequest:
    request = enquired(world)
    answering.decline(enquiry=first(request), by=world.provider_lead, reason=DeclineReason.NO_DAYS)
    return request


def weighed(world: World) -> SupportRequest:
    request = answered(world)
    answering.weigh(
        enquiry=first(request),
        by=world.head,
        leaning=Leaning.NOT_INTERESTED,
        why=WhyNot.COST,
        words="Twice what we have",
    )
    return request


def matching(world: World) -> SupportRequest:
    """Return the answered request in the broker's hands."""
    from app.commissions.services import match

    request = answered(world)
    make.no_interest(world.broker, request)
    match.start_matching(request=request, by=world.broker)
    return request


def first(request: SupportRequest) -> Enquiry:
    db.session.refresh(request, ["enquiries"])
    return request.enquiries[0]
