from __future__ import annotations

import pytest

from app.accounts.roles import Role
from app.commissions.facts import Interest
from app.commissions.requirements import CONSENT, INTEREST, NEEDED
from app.commissions.services import ask, interests, match
from app.commissions.statuses import RequestStatus
from app.core.errors import DomainError, NotAllowed, NotOpen, NotReady
from tests.factories import requests as make
from tests.factories.world import World, make_person


class TestStartRequest:
    def test_a_draft_belongs_to_the_school_and_its_authority(self, world: World) -> None:
        request = make.draft(world)

        assert request.status is RequestStatus.DRAFT
        assert request.reference.startswith("REQ-")
        assert (request.school_urn, request.authority_code) == (world.school.urn, "384")
        assert not request.on_behalf

    @pytest.mark.parametrize("name", ["other_head", "chair", "broker", "provider_lead"])
    def test_who_does_not_speak_for_the_school_is_refused(self, world: World, name: str) -> None:
        with pytest.raises(NotAllowed):
            ask.start_request(school=world.school, by=getattr(world, name))

    def test_a_broker_asks_for_a_school_of_the_authority_and_it_is_marked(
        self, world: World
    ) -> None:
        assert ask.start_request(school=world.school, by=world.broker, on_behalf=True).on_behalf
        with pytest.raises(NotAllowed):
            ask.start_request(school=world.school, by=world.other_broker, on_behalf=True)

    def test_a_closed_school_cannot_ask(self, world: World) -> None:
        world.school.status_code = "2"

        with pytest.raises(DomainError, match="closed"):
            make.draft(world)

    def test_own_staff_cannot_be_asked_for(self, world: World) -> None:
        with pytest.raises(DomainError, match="works at this school"):
            ask.start_request(
                school=world.host, by=world.host_head, preferred_provider=world.provider
            )


class TestSaveSection:
    def test_only_answers_of_the_journey_are_taken(self, world: World) -> None:
        with pytest.raises(KeyError):
            ask.save_section(
                request=make.draft(world), by=world.head, answers={"status": "matched"}
            )

    def test_others_may_not_write(self, world: World) -> None:
        with pytest.raises(NotAllowed):
            ask.save_section(request=make.draft(world), by=world.other_head, answers={})

    def test_what_was_sent_is_not_changed(self, world: World) -> None:
        with pytest.raises(NotOpen):
            ask.save_section(request=make.submitted(world), by=world.head, answers={"title": "x"})

    def test_the_deputy_may_finish_what_the_head_began(self, world: World) -> None:
        request = make.draft(world)

        ask.save_section(request=request, by=world.deputy, answers=make.answers(world))
        make.no_interest(world.deputy, request)
        ask.submit(request=request, by=world.deputy)

        assert request.status is RequestStatus.SUBMITTED


class TestSubmit:
    def test_an_empty_draft_names_every_gap(self, world: World) -> None:
        with pytest.raises(NotReady) as refusal:
            ask.submit(request=make.draft(world), by=world.head)

        assert list(refusal.value.reasons) == [*NEEDED.values(), INTEREST, CONSENT]

    @pytest.mark.parametrize("name", NEEDED)
    def test_each_answer_is_needed(self, world: World, name: str) -> None:
        request = make.complete(world)
        is_text = type(getattr(request, name)) is str
        ask.save_section(request=request, by=world.head, answers={name: "" if is_text else None})

        with pytest.raises(NotReady) as refusal:
            ask.submit(request=request, by=world.head)

        assert refusal.value.reasons == (NEEDED[name],)

    def test_a_complete_one_is_sent_once(self, world: World) -> None:
        request = make.submitted(world)

        assert request.status is RequestStatus.SUBMITTED
        assert request.submitted_at is not None
        with pytest.raises(NotOpen):
            ask.submit(request=request, by=world.head)

    def test_the_chair_reads_but_does_not_send(self, world: World) -> None:
        with pytest.raises(NotAllowed):
            ask.submit(request=make.complete(world), by=world.chair)

    def test_a_returned_one_is_sent_again(self, world: World) -> None:
        request = make.submitted(world)
        make.no_interest(world.broker, request)
        match.return_request(request=request, by=world.broker, reason="Which year group?")
        ask.submit(request=request, by=world.head)

        assert request.status is RequestStatus.SUBMITTED


class TestWithdraw:
    def test_it_needs_a_reason(self, world: World) -> None:
        with pytest.raises(NotReady):
            ask.withdraw(request=make.submitted(world), by=world.head, reason="  ")

    def test_not_after_the_offer(self, world: World) -> None:
        with pytest.raises(NotOpen):
            ask.withdraw(request=make.matched(world).request, by=world.head, reason="Changed")

    def test_only_by_the_school(self, world: World) -> None:
        with pytest.raises(NotAllowed):
            ask.withdraw(request=make.submitted(world), by=world.broker, reason="Changed")

    def test_it_ends_the_request(self, world: World) -> None:
        request = make.matching(world)

        ask.withdraw(request=request, by=world.head, reason="We found help")

        assert (request.status, request.reason) == (RequestStatus.WITHDRAWN, "We found help")


class TestDeclareInterest:
    def test_none_twice_is_one_record(self, world: World) -> None:
        request = make.submitted(world)
        make.no_interest(world.broker, request)
        make.no_interest(world.broker, request)

        assert [d.person for d in request.declarations] == [world.head, world.broker]

    def test_an_interest_needs_its_detail(self, world: World) -> None:
        with pytest.raises(NotReady):
            interests.declare_interest(
                matter=make.submitted(world), by=world.broker, answer=Interest.DECLARED
            )

    def test_once_declared_it_stays_and_bars_the_officer(self, world: World) -> None:
        request = make.submitted(world)
        interests.declare_interest(
            matter=request,
            by=world.broker,
            answer=Interest.DECLARED,
            detail="My sister teaches there",
        )

        with pytest.raises(DomainError, match="It stays"):
            make.no_interest(world.broker, request)
        with pytest.raises(NotAllowed):
            match.start_matching(request=request, by=world.broker)

    def test_silence_bars_the_officer_too(self, world: World) -> None:
        with pytest.raises(NotReady):
            match.start_matching(request=make.submitted(world), by=world.broker)

    def test_an_officer_on_one_of_the_sides_cannot_say_none(self, world: World) -> None:
        request = make.submitted(world, preferred=world.provider)
        officer = make_person(
            "Broker at host",
            (Role.BROKER, {"authority_code": "384"}),
            (Role.CHAIR, {"school_urn": world.host.urn}),
        )

        with pytest.raises(DomainError, match="one of the sides"):
            make.no_interest(officer, request)
