from __future__ import annotations

import pytest

from app.accounts.models import Person, RoleAssignment
from app.accounts.roles import Role
from app.commissions.approval import approval_note
from app.commissions.facts import ApprovalKind, Asked, Interest
from app.commissions.models import Commission, ConflictDeclaration
from app.commissions.next_steps import Actor, commission_next
from app.commissions.queries.commissions import officers_who_may_approve
from app.commissions.services import approve, sign
from app.commissions.statuses import CommissionStatus
from app.core.errors import NotAllowed, NotOpen, NotReady
from app.extensions import db
from tests.cases import Case
from tests.client import LintingClient
from tests.factories import agreements
from tests.factories.agreements import no_interest
from tests.factories.world import LONG_AGO, World

ABOVE_BROKER = 420_000


def note(person: Person, commission: Commission) -> str:
    return approval_note(person, commission, officers_who_may_approve)


class TestApprove:
    def test_not_before_everybody_signed_and_not_twice(self, world: World, case: Case) -> None:
        commission = agreements.signing(world)
        no_interest(world.approver, commission)
        with case("being signed"), pytest.raises(NotReady, match="Waiting for"):
            approve.approve(commission=commission, by=world.approver)
        with case("sent back while being signed"), pytest.raises(NotReady):
            approve.send_back(commission=commission, by=world.approver, reason="No")
        for person in (world.head, world.provider_lead, world.host_head):
            agreements.sign_as(person, commission)
        agreements.checked(world, commission)

        approve.approve(commission=commission, by=world.approver)

        # it records who and when
        assert commission.status is CommissionStatus.APPROVED
        assert commission.approved_by is world.approver
        assert commission.approved_at is not None
        with pytest.raises(NotOpen):
            approve.approve(commission=commission, by=world.approver)

    def test_by_whom_or_sent_back(self, world: World, case: Case) -> None:
        commission = agreements.signed(world)

        with case("the broker within the limit"):
            no_interest(world.broker, commission)

            approve.approve(commission=commission, by=world.broker)

            assert commission.status is CommissionStatus.APPROVED
        silent = "not before the officer answered about interests"
        with case(silent), pytest.raises(NotReady, match="interest"):
            approve.approve(commission=commission, by=world.approver)
        with case("not with an interest"):
            _declare_interest(world.approver, commission)

            with pytest.raises(NotAllowed):
                approve.approve(commission=commission, by=world.approver)
            assert note(world.approver, commission).startswith("You declared an interest")
        with case("not by a party"):
            world.approver.assignments.append(
                RoleAssignment(role=Role.CHAIR, starts_on=LONG_AGO, school_urn=world.school.urn)
            )
            no_interest(world.approver, commission)

            with pytest.raises(NotAllowed):
                approve.approve(commission=commission, by=world.approver)
            assert note(world.approver, commission).startswith("You are a party")
        for who in ("head", "provider_lead", "quality", "other_broker", "forum"):
            with case(f"not by {who}"):
                no_interest(getattr(world, who), commission)

                with pytest.raises(NotAllowed):
                    approve.approve(commission=commission, by=getattr(world, who))
                assert note(getattr(world, who), commission) == ""
        with case("not sent back without a reason"), pytest.raises(NotReady):
            approve.send_back(commission=commission, by=world.approver, reason="")
        with case("sent back, the version is void and written anew"):
            approve.send_back(commission=commission, by=world.approver, reason="Split the cost")

            assert commission.status is CommissionStatus.AGREEING
            assert commission.versions[0].void_reason == "Split the cost"
            assert sign.send_for_signature(commission=commission, by=world.broker).number == 2

    def test_above_the_limit_a_second_officer_does(self, world: World) -> None:
        commission = agreements.signed(world, pence=ABOVE_BROKER)
        no_interest(world.broker, commission)
        no_interest(world.approver, commission)

        with pytest.raises(NotAllowed):
            approve.approve(commission=commission, by=world.broker)
        assert note(world.broker, commission) == (
            "This needs an officer who may approve £4,200 or more. Approver or Second approver can."
        )
        approve.approve(commission=commission, by=world.approver)

        assert commission.approved_by is world.approver


