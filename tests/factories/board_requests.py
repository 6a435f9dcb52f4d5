"""What world.governor asks of governor services, and the support that came of it.

In confidence unless told otherwise: then nobody else at the school may know.
"""

from __future__ import annotations

from datetime import date, timedelta
from decimal import Decimal
from typing import TYPE_CHECKING, Any

from app.commissions.facts import CandidateVerdict, FundingRoute, Interest, Urgency
from app.commissions.gates import services as gates
from app.commissions.gates.facts import CheckResult
from app.commissions.offers import OfferTerms
from app.commissions.plans import services as plans
from app.commissions.services import (
    agree,
    approve,
    ask,
    deliver,
    interests,
    match,
    respond,
    sign,
)
from app.core import clock
from app.governance.requests import services
from tests.factories import agreements, deliveries

if TYPE_CHECKING:
    from app.accounts.models import Person
    from app.commissions.models import Commission, SupportRequest
    from tests.factories.world import World

TITLE = "A hard first year for one of us"
NEED = "Meetings end in quarrels"
NOBODY = dict.fromkeys(
    ("head_may_know", "chair_may_know", "clerk_may_know", "governors_may_know"), False
)


def known(*roles: str, in_confidence: bool = True) -> dict[str, bool]:
    told = {f"{role}_may_know": True for role in roles}
    return {"in_confidence": in_confidence} | NOBODY | told


def answers(world: World) -> dict[str, Any]:
    return {
        "title": TITLE,
        "needs": ["specific_issue"],
        "focus_id": world.area.id,
        "need": NEED,
        "vacancies": 2,
        "furthest_miles": 10,
        "expected_outcome": "Every meeting is quorate",
        "urgency": Urgency.THIS_TERM,
        "wanted_from": date(2027, 1, 11),
        "funding_route": FundingRoute.AUTHORITY,
        "consent_to_share": True,
    }


def draft(world: World, *roles: str, in_confidence: bool = True) -> SupportRequest:
    return services.start_request(
        school=world.school,
        by=world.governor,
        known=known(*roles, in_confidence=in_confidence),
    )


def submitted(world: World, *roles: str, in_confidence: bool = True) -> SupportRequest:
    request = draft(world, *roles, in_confidence=in_confidence)
    services.save_answers(request=request, by=world.governor, answers=answers(world))
    no_interest(world.governor, request)
    ask.submit(request=request, by=world.governor, another_need="Another matter")
    return request


def matching(world: World, *roles: str, in_confidence: bool = True) -> SupportRequest:
    request = submitted(world, *roles, in_confidence=in_confidence)
    no_interest(world.governor_services, request)
    match.start_matching(request=request, by=world.governor_services)
    return request


def offered(world: World, *roles: str, in_confidence: bool = True) -> Commission:
    request = matching(world, *roles, in_confidence=in_confidence)
    candidate = match.consider(
        request=request,
        by=world.governor_services,
        provider=world.provider,
        verdict=CandidateVerdict.SHORTLISTED,
        reason="Knows it well",
    )
    match.choose(request=request, candidate=candidate, by=world.governor)
    today = clock.today()
    terms = OfferTerms(
        days=Decimal(2),
        starts_on=today,
        ends_on=today + timedelta(days=100),
        charge_pence=40_000,
        reimbursement_pence=40_000,
        fee_pence=0,
        vat_pence=0,
        waiver_reason="",
        funding=(("The authority", 40_000),),
    )
    return match.offer(
        request=request, candidate=candidate, by=world.governor_services, terms=terms
    )


def signing(world: World, *roles: str, in_confidence: bool = True) -> Commission:
    work = offered(world, *roles, in_confidence=in_confidence)
    agreements.no_interest(world.provider_lead, work)
    respond.accept(commission=work, by=world.provider_lead)
    agree.add_objective(commission=work, by=world.governor, answers=agreements.answers())
    agree.set_terms(commission=work, by=world.provider_lead, terms=agreements.terms())
    sign.send_for_signature(commission=work, by=world.provider_lead)
    return work


def signed(world: World, *roles: str, in_confidence: bool = True) -> Commission:
    work = signing(world, *roles, in_confidence=in_confidence)
    for person in (world.governor, world.provider_lead):
        agreements.sign_as(person, work)
    gates.record_check(
        commission=work,
        by=world.governor_services,
        result=CheckResult.PASSED,
        checked_on=clock.today(),
        sources="Two references",
        reason="",
    )
    return work


def active(world: World, *roles: str, in_confidence: bool = True) -> Commission:
    work = signed(world, *roles, in_confidence=in_confidence)
    no_interest(world.second_governor_services, work)
    approve.approve(commission=work, by=world.second_governor_services)
    deliver.start(commission=work, by=world.provider_lead, start_meeting_on=clock.today())
    plans.propose(commission=work, by=world.provider_lead, steps=[deliveries.plan_step()])
    plans.agree(plan=work.plans[0], by=world.governor)
    return work


def closed(world: World, *roles: str, in_confidence: bool = True) -> Commission:
    """Return support that world.quality judged, of which the asker raised a concern before."""
    work = active(world, *roles, in_confidence=in_confidence)
    deliveries.note(world, work, days_used=work.days)
    deliver.end_delivery(commission=work, by=world.provider_lead, days_used=work.days)
    for person in (world.governor, world.provider_lead):
        deliveries.evaluation(work, person)
    agreements.no_interest(world.quality, work)
    deliveries.judged(world, work)
    return work


def no_interest(person: Person, matter: SupportRequest | Commission) -> None:
    interests.declare_interest(matter=matter, by=person, answer=Interest.NONE)
