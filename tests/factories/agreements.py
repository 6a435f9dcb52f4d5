"""A commission at every state of its agreement, brought there by the services themselves."""

from __future__ import annotations

from datetime import date, timedelta
from decimal import Decimal
from typing import TYPE_CHECKING

from app.commissions.facts import (
    Asked,
    CandidateVerdict,
    Direction,
    FundingRoute,
    Interest,
    Urgency,
)
from app.commissions.gates import services as gates
from app.commissions.gates.facts import CheckResult
from app.commissions.models import (
    AgreementVersion,
    Candidate,
    Commission,
    ConflictDeclaration,
    FundingLine,
    SupportRequest,
)
from app.commissions.services import agree, approve, refuse, respond, sign
from app.commissions.services.answers import ObjectiveAnswers, Terms
from app.commissions.statuses import RequestStatus
from app.core import clock
from app.extensions import db

if TYPE_CHECKING:
    from app.accounts.models import Person
    from app.prospectus.models import Provider
    from tests.factories.world import World

PENCE = 90_000


def offered(
    world: World, *, number: int = 1, pence: int = PENCE, provider: Provider | None = None
) -> Commission:
    """Return an offer to world.provider, whose home school has not answered yet."""
    provider = provider or world.provider
    request = SupportRequest(
        reference=f"REQ-{number:05}",
        status=RequestStatus.MATCHED,
        submitted_at=clock.now(),
        school_urn=world.school.urn,
        authority_code="384",
        requester=world.head,
        broker=world.broker,
        title=f"Phonics in Year 1, part {number}",
        focus=world.area,
        need="More pupils should reach the standard",
        which_staff="Year 1 teachers",
        expected_outcome="More fluent readers",
        evidence_of_need="Screening check",
        urgency=Urgency.THIS_TERM,
        wanted_from=clock.today(),
        contact_in_school="English lead",
        funding_route=FundingRoute.SCHOOL,
        governing_body_aware=True,
        consent_to_share=True,
    )
    request.candidates.append(
        Candidate(
            provider=provider,
            verdict=CandidateVerdict.CHOSEN,
            reason="Has done it before",
            added_by=world.broker,
        )
    )
    commission = Commission(
        reference=f"COM-{number:05}",
        request=request,
        school_urn=world.school.urn,
        provider=provider,
        host_urn=provider.host_urn,
        authority_code="384",
        broker=world.broker,
        days=Decimal(4),
        starts_on=clock.today(),
        ends_on=clock.today() + timedelta(days=200),
        charge_pence=pence,
        reimbursement_pence=pence,
    )
    commission.funding.append(FundingLine(funder="The school", pence=pence))
    db.session.add(commission)
    for person in (world.head, world.provider_lead):
        no_interest(person, commission)
    return commission


def no_interest(person: Person, commission: Commission) -> None:
    db.session.add(ConflictDeclaration(person=person, commission=commission, answer=Interest.NONE))
    db.session.flush()


def agreeing(world: World, **kwargs: int) -> Commission:
    commission = offered(world, **kwargs)
    respond.release(commission=commission, by=world.host_head)
    respond.accept(commission=commission, by=world.provider_lead)
    return commission


def complete(world: World, **kwargs: int) -> Commission:
    """Return an agreement with all that it needs, not yet sent for signature."""
    commission = agreeing(world, **kwargs)
    agree.add_objective(commission=commission, by=world.head, answers=answers())
    agree.set_terms(commission=commission, by=world.provider_lead, terms=terms())
    return commission


def signing(world: World, **kwargs: int) -> Commission:
    commission = complete(world, **kwargs)
    sign.send_for_signature(commission=commission, by=world.provider_lead)
    return commission


def rejected(world: World, **kwargs: int) -> Commission:
    """Return an agreement whose first version the head signed and the home school rejected."""
    commission = signing(world, **kwargs)
    sign_as(world.head, commission)
    reject_as(world.host_head, commission)
    return commission


def signed(world: World, **kwargs: int) -> Commission:
    commission = signing(world, **kwargs)
    for person in (world.head, world.provider_lead, world.host_head):
        sign_as(person, commission)
    checked(world, commission)
    return commission


