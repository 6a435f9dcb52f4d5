"""A request at every state, brought there by the services themselves."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import Any

from app.accounts.models import Person
from app.commissions.facts import CandidateVerdict, FundingRoute, Interest, Urgency
from app.commissions.models import Candidate, Commission, SupportRequest
from app.commissions.offers import OfferTerms
from app.commissions.services import ask, interests, match
from app.prospectus.models import Provider
from tests.factories.world import World

TITLE = "Phonics at Larkmoor"
ANOTHER_NEED = "It is for other staff"
NEED = "Larkmoor teaches reading in three different ways"


def answers(world: World) -> dict[str, Any]:
    return {
        "title": TITLE,
        "focus_id": world.area.id,
        "need": NEED,
        "which_staff": "Two Year 1 teachers",
        "evidence_of_need": "Year 1 check 2026: 61%",
        "tried": "",
        "expected_outcome": "All groups at Larkmoor taught alike",
        "urgency": Urgency.THIS_TERM,
        "wanted_from": date(2027, 1, 11),
        "constraints": "Not on Fridays",
        "contact_in_school": "The deputy head",
        "funding_route": FundingRoute.SCHOOL,
        "ceiling_pence": 250_000,
        "governing_body_aware": False,
        "consent_to_share": True,
    }


def draft(world: World, preferred: Provider | None = None) -> SupportRequest:
    return ask.start_request(school=world.school, by=world.head, preferred_provider=preferred)


def complete(world: World, preferred: Provider | None = None) -> SupportRequest:
    request = draft(world, preferred)
    ask.save_section(request=request, by=world.head, answers=answers(world))
    no_interest(world.head, request)
    return request


def submitted(world: World, preferred: Provider | None = None) -> SupportRequest:
    request = complete(world, preferred)
    # kept only where the scene has another one
    ask.submit(request=request, by=world.head, another_need=ANOTHER_NEED)
    return request


def returned(world: World) -> SupportRequest:
    request = submitted(world)
    no_interest(world.broker, request)
    match.return_request(request=request, by=world.broker, reason="Which class?")
    return request


def withdrawn(world: World) -> SupportRequest:
    request = submitted(world)
    ask.withdraw(request=request, by=world.head, reason="We found help")
    return request


def matching(world: World, preferred: Provider | None = None) -> SupportRequest:
    request = submitted(world, preferred)
    no_interest(world.broker, request)
    match.start_matching(request=request, by=world.broker)
    return request


def shortlisted(
    world: World, preferred: Provider | None = None
) -> tuple[SupportRequest, Candidate]:
    request = matching(world, preferred)
    return request, consider(world, request, world.provider)


def chosen(world: World) -> tuple[SupportRequest, Candidate]:
    request, candidate = shortlisted(world)
    match.choose(request=request, candidate=candidate, by=world.head)
    return request, candidate


def matched(world: World) -> Commission:
    request, candidate = chosen(world)
    return match.offer(request=request, candidate=candidate, by=world.broker, terms=terms())


def consider(
    world: World,
    request: SupportRequest,
    provider: Provider,
    verdict: CandidateVerdict = CandidateVerdict.SHORTLISTED,
) -> Candidate:
    return match.consider(
        request=request, by=world.broker, provider=provider, verdict=verdict, reason="Fits well"
    )


def no_interest(person: Person, request: SupportRequest) -> None:
    interests.declare_interest(matter=request, by=person, answer=Interest.NONE)


def terms(**changes: Any) -> OfferTerms:
    facts: dict[str, Any] = {
        "days": Decimal(4),
        "starts_on": date(2027, 1, 11),
        "ends_on": date(2027, 6, 30),
        "charge_pence": 150_000,
        "reimbursement_pence": 140_000,
        "fee_pence": 10_000,
        "vat_pence": 0,
        "funding": [("Larkmoor Primary School", 150_000)],
    }
    return OfferTerms(**(facts | changes))
