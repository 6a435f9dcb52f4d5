"""A refusal with its reason, and its challenge: won, lost, and too late."""

from __future__ import annotations

from datetime import timedelta

import pytest
from sqlalchemy.orm import Session, scoped_session

from app.commissions.next_steps import Actor, commission_next
from app.commissions.services import approve, refuse
from app.commissions.statuses import CommissionStatus, RequestStatus
from app.core import clock
from app.core.errors import NotAllowed, NotReady
from tests.client import LintingClient
from tests.commissions.checked import confirmed
from tests.commissions.test_telling import told
from tests.factories import agreements
from tests.factories.agreements import no_interest
from tests.factories.world import World

C = CommissionStatus


def turns(commission: object) -> set[Actor]:
    return {step.actor for step in commission_next(commission)}  # type: ignore[arg-type]


class TestRefuse:
    def test_both_sides_learn_and_may_challenge_in_time(
        self, world: World, session: scoped_session[Session]
    ) -> None:
        commission = agreements.refused(world)

        assert (commission.status, turns(commission)) == (C.REFUSED, {Actor.SCHOOL, Actor.PROVIDER})
        challenge = "decide whether to challenge the refusal"
        assert challenge in told(session, world.head)
        assert challenge in told(session, world.provider_lead)
        assert "the agreement is not approved" in told(session, world.broker)
        with pytest.raises(NotAllowed):
            refuse.challenge(commission=commission, by=world.host_head, grounds="No")
        with pytest.raises(NotReady, match="may challenge"):
            refuse.let_stand(commission=commission, by=world.broker)

    def test_what_nobody_challenged_in_time_stands(self, world: World) -> None:
        commission = agreements.refused(world)
        with clock.at(clock.now() + timedelta(days=30)):
            with pytest.raises(NotReady, match="has ended"):
                refuse.challenge(commission=commission, by=world.head, grounds="Late")
            assert turns(commission) == {Actor.BROKER}
            refuse.let_stand(commission=commission, by=world.broker)

        assert commission.status is C.REFUSAL_STANDS
        assert commission.request.status is RequestStatus.MATCHING
        assert commission.current_version is None

    def test_a_reason_is_needed(self, world: World) -> None:
        commission = agreements.signed(world)
        no_interest(world.approver, commission)
        with pytest.raises(NotReady):
            refuse.refuse(commission=commission, by=world.approver, reason=" ")


class TestChallenge:
    def test_is_decided_by_who_neither_recommended_nor_refused(self, world: World) -> None:
        commission = agreements.recommended(world)
        no_interest(world.approver, commission)
        refuse.refuse(commission=commission, by=world.approver, reason="Too dear")
        refuse.challenge(commission=commission, by=world.provider_lead, grounds="As published")

        for bound in (world.broker, world.approver):
            with pytest.raises(NotAllowed):
                refuse.uphold_challenge(commission=commission, by=bound, reason="Fair")
        with pytest.raises(NotReady, match="interest"):
            refuse.uphold_challenge(commission=commission, by=world.second_approver, reason="Fair")

    def test_won_the_agreement_waits_for_an_approval_again(
        self, world: World, session: scoped_session[Session]
    ) -> None:
        commission = agreements.challenged(world)
        assert turns(commission) == {Actor.APPROVER}
        session.commit()

        refuse.uphold_challenge(
            commission=commission, by=world.second_approver, reason="Three classes share it"
        )

        assert (commission.status, turns(commission)) == (C.SIGNING, {Actor.APPROVER})
        assert "the refusal is set aside and will be decided again" in told(session, world.head)
        with pytest.raises(NotAllowed):
            approve.approve(commission=commission, by=world.approver)
        approve.approve(commission=commission, by=world.second_approver)

    def test_lost_it_is_over_and_the_request_goes_on(
        self, world: World, session: scoped_session[Session]
    ) -> None:
        commission = agreements.challenged(world)

        refuse.reject_challenge(
            commission=commission, by=world.second_approver, reason="One class was agreed"
        )

        assert (commission.status, turns(commission)) == (C.REFUSAL_STANDS, set())
        assert commission.request.status is RequestStatus.MATCHING
        assert "the refusal stands" in told(session, world.provider_lead)


def test_the_pages(world: World, client: LintingClient) -> None:
    commission = agreements.signed(world)
    for officer in (world.approver, world.second_approver):
        no_interest(officer, commission)
    url = f"/commissions/{commission.reference}"

    client.signed_in_as(world.approver)
    assert client.submit(f"{url}/refuse", {"reason": ""}).status_code == 422
    checked = client.submit(f"{url}/refuse", {"reason": "Too dear"})
    assert commission.status is C.SIGNING
    assert confirmed(client, checked).status_code == 303

    client.signed_in_as(world.head)
    page = client.get(url).text
    assert "Why it was refused" in page
    assert "Challenge the refusal" in page
    checked = client.submit(f"{url}/challenge", {"grounds": "For three classes"})
    assert confirmed(client, checked).status_code == 303

    client.signed_in_as(world.second_approver)
    assert "Its refusal is challenged." in client.get("/approvals").text
    decide = f"{url}/decide-challenge"
    assert client.submit(decide, {"outcome": "upheld"}).status_code == 422
    checked = client.submit(decide, {"outcome": "not_upheld", "reason": "One class"})
    assert confirmed(client, checked).status_code == 303
    page = client.signed_in_as(world.provider_lead).get(url).text
    assert "Challenge not upheld" in page
    assert "For three classes" in page
    assert "For three classes" not in client.signed_in_as(world.host_head).get(url).text