def checked(world: World, commission: Commission, result: CheckResult = CheckResult.PASSED) -> None:
    gates.record_check(
        commission=commission,
        by=world.second_approver,
        result=result,
        checked_on=clock.today(),
        sources="Two references",
        reason="" if result is CheckResult.PASSED else "One was withdrawn",
    )


def recommended(world: World, **kwargs: int) -> Commission:
    """Return a signed agreement that world.broker put forward."""
    commission = signed(world, **kwargs)
    no_interest(world.broker, commission)
    approve.recommend(commission=commission, by=world.broker, words="Fits the need and the price")
    return commission


def asked(world: World, *, of: Asked = Asked.PROVIDER, **kwargs: int) -> Commission:
    """Return a signed agreement about which world.approver asked a question."""
    commission = signed(world, **kwargs)
    no_interest(world.approver, commission)
    approve.ask(commission=commission, by=world.approver, of=of, question="Why six days?")
    return commission


def not_passed(world: World, **kwargs: int) -> Commission:
    """Return a signed agreement whose provider did not pass due diligence."""
    commission = signed(world, **kwargs)
    checked(world, commission, CheckResult.NOT_PASSED)
    no_interest(world.broker, commission)
    return commission


def approved(world: World, **kwargs: int) -> Commission:
    commission = signed(world, **kwargs)
    no_interest(world.approver, commission)
    approve.approve(commission=commission, by=world.approver)
    return commission


def conditional(world: World, **kwargs: int) -> Commission:
    """Return an agreement that world.approver approved on one condition, due in thirty days."""
    commission = signed(world, **kwargs)
    no_interest(world.approver, commission)
    approve.approve(
        commission=commission, by=world.approver, conditions=[("Name a deputy", some_day(30))]
    )
    return commission


def refused(world: World, **kwargs: int) -> Commission:
    """Return a signed agreement that world.approver refused."""
    commission = signed(world, **kwargs)
    no_interest(world.approver, commission)
    refuse.refuse(commission=commission, by=world.approver, reason="Too dear for one class")
    return commission


def challenged(world: World, **kwargs: int) -> Commission:
    """Return a refusal that world.head challenged; world.second_approver may decide."""
    commission = refused(world, **kwargs)
    refuse.challenge(commission=commission, by=world.head, grounds="It is for three classes")
    no_interest(world.second_approver, commission)
    no_interest(world.second_broker, commission)
    no_interest(world.broker, commission)
    return commission


def sign_as(person: Person, commission: Commission) -> None:
    version = standing(commission)
    sign.sign(
        commission=commission, by=person, version_number=version.number, digest=version.digest
    )


def reject_as(person: Person, commission: Commission, reason: str = "Aim lower") -> None:
    version = standing(commission)
    sign.reject(
        commission=commission,
        by=person,
        version_number=version.number,
        digest=version.digest,
        reason=reason,
    )


def standing(commission: Commission) -> AgreementVersion:
    version = commission.current_version
    assert version is not None
    return version


def answers(**changes: object) -> ObjectiveAnswers:
    given: dict[str, object] = {
        "change_sought": "More pupils read fluently",
        "measure": "Pupils meeting the phonics standard",
        "unit": "%",
        "direction": Direction.HIGHER,
        "success_measure": "Three in four pupils",
        "starting_value": Decimal(58),
        "starting_on": clock.today() - timedelta(days=30),
        "cohort": "Year 1 pupils",
        "cohort_size": 45,
        "source": "Screening check",
        "evidence": "Class records",
        "target_value": Decimal(75),
        "target_on": clock.today() + timedelta(days=190),
    }
    return ObjectiveAnswers(**(given | changes))  # type: ignore[arg-type]


def terms(**changes: object) -> Terms:
    given: dict[str, object] = {
        "school_actions": "Release the English lead",
        "provider_actions": "Coach the teachers",
        "pattern_of_visits": "A day a fortnight",
        "safeguarding_assured_by": "Host head",
        "safeguarding_assured_on": clock.today(),
    }
    return Terms(**(given | changes))  # type: ignore[arg-type]


def some_day(days: int) -> date:
    return clock.today() + timedelta(days=days)
