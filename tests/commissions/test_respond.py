from __future__ import annotations

from decimal import Decimal

import pytest
from sqlalchemy.orm import Session, scoped_session

from app.commissions.facts import CandidateVerdict
from app.commissions.models import Commission
from app.commissions.queries.capacity import days_in_year
from app.commissions.services import respond
from app.commissions.statuses import CommissionStatus, RequestStatus
from app.core.errors import NotAllowed, NotOpen, NotReady
from tests.factories import agreements
from tests.factories.world import World

C = CommissionStatus


class TestRelease:
    def test_it_records_who_and_when(self, world: World) -> None:
        commission = agreements.offered(world)

        respond.release(commission=commission, by=world.host_head)

        assert commission.host_released_by is world.host_head
        assert commission.host_released_at is not None
        assert commission.status is C.OFFERED

    @pytest.mark.parametrize("who", ["head", "provider_lead", "broker", "other_head"])
    def test_nobody_else_lends_the_provider(self, world: World, who: str) -> None:
        commission = agreements.offered(world)

        with pytest.raises(NotAllowed):
            respond.release(commission=commission, by=getattr(world, who))

    def test_once_only(self, world: World) -> None:
        commission = agreements.offered(world)
        respond.release(commission=commission, by=world.host_head)

        with pytest.raises(NotOpen):
            respond.release(commission=commission, by=world.host_head)

    def test_refusing_ends_the_offer(self, world: World) -> None:
        commission = agreements.offered(world)

        respond.refuse_release(commission=commission, by=world.host_head, reason="Needed here")

        assert commission.status is C.DECLINED
        assert commission.reason == "Needed here"
        assert commission.request.status is RequestStatus.MATCHING


class TestAccept:
    def test_the_provider_accepts_what_was_released(self, world: World) -> None:
        assert agreements.agreeing(world).status is C.AGREEING

    def test_not_before_the_home_school_answered(self, world: World) -> None:
        commission = agreements.offered(world)

        with pytest.raises(NotReady, match="must agree to release"):
            respond.accept(commission=commission, by=world.provider_lead)

    def test_not_without_an_answer_about_interests(
        self, world: World, session: scoped_session[Session]
    ) -> None:
        commission = agreements.offered(world)
        respond.release(commission=commission, by=world.host_head)
        [own] = [d for d in commission.declarations if d.person is world.provider_lead]
        session.delete(own)
        session.flush()
        session.expire(commission)

        with pytest.raises(NotReady, match="interest"):
            respond.accept(commission=commission, by=world.provider_lead)

    @pytest.mark.parametrize("who", ["head", "host_head", "broker", "other_provider_lead"])
    def test_nobody_accepts_for_the_provider(self, world: World, who: str) -> None:
        commission = agreements.offered(world)
        respond.release(commission=commission, by=world.host_head)

        with pytest.raises(NotAllowed):
            respond.accept(commission=commission, by=getattr(world, who))


class TestDecline:
    def test_the_request_is_matched_again_without_this_provider(self, world: World) -> None:
        commission = agreements.offered(world)

        respond.decline(commission=commission, by=world.provider_lead, reason="No days left")

        candidate = commission.request.candidates[0]
        assert commission.status is C.DECLINED
        assert commission.request.status is RequestStatus.MATCHING
        assert candidate.verdict is CandidateVerdict.NOT_SUITABLE
        assert "No days left" in candidate.reason

    def test_its_days_are_free_again(self, world: World) -> None:
        commission = agreements.offered(world)
        before = _reserved(commission)

        respond.decline(commission=commission, by=world.provider_lead, reason="No days left")

        assert _reserved(commission) == before - commission.days

    def test_a_reason_is_needed(self, world: World) -> None:
        commission = agreements.offered(world)

        with pytest.raises(NotReady):
            respond.decline(commission=commission, by=world.provider_lead, reason="  ")
        assert commission.status is C.OFFERED

    def test_not_after_accepting(self, world: World) -> None:
        commission = agreements.agreeing(world)

        with pytest.raises(NotOpen):
            respond.decline(commission=commission, by=world.provider_lead, reason="Too late")


class TestWithdraw:
    @pytest.mark.parametrize("who", ["head", "deputy", "broker"])
    def test_the_school_or_the_broker_before_approval(self, world: World, who: str) -> None:
        commission = agreements.signing(world)

        respond.withdraw(commission=commission, by=getattr(world, who), reason="New head")

        assert commission.status is C.WITHDRAWN
        assert commission.request.status is RequestStatus.MATCHING
        assert commission.current_version is None

    def test_not_the_provider(self, world: World) -> None:
        commission = agreements.agreeing(world)

        with pytest.raises(NotAllowed):
            respond.withdraw(commission=commission, by=world.provider_lead, reason="No")

    def test_not_after_approval(self, world: World) -> None:
        commission = agreements.approved(world)

        with pytest.raises(NotOpen):
            respond.withdraw(commission=commission, by=world.head, reason="No")


def _reserved(commission: Commission) -> Decimal:
    number = commission.provider_id
    return days_in_year([number], commission.academic_year)[number].reserved