def _declare_interest(person: Person, commission: Commission) -> None:
    db.session.add(
        ConflictDeclaration(
            person=person, commission=commission, answer=Interest.DECLARED, detail="My sister"
        )
    )
    db.session.flush()
    db.session.expire(commission)


class TestRecommend:
    def test_whoever_recommends_leaves_the_decision_to_another(
        self, world: World, case: Case
    ) -> None:
        commission = agreements.recommended(world)

        with case("to another officer"):
            no_interest(world.second_broker, commission)
            assert note(world.broker, commission) == (
                "You recommended it, so another officer approves it. "
                "Approver, Second approver or Second broker can."
            )
            with pytest.raises(NotAllowed):
                approve.approve(commission=commission, by=world.broker)
            with pytest.raises(NotAllowed):
                approve.recommend(commission=commission, by=world.broker, words="Again")
            approve.approve(commission=commission, by=world.second_broker)
            assert [act.kind for act in commission.approval_acts] == [
                ApprovalKind.RECOMMENDED,
                ApprovalKind.APPROVED,
            ]
        with case("what was said is never changed"):
            commission.approval_acts[0].words = "I never said so"

            with pytest.raises(NotOpen):
                db.session.flush()
        with case("a new version does not free the recommender"):
            approve.send_back(commission=commission, by=world.approver, reason="Split the cost")
            sign.send_for_signature(commission=commission, by=world.broker)
            for person in (world.head, world.provider_lead, world.host_head):
                agreements.sign_as(person, commission)

            with pytest.raises(NotAllowed):
                approve.approve(commission=commission, by=world.broker)
            approve.recommend(commission=commission, by=world.broker, words="Now split")


class TestAsk:
    def test_it_waits_for_the_answer(self, world: World) -> None:
        commission = agreements.asked(world)
        (step,) = commission_next(commission)
        assert (step.actor, step.act) == (Actor.PROVIDER, "answer the approving officer’s question")
        for who in (world.broker, world.head):
            with pytest.raises(NotAllowed):
                approve.answer(commission=commission, by=who, words="Because")
        with pytest.raises(NotReady, match="The provider must answer"):
            approve.approve(commission=commission, by=world.approver)

        approve.answer(commission=commission, by=world.provider_lead, words="One for each teacher")

        assert commission_next(commission)[0].actor is Actor.APPROVER
        with pytest.raises(NotAllowed):
            approve.answer(commission=commission, by=world.provider_lead, words="And more")
        approve.approve(commission=commission, by=world.approver)

    def test_what_is_asked_of_the_broker_stays_with_officers(
        self, world: World, client: LintingClient
    ) -> None:
        commission = agreements.asked(world, of=Asked.BROKER)
        url = f"/commissions/{commission.reference}"
        client.signed_in_as(world.broker)
        assert "Why six days?" in client.get(f"{url}/answer").text
        assert client.submit(f"{url}/answer", {"words": ""}).status_code == 422
        assert client.submit(f"{url}/answer", {"words": "Two classes"}).status_code == 303

        assert "Two classes" in client.signed_in_as(world.approver).get(f"{url}/approve").text
        for who in (world.head, world.provider_lead, world.host_head):
            assert "Two classes" not in client.signed_in_as(who).get(url).text

    def test_the_pages_and_the_list(self, world: World, client: LintingClient) -> None:
        commission = agreements.recommended(world)
        no_interest(world.approver, commission)
        url = f"/commissions/{commission.reference}"
        client.signed_in_as(world.approver)
        assert "Recommended by Broker." in client.get("/approvals").text
        form = {"asked": "provider", "question": "Why six days?"}
        assert client.submit(f"{url}/ask-for-information", form).status_code == 303

        assert "Waiting for an answer" in client.get("/approvals").text
        text = client.signed_in_as(world.head).get(url).text
        assert "Why six days?" in text
        assert "Fits the need and the price" not in text
