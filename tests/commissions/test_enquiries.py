"""Several providers are asked at once; each answers or declines; the request closes the rest."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest
from sqlalchemy import select

from app.accounts.models import Person
from app.accounts.roles import Role
from app.commissions.enquiries import telling
from app.commissions.enquiries.facts import (
    LEANING_FOR_PROVIDER,
    WHY_NOT_FOR_PROVIDER,
    DeclineReason,
    EnquiryStatus,
    Leaning,
    Part,
    PartAnswer,
    WhyNot,
)
from app.commissions.enquiries.page import told_to_provider
from app.commissions.enquiries.permissions import (
    can_answer_enquiry,
    can_weigh_answers,
)
from app.commissions.enquiries.requirements import parts_asked
from app.commissions.enquiries.services import answering, naming, sending
from app.commissions.models import Enquiry, SupportRequest
from app.commissions.permissions import can_see_redacted_request
from app.commissions.services import ask
from app.core import clock
from app.core.errors import DomainError, NotAllowed, NotOpen, NotReady
from app.extensions import db
from app.notifications.models import Message
from app.prospectus.facts import ListingStatus
from app.reporting.declines import declines_by_area
from tests.factories import enquiries as asked_of
from tests.factories import requests as make
from tests.factories.enquiries import first
from tests.factories.world import World, make_person


def statuses(request: SupportRequest) -> list[EnquiryStatus]:
    db.session.refresh(request, ["enquiries"])
    return [enquiry.status for enquiry in request.enquiries]


def subjects(person: Person) -> list[str]:
    query = select(Message.subject).where(Message.person_id == person.id).order_by(Message.id)
    return list(db.session.scalars(query))


class TestNaming:
    def test_two_are_kept_with_the_reason_for_the_third(self, world: World) -> None:
        request = asked_of.named(world)

        assert statuses(request) == [EnquiryStatus.NAMED, EnquiryStatus.NAMED]
        assert [(row.provider, row.reason, row.by) for row in request.not_asked] == [
            (world.leader_provider, WhyNot.TOO_FAR, world.head)
        ]
        assert not can_see_redacted_request(world.provider_lead, request)

    def test_one_alone_is_the_provider_asked_for_as_ever(self, world: World) -> None:
        request = asked_of.named(world)

        naming.name_providers(
            request=request, by=world.head, asked=[world.provider], passed_over=[]
        )

        assert request.preferred_provider == world.provider
        assert statuses(request) == []
        assert request.not_asked == []

    def test_own_staff_both_sides_and_the_unpublished_are_refused(self, world: World) -> None:
        request = make.draft(world)
        make_person(
            "Chair and lead",
            (Role.CHAIR, {"school_urn": world.school.urn}),
            (Role.PROVIDER_LEAD, {"provider_id": world.other_provider.id}),
        )
        world.leader_provider.host_urn = world.school.urn
        world.provider.listing = ListingStatus.HIDDEN

        for provider in (world.other_provider, world.leader_provider, world.provider):
            with pytest.raises(DomainError):
                naming.name_providers(
                    request=request, by=world.head, asked=[provider], passed_over=[]
                )

    def test_nobody_else_names(self, world: World) -> None:
        with pytest.raises(NotAllowed):
            naming.name_providers(
                request=make.draft(world), by=world.other_head, asked=[], passed_over=[]
            )


class TestSending:
    def test_with_the_request_each_lead_is_told_nothing_but_the_reference(
        self, world: World
    ) -> None:
        with clock.at(datetime(2026, 11, 25, 9, tzinfo=UTC)):
            request = asked_of.enquired(world)

        assert statuses(request) == [EnquiryStatus.SENT, EnquiryStatus.SENT]
        assert first(request).due_on == datetime(2026, 12, 2, tzinfo=UTC).date()
        for lead in (world.provider_lead, world.other_provider_lead):
            assert subjects(lead) == [f"{request.reference}: can you help?"]
            assert can_see_redacted_request(lead, request)
        assert subjects(world.head_leader) == []

    def test_who_left_the_prospectus_holds_up_nobody(self, world: World) -> None:
        request = asked_of.named(world)
        world.provider.listing = ListingStatus.HIDDEN

        ask.submit(request=request, by=world.head)

        assert statuses(request) == [EnquiryStatus.NAMED, EnquiryStatus.SENT]

    def test_a_broker_asks_one_while_matching_and_not_twice(self, world: World) -> None:
        request, _candidate = make.shortlisted(world)

        sending.send_one(request=request, provider=world.provider, by=world.broker)

        assert statuses(request) == [EnquiryStatus.SENT]
        with pytest.raises(NotOpen):
            sending.send_one(request=request, provider=world.provider, by=world.broker)
        with pytest.raises(NotAllowed):
            sending.send_one(request=request, provider=world.other_provider, by=world.head)

    def test_an_officer_beside_an_enquired_provider_has_an_interest(self, world: World) -> None:
        officer = make_person(
            "Officer",
            (Role.BROKER, {"authority_code": "384"}),
            (Role.PROVIDER_LEAD, {"provider_id": world.other_provider.id}),
        )
        with pytest.raises(DomainError, match="one of the sides"):
            make.no_interest(officer, asked_of.enquired(world))

    def test_reminders_come_once_before_and_once_after_the_date(self, world: World) -> None:
        with clock.at(datetime(2026, 11, 25, 9, tzinfo=UTC)):
            asked_of.enquired(world)
        for day in (30, 1, 1, 2, 3, 4):
            month = 11 if day == 30 else 12
            with clock.at(datetime(2026, month, day, 9, tzinfo=UTC)):
                telling.remind_enquired()

        words = [subject.partition(": ")[2] for subject in subjects(world.provider_lead)]
        assert words == ["can you help?", "an answer is due: can you help?", "late: can you help?"]


class TestAnswering:
    def test_every_part_is_needed_and_the_cost_only_with_a_ceiling(self, world: World) -> None:
        enquiry = first(asked_of.enquired(world))
        assert Part.COST in parts_asked(enquiry.request)

        with pytest.raises(NotReady):
            answering.answer(
                enquiry=enquiry,
                by=world.provider_lead,
                answers={Part.FOCUS: (PartAnswer.YES, "")},
            )
        enquiry.request.ceiling_pence = None
        assert Part.COST not in parts_asked(enquiry.request)

    def test_the_school_is_told_that_somebody_answered_not_who(self, world: World) -> None:
        request = asked_of.answered(world)

        assert first(request).can_help
        assert f"{request.reference}: an enquiry is answered" in subjects(world.head)
        bodies = db.session.scalars(select(Message.body)).all()
        assert not any("Ada Marsh" in body or "Larkmoor" in body for body in bodies)

    def test_a_plain_no_to_a_part_is_no_help(self, world: World) -> None:
        assert not first(asked_of.answered(world, PartAnswer.NO)).can_help

    def test_nobody_answers_for_another_or_twice(self, world: World) -> None:
        enquiry = first(asked_of.answered(world))

        assert not can_answer_enquiry(world.other_provider_lead, enquiry)
        with pytest.raises(NotOpen):
            answering.answer(enquiry=enquiry, by=world.provider_lead, answers={})

    def test_declining_needs_a_reason_in_words_where_none_of_the_list_fits(
        self, world: World
    ) -> None:
        enquiry = first(asked_of.answered(world))

        with pytest.raises(NotReady):
            answering.decline(
                enquiry=enquiry, by=world.provider_lead, reason=DeclineReason.OTHER, words=" "
            )

    def test_declines_are_counted_by_area_and_reason(self, world: World) -> None:
        asked_of.declined(world)

        (area,) = declines_by_area(["384"])

        assert (area.area, dict(area.by_reason)) == (
            world.area.name,
            {DeclineReason.NO_DAYS: 1},
        )
        assert declines_by_area(["383"]) == []


class TestWeighing:
    def test_the_provider_reads_a_tactful_sentence_for_each_reason(self) -> None:
        for why in WhyNot:
            enquiry = Enquiry(
                status=EnquiryStatus.ANSWERED,
                leaning=Leaning.NOT_INTERESTED,
                leaning_why=why,
                leaning_words="Twice what we have",
            )

            assert told_to_provider(enquiry) == [
                LEANING_FOR_PROVIDER[Leaning.NOT_INTERESTED],
                WHY_NOT_FOR_PROVIDER[why],
            ]

    def test_no_interest_needs_a_reason_and_only_the_school_has_a_view(self, world: World) -> None:
        enquiry = first(asked_of.answered(world))

        with pytest.raises(NotReady):
            answering.weigh(enquiry=enquiry, by=world.head, leaning=Leaning.NOT_INTERESTED)
        with pytest.raises(NotAllowed):
            answering.weigh(enquiry=enquiry, by=world.broker, leaning=Leaning.INTERESTED)
        assert can_weigh_answers(world.deputy, enquiry)

    def test_the_provider_is_told_once_of_each_view_and_not_which_or_why(
        self, world: World
    ) -> None:
        request = asked_of.weighed(world)
        enquiry = first(request)
        news = f"{request.reference}: news of your answer"
        assert subjects(world.provider_lead).count(news) == 1

        not_interested = {"leaning": Leaning.NOT_INTERESTED, "why": WhyNot.TOO_FAR}
        for view in (not_interested, {"leaning": Leaning.UNDECIDED}, not_interested):
            answering.weigh(enquiry=enquiry, by=world.deputy, words="Twice what we have", **view)

        assert subjects(world.provider_lead).count(news) == 2
        assert news not in subjects(world.other_provider_lead)
        messages = db.session.scalars(select(Message).where(Message.subject == news)).all()
        assert len({message.body for message in messages}) == 1
        told = {words.lower() for message in messages for words in (message.body, message.subject)}
        for secret in ("larkmoor", "interested", "far", "budget", "twice", "phonics"):
            assert not any(secret in words for words in told)
