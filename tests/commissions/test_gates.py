"""The officers' checks before approval: five tasks, five states, and what they keep back."""

from __future__ import annotations

import pytest

from app.commissions.gates import facts, services
from app.commissions.gates.facts import CheckResult, Gate, GateState
from app.commissions.gates.tasks import gate_tasks
from app.commissions.models import Commission, FundingLine
from app.commissions.services import approve
from app.commissions.statuses import CommissionStatus, RequestStatus
from app.commissions.timeline import LINES
from app.core import clock
from app.core.errors import NotAllowed, NotReady
from app.extensions import db
from tests.cases import Case
from tests.client import LintingClient
from tests.factories import agreements
from tests.factories.agreements import checked, no_interest, sign_as
from tests.factories.world import World


def states(commission: Commission) -> dict[Gate, GateState]:
    return {task.gate: task.state for task in gate_tasks(commission)}


class TestWords:
    def test_stand_for_every_member(self) -> None:
        assert set(facts.GATE_WORDS) == set(Gate)
        assert set(facts.STATE_WORDS) == set(facts.STATE_TONES) == set(GateState)
        assert set(facts.RESULT_WORDS) == set(CheckResult)
        assert {("provider_check", result) for result in CheckResult} <= set(LINES)


class TestTasks:
    def test_follow_the_facts(self, world: World, case: Case) -> None:
        commission = agreements.offered(world)
        with case("while it is offered"):
            assert states(commission) == {
                Gate.INTERESTS: GateState.DONE,
                Gate.DUE_DILIGENCE: GateState.CANNOT_START_YET,
                Gate.SAFEGUARDING: GateState.CANNOT_START_YET,
                Gate.DESIGNATION: GateState.DONE,
                Gate.FUNDING: GateState.DONE,
            }
        with case("when one side has not answered about interests"):
            for state in (GateState.IN_PROGRESS, GateState.NOT_STARTED):
                db.session.delete(commission.declarations[-1])
                db.session.flush()
                db.session.expire(commission)
                assert states(commission)[Gate.INTERESTS] is state
        with case("when the funders pay too little, or there is nothing to pay"):
            commission.funding[0].pence -= 1
            assert states(commission)[Gate.FUNDING] is GateState.IN_PROGRESS
            commission.funding.clear()
            assert states(commission)[Gate.FUNDING] is GateState.NOT_STARTED
            commission.charge_pence = commission.reimbursement_pence = 0
            assert states(commission)[Gate.FUNDING] is GateState.NOT_NEEDED
            commission.funding.append(FundingLine(funder="The school", pence=1))
            assert states(commission)[Gate.FUNDING] is GateState.IN_PROGRESS
        with case("when no designation is in date"):
            commission.provider.designations[0].ends_on = clock.today().replace(year=2021)
            assert states(commission)[Gate.DESIGNATION] is GateState.NOT_STARTED
            commission.waiver_reason = "A term of overlap"
            assert states(commission)[Gate.DESIGNATION] is GateState.NOT_NEEDED
        with case("once somebody checks the provider"):
            agreements.respond.release(commission=commission, by=world.host_head)
            agreements.respond.accept(commission=commission, by=world.provider_lead)
            assert states(commission)[Gate.DUE_DILIGENCE] is GateState.NOT_STARTED
            assert states(commission)[Gate.SAFEGUARDING] is GateState.NOT_STARTED
            for result, state in (
                (CheckResult.GOING_ON, GateState.IN_PROGRESS),
                (CheckResult.NOT_NEEDED, GateState.NOT_NEEDED),
                (CheckResult.PASSED, GateState.DONE),
            ):
                checked(world, commission, result)
                assert states(commission)[Gate.DUE_DILIGENCE] is state


class TestApproval:
    def test_waits_for_every_check(self, world: World) -> None:
        commission = agreements.signing(world)
        for person in (world.head, world.provider_lead, world.host_head):
            sign_as(person, commission)
        for officer in (world.approver, world.broker):
            no_interest(officer, commission)
        with pytest.raises(NotReady, match="Due diligence on the provider"):
            approve.approve(commission=commission, by=world.approver)
        with pytest.raises(NotReady, match="Due diligence on the provider"):
            approve.recommend(commission=commission, by=world.broker, words="Good")
        checked(world, commission)
        approve.approve(commission=commission, by=world.approver)


class TestNotPassed:
    def test_the_supporter_is_refused_and_the_request_matched_anew(self, world: World) -> None:
        commission = agreements.signed(world)
        no_interest(world.broker, commission)
        no_interest(world.approver, commission)
        with pytest.raises(NotAllowed):
            services.refuse_supporter(commission=commission, by=world.broker, reason="Checks")
        checked(world, commission, CheckResult.NOT_PASSED)
        with pytest.raises(NotReady, match="did not pass"):
            approve.approve(commission=commission, by=world.approver)
        services.refuse_supporter(commission=commission, by=world.broker, reason="Not possible")
        assert commission.status is CommissionStatus.SUPPORTER_REFUSED
        assert commission.current_version is None
        assert commission.request.status is RequestStatus.MATCHING
        (candidate,) = commission.request.candidates
        assert candidate.verdict == "not_suitable"
        assert "withdrawn" not in candidate.reason


def test_the_pages(world: World, client: LintingClient) -> None:
    commission = agreements.signing(world)
    no_interest(world.broker, commission)
    url = f"/commissions/{commission.reference}"
    client.signed_in_as(world.broker)
    assert "Check the provider before approval" in client.get("/").text
    assert "4 of 5 done" in client.get(url).text
    assert "Every task above must be done" in client.get(f"{url}/checks").text
    day = clock.today()
    check = {
        "result": "not_passed",
        "sources": "Two references",
        "checked_on": [str(day.day), str(day.month), str(day.year)],
    }
    assert client.submit(f"{url}/checks/due-diligence", check).status_code == 422
    check["reason"] = "One was withdrawn"
    assert client.submit(f"{url}/checks/due-diligence", check).status_code == 303
    assert "One was withdrawn" in client.get(f"{url}/checks").text
    assert client.submit(f"{url}/checks/waiver", {"reason": "Soon renewed"}).status_code == 303
    refused = client.submit(f"{url}/refuse-supporter", {"reason": "It cannot go ahead"})
    assert refused.status_code == 303
    page = client.signed_in_as(world.provider_lead).get(url).text
    assert "It cannot go ahead" in page
    for hidden in ("One was withdrawn", "due diligence", "refuse-supporter"):
        assert hidden not in page
