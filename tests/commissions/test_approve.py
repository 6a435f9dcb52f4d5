from __future__ import annotations

import pytest

from app.accounts.models import Person, RoleAssignment
from app.accounts.roles import Role
from app.commissions.approval import approval_note
from app.commissions.facts import Interest
from app.commissions.models import Commission, ConflictDeclaration
from app.commissions.queries.commissions import officers_who_may_approve
from app.commissions.services import approve, sign
from app.commissions.statuses import CommissionStatus
from app.core.errors import NotAllowed, NotOpen, NotReady
from app.extensions import db
from tests.cases import Case
from tests.factories import agreements
from tests.factories.agreements import no_interest
from tests.factories.world import LONG_AGO, World

ABOVE_BROKER = 420_000


def note(person: Person, commission: Commission) -> str:
    return approval_note(person, commission, officers_who_may_approve)


class TestApprove:
    def test_it_records_who_and_when(self, world: World) -> None:
        commission = agreements.approved(world)

        assert commission.status is CommissionStatus.APPROVED
        assert commission.approved_by is world.approver
        assert commission.approved_at is not None

    def test_not_before_everybody_signed(self, world: World) -> None:
        commission = agreements.signing(world)
        no_interest(world.approver, commission)

        with pytest.raises(NotReady, match="Waiting for"):
            approve.approve(commission=commission, by=world.approver)

    def test_not_before_the_officer_answered_about_interests(self, world: World) -> None:
        commission = agreements.signed(world)

        with pytest.raises(NotReady, match="interest"):
            approve.approve(commission=commission, by=world.approver)

    def test_not_with_an_interest(self, world: World) -> None:
        commission = agreements.signed(world)
        _declare_interest(world.approver, commission)

        with pytest.raises(NotAllowed):
            approve.approve(commission=commission, by=world.approver)
        assert note(world.approver, commission).startswith("You declared an interest")

    def test_not_by_a_party(self, world: World) -> None:
        commission = agreements.signed(world)
        world.approver.assignments.append(
            RoleAssignment(role=Role.CHAIR, starts_on=LONG_AGO, school_urn=world.school.urn)
        )
        no_interest(world.approver, commission)

        with pytest.raises(NotAllowed):
            approve.approve(commission=commission, by=world.approver)
        assert note(world.approver, commission).startswith("You are a party")

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

    def test_the_broker_within_the_limit(self, world: World) -> None:
        commission = agreements.signed(world)
        no_interest(world.broker, commission)

        approve.approve(commission=commission, by=world.broker)

        assert commission.status is CommissionStatus.APPROVED

    def test_nobody_else(self, world: World, case: Case) -> None:
        commission = agreements.signed(world)

        for who in ("head", "provider_lead", "quality", "other_broker", "forum"):
            with case(who):
                no_interest(getattr(world, who), commission)

                with pytest.raises(NotAllowed):
                    approve.approve(commission=commission, by=getattr(world, who))
                assert note(getattr(world, who), commission) == ""

    def test_not_twice(self, world: World) -> None:
        commission = agreements.approved(world)

        with pytest.raises(NotOpen):
            approve.approve(commission=commission, by=world.approver)


class TestSendBack:
    def test_the_version_is_void_and_written_anew(self, world: World) -> None:
        commission = agreements.signed(world)

        approve.send_back(commission=commission, by=world.approver, reason="Split the cost")

        assert commission.status is CommissionStatus.AGREEING
        assert commission.versions[0].void_reason == "Split the cost"
        assert sign.send_for_signature(commission=commission, by=world.broker).number == 2

    def test_a_reason_is_needed(self, world: World) -> None:
        commission = agreements.signed(world)

        with pytest.raises(NotReady):
            approve.send_back(commission=commission, by=world.approver, reason="")

    def test_not_while_it_is_being_signed(self, world: World) -> None:
        commission = agreements.signing(world)

        with pytest.raises(NotReady):
            approve.send_back(commission=commission, by=world.approver, reason="No")


def _declare_interest(person: Person, commission: Commission) -> None:
    db.session.add(
        ConflictDeclaration(
            person=person, commission=commission, answer=Interest.DECLARED, detail="My sister"
        )
    )
    db.session.flush()
    db.session.expire(commission)
