"""Whose turn it is: everybody is asked about each step."""

from __future__ import annotations

import pytest

from app.accounts.models import Person, RoleAssignment
from app.accounts.roles import Role
from app.commissions.facts import (
    Interest,
)
from app.commissions.models import (
    ConflictDeclaration,
)
from app.commissions.next_steps import (
    Actor,
    NextStep,
    is_turn_in_commission,
    is_turn_in_request,
)
from app.commissions.statuses import (
    CommissionStatus,
    RequestStatus,
)
from tests.commissions.unsaved import HOST, IDS, LONG_AGO, PROVIDER, SCHOOL, commission, request


def person(role: Role, **scope: object) -> Person:
    held = RoleAssignment(role=role, starts_on=LONG_AGO, **scope)
    return Person(id=next(IDS), name=role.value, assignments=[held])


def everybody() -> dict[str, Person]:
    return {
        "head": person(Role.HEAD, school_urn=SCHOOL),
        "delegate": person(Role.DELEGATE, school_urn=SCHOOL),
        "governor": person(Role.GOVERNOR, school_urn=SCHOOL),
        "other head": person(Role.HEAD, school_urn=1),
        "provider": person(Role.PROVIDER_LEAD, provider_id=PROVIDER),
        "other provider": person(Role.PROVIDER_LEAD, provider_id=1),
        "host head": person(Role.HEAD, school_urn=HOST),
        "host chair": person(Role.CHAIR, school_urn=HOST),
        "broker": person(Role.BROKER, authority_code="384"),
        "other broker": person(Role.BROKER, authority_code="383"),
        "approver": person(Role.APPROVER, authority_code="384", limit_pence=100),
        "quality": person(Role.QUALITY_LEAD, authority_code="384"),
        "forum": person(Role.FORUM_MEMBER, authority_code="384"),
    }


class TestWhoseTurn:
    @pytest.mark.parametrize(
        ("actor", "names"),
        [
            (Actor.SCHOOL, {"head", "delegate"}),
            (Actor.HEAD, {"head"}),
            (Actor.PROVIDER, {"provider"}),
            (Actor.HOST, {"host head", "host chair"}),
            (Actor.BROKER, {"broker"}),
            (Actor.APPROVER, {"approver"}),
            (Actor.OFFICER, {"broker", "approver"}),
            (Actor.QUALITY, {"quality"}),
        ],
    )
    def test_it_is_in_a_commission(self, actor: Actor, names: set[str]) -> None:
        asked = commission(CommissionStatus.SIGNING, charge_pence=100)
        step = NextStep(actor, "act", None)
        found = {n for n, p in everybody().items() if is_turn_in_commission(p, step, asked)}
        assert found == names

    @pytest.mark.parametrize(
        ("actor", "names"), [(Actor.SCHOOL, {"head", "delegate"}), (Actor.BROKER, {"broker"})]
    )
    def test_it_is_in_a_request(self, actor: Actor, names: set[str]) -> None:
        asked = request(RequestStatus.SUBMITTED)
        step = NextStep(actor, "act", None)
        found = {n for n, p in everybody().items() if is_turn_in_request(p, step, asked)}
        assert found == names

    def test_it_is_the_officers_who_wrote_the_request_for_the_school(self) -> None:
        officer = person(Role.BROKER, authority_code="384")
        asked = request(RequestStatus.DRAFT)
        asked.requester_id = officer.id
        asked.on_behalf = True
        assert is_turn_in_request(officer, NextStep(Actor.SCHOOL, "act", None), asked)

    def test_it_is_not_an_approver_whose_limit_is_lower(self) -> None:
        step = NextStep(Actor.APPROVER, "approve", None)
        officer = person(Role.APPROVER, authority_code="384", limit_pence=100)
        dear = commission(CommissionStatus.SIGNING, charge_pence=100, vat_pence=1)
        assert not is_turn_in_commission(officer, step, dear)

    def test_it_is_nobodys_who_has_an_interest(self) -> None:
        asked = commission(CommissionStatus.QUALITY_REVIEW)
        lead = person(Role.QUALITY_LEAD, authority_code="384")
        interest = next(answer for answer in Interest if answer is not Interest.NONE)
        asked.declarations.append(ConflictDeclaration(person_id=lead.id, answer=interest))
        assert not is_turn_in_commission(lead, NextStep(Actor.QUALITY, "judge", None), asked)

    def test_it_is_not_a_quality_leads_who_brokered_it(self) -> None:
        lead = person(Role.QUALITY_LEAD, authority_code="384")
        asked = commission(CommissionStatus.QUALITY_REVIEW, broker_id=lead.id)
        assert not is_turn_in_commission(lead, NextStep(Actor.QUALITY, "judge", None), asked)
