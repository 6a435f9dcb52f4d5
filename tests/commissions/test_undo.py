"""A step that was a mistake is taken back by whoever took it, as long as nobody relied on it."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta
from decimal import Decimal
from typing import Any

import pytest

from app.accounts.models import Person
from app.commissions.facts import CandidateVerdict
from app.commissions.models import Commission, SupportRequest
from app.commissions.services import ask, deliver, match, respond
from app.commissions.statuses import CommissionStatus as C
from app.commissions.statuses import RequestStatus as R
from app.commissions.timeline import commission_timeline, request_timeline
from app.commissions.undo import services as undo
from app.core import clock
from app.core.audit import acting
from app.core.errors import NotAllowed, NotOpen, NotReady
from app.extensions import db
from app.notifications.models import Message
from tests.cases import Case
from tests.client import LintingClient
from tests.factories import agreements, deliveries
from tests.factories import requests as make
from tests.factories.world import World


def as_(person: Person, act: Callable[..., Any], **what: Any) -> None:
    with acting(person.id):
        act(by=person, **what)
        db.session.flush()


def choice_of(commission: Commission) -> tuple[CandidateVerdict, str]:
    (candidate,) = commission.request.candidates
    return candidate.verdict, candidate.reason


class TestRequest:
    def test_stands_where_it_stood(self, world: World, case: Case) -> None:
        steps = [
            (make.draft, ask.withdraw, world.head, R.DRAFT),
            (make.submitted, ask.withdraw, world.head, R.SUBMITTED),
            (make.matching, ask.withdraw, world.head, R.MATCHING),
            (make.returned, ask.withdraw, world.head, R.RETURNED),
            (make.matching, match.decline, world.broker, R.MATCHING),
        ]
        for scene, step, person, before in steps:
            with case(f"{step.__name__} {before}"):
                request = scene(world)
                reason = request.reason
                as_(person, step, request=request, reason="Pressed too early")

                as_(person, undo.undo_of_request, request=request)

                assert request.status is before
                assert request.reason == reason

    def test_goes_back_to_the_broker_from_every_answer(self, world: World, case: Case) -> None:
        request = make.submitted(world)
        make.no_interest(world.broker, request)
        for step in (match.return_request, match.decline, match.signpost):
            with case(step.__name__):
                as_(world.broker, step, request=request, reason="The wrong request")

                as_(world.broker, undo.undo_of_request, request=request)

                assert request.status is R.SUBMITTED

    def test_tells_the_school_and_stays_in_its_history(self, world: World) -> None:
        request = make.matching(world)
        as_(world.broker, match.decline, request=request, reason="Mistake")

        as_(world.broker, undo.undo_of_request, request=request)

        told = [m.subject for m in db.session.query(Message).filter_by(person_id=world.head.id)]
        assert f"{request.reference}: {undo.NEWS}" in told
        titles = [entry.title for entry in request_timeline(world.head, request)]
        assert titles[-2:] == ["Request declined", "Undone: matching goes on"]


class TestRefusals:
    def test_only_whoever_took_the_step(self, world: World) -> None:
        request = make.submitted(world)
        as_(world.head, ask.withdraw, request=request, reason="Mistake")

        with pytest.raises(NotReady, match="Only whoever took the step can undo it: Head"):
            as_(world.broker, undo.undo_of_request, request=request)
        with pytest.raises(NotAllowed):
            as_(world.chair, undo.undo_of_request, request=request)

    def test_not_once_somebody_worked_on_it(self, world: World) -> None:
        request = make.submitted(world)
        make.no_interest(world.broker, request)
        as_(world.broker, match.return_request, request=request, reason="Which class?")
        as_(world.head, ask.save_section, request=request, answers={"tried": "A reading club"})

        with pytest.raises(NotReady, match="Somebody else has worked on it since"):
            as_(world.broker, undo.undo_of_request, request=request)

    def test_not_after_five_working_days(
        self, world: World, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        request = make.submitted(world)
        as_(world.head, ask.withdraw, request=request, reason="Mistake")
        later = clock.today() + timedelta(days=11)
        monkeypatch.setattr(clock, "today", lambda: later)

        with pytest.raises(NotReady, match="more than 5 working days ago"):
            as_(world.head, undo.undo_of_request, request=request)

    def test_not_beside_a_new_request_for_the_same(self, world: World) -> None:
        request = make.submitted(world)
        request.another_need = None
        as_(world.head, ask.withdraw, request=request, reason="Mistake")
        another = make.submitted(world)

        with pytest.raises(NotReady, match=f"{another.reference} asks for help with the same area"):
            as_(world.head, undo.undo_of_request, request=request)

    def test_not_a_step_forward(self, world: World) -> None:
        request = make.matching(world)

        with pytest.raises(NotOpen):
            as_(world.broker, undo.undo_of_request, request=request)

    def test_not_twice(self, world: World) -> None:
        request = make.submitted(world)
        as_(world.head, ask.withdraw, request=request, reason="Mistake")
        as_(world.head, undo.undo_of_request, request=request)

        with pytest.raises(NotOpen):
            as_(world.head, undo.undo_of_request, request=request)


class TestOffer:
    def test_that_was_declined_is_open_again_with_its_days(self, world: World) -> None:
        commission = agreements.offered(world)
        before = choice_of(commission)
        as_(world.provider_lead, respond.decline, commission=commission, reason="Wrong one")
        assert choice_of(commission) != before

        as_(world.provider_lead, undo.undo_of_commission, commission=commission)

        assert commission.status is C.OFFERED
        assert commission.request.status is R.MATCHED
        assert choice_of(commission) == before
        titles = [entry.title for entry in commission_timeline(world.head, commission)]
        assert "Undone: the offer is open again" in titles

    def test_that_was_withdrawn_is_written_again_and_signed_anew(self, world: World) -> None:
        commission = agreements.signing(world)
        as_(world.head, respond.withdraw, commission=commission, reason="Wrong one")

        as_(world.head, undo.undo_of_commission, commission=commission)

        assert commission.status is C.AGREEING
        assert commission.current_version is None
        assert choice_of(commission)[0] is CandidateVerdict.CHOSEN

    def test_stays_declined_once_its_days_are_promised_elsewhere(self, world: World) -> None:
        commission = agreements.offered(world)
        as_(world.provider_lead, respond.decline, commission=commission, reason="Wrong one")
        for capacity in world.provider.capacities:
            capacity.days_offered = Decimal("3.5")

        with pytest.raises(NotReady, match=r"only 3\.5 days left"):
            as_(world.provider_lead, undo.undo_of_commission, commission=commission)

    def test_stays_declined_once_the_request_moved_on(self, world: World) -> None:
        commission = agreements.offered(world)
        as_(world.provider_lead, respond.decline, commission=commission, reason="Wrong one")
        agreements.no_interest(world.broker, commission)
        make.no_interest(world.broker, commission.request)
        as_(world.broker, match.decline, request=commission.request, reason="Nobody else")

        with pytest.raises(NotReady, match="The request has moved on"):
            as_(world.provider_lead, undo.undo_of_commission, commission=commission)


class TestDelivery:
    def test_that_was_ended_goes_on_with_all_its_days(self, world: World) -> None:
        commission = deliveries.active(world)
        deliveries.note(world, commission, days_used=Decimal(1))
        as_(
            world.provider_lead,
            deliver.end_delivery,
            commission=commission,
            days_used=Decimal(1),
            note="The rest is not needed",
        )

        as_(world.provider_lead, undo.undo_of_commission, commission=commission)

        assert commission.status is C.ACTIVE
        assert (commission.days_used, commission.days_note) == (None, "")

    def test_stays_ended_once_an_evaluation_is_in(self, world: World) -> None:
        commission = deliveries.active(world)
        deliveries.note(world, commission, days_used=commission.days)
        days = commission.days
        as_(world.provider_lead, deliver.end_delivery, commission=commission, days_used=days)
        with acting(world.provider_lead.id):
            deliveries.evaluation(commission, world.provider_lead)

        with pytest.raises(NotReady, match="The evaluation has begun"):
            as_(world.provider_lead, undo.undo_of_commission, commission=commission)

    def test_that_was_started_too_early_is_approved_again(self, world: World) -> None:
        commission = agreements.approved(world)
        today = clock.today()
        as_(world.provider_lead, deliver.start, commission=commission, start_meeting_on=today)

        as_(world.provider_lead, undo.undo_of_commission, commission=commission)

        assert commission.status is C.APPROVED
        assert commission.start_meeting_on is None

    def test_stays_started_once_a_plan_is_proposed(self, world: World) -> None:
        commission = deliveries.planned(world)

        with pytest.raises(NotReady, match="The action plan is begun"):
            as_(world.provider_lead, undo.undo_of_commission, commission=commission)


class TestPages:
    def test_offer_it_to_whoever_took_the_step(self, client: LintingClient, world: World) -> None:
        request = make.submitted(world)
        url = f"/requests/{request.reference}"
        client.signed_in_as(world.head).submit(f"{url}/withdraw", {"reason": "Mistake"})
        assert "Undo the withdrawal" in client.get(url).text
        assert "Undo the withdrawal" not in client.signed_in_as(world.deputy).get(url).text

        client.signed_in_as(world.head).submit(f"{url}/undo", {})

        assert db.session.get_one(SupportRequest, request.id).status is R.SUBMITTED
        assert client.get(f"{url}/undo").status_code == 409

    def test_say_where_a_commission_goes_back_to(self, client: LintingClient, world: World) -> None:
        commission = agreements.offered(world)
        url = f"/commissions/{commission.reference}"
        client.signed_in_as(world.host_head)
        client.submit(f"{url}/refuse-release", {"reason": "Mistake"})
        page = client.get(f"{url}/undo")
        assert "The offer is open again" in page.text

        client.submit(f"{url}/undo", {})

        assert db.session.get_one(Commission, commission.id).status is C.OFFERED
        assert f"{url}/undo" not in client.get(url).text
