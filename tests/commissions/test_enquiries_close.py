"""Who reads of the other providers that were asked, and how the rest is closed."""

from __future__ import annotations

import pytest
from sqlalchemy import select

from app.accounts.models import Person
from app.accounts.roles import Role
from app.commissions.enquiries.facts import (
    EnquiryStatus,
)
from app.commissions.enquiries.page import told_to_provider
from app.commissions.enquiries.permissions import (
    can_see_who_was_asked,
)
from app.commissions.facts import CandidateVerdict
from app.commissions.models import SupportRequest
from app.commissions.permissions import can_see_request
from app.commissions.services import ask, match
from app.commissions.timeline import request_timeline
from app.extensions import db
from app.notifications.models import Message
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


class TestWhoReadsOfTheOthers:
    def test_the_provider_that_gets_the_work_does_not(self, world: World) -> None:
        request = asked_of.matching(world)
        candidate = make.consider(world, request, world.provider)
        match.choose(request=request, candidate=candidate, by=world.head)
        match.offer(request=request, candidate=candidate, by=world.broker, terms=make.terms())

        assert can_see_request(world.provider_lead, request)
        assert not can_see_who_was_asked(world.provider_lead, request)
        for person, reads in ((world.provider_lead, False), (world.head, True)):
            titles = {entry.title for entry in request_timeline(person, request)}
            assert ("Provider said what it can do" in titles) is reads
            assert ("Enquiry closed" in titles) is reads

    def test_an_officer_who_leads_one_of_them_does_not(self, world: World) -> None:
        request = asked_of.enquired(world)
        roles = (
            (Role.APPROVER, {"authority_code": "384"}),
            (Role.PROVIDER_LEAD, {"provider_id": world.other_provider.id}),
        )

        assert not can_see_who_was_asked(make_person("Both", *roles), request)
        assert can_see_who_was_asked(world.approver, request)


class TestClosing:
    def test_a_match_closes_the_others_and_leaves_whoever_got_it(self, world: World) -> None:
        request = asked_of.matching(world)
        candidate = make.consider(world, request, world.provider, CandidateVerdict.SHORTLISTED)
        match.choose(request=request, candidate=candidate, by=world.head)

        match.offer(request=request, candidate=candidate, by=world.broker, terms=make.terms())

        assert statuses(request) == [EnquiryStatus.ANSWERED, EnquiryStatus.CLOSED]
        closed = f"{request.reference}: no answer is needed any more"
        assert closed in subjects(world.other_provider_lead)
        assert closed not in subjects(world.provider_lead)

    @pytest.mark.parametrize("act", ["decline", "signpost", "withdraw"])
    def test_the_end_of_the_request_closes_all(self, world: World, act: str) -> None:
        request = asked_of.answered(world)
        make.no_interest(world.broker, request)
        service, by = {
            "decline": (match.decline, world.broker),
            "signpost": (match.signpost, world.broker),
            "withdraw": (ask.withdraw, world.head),
        }[act]

        service(request=request, by=by, reason="Things changed")

        assert statuses(request) == [EnquiryStatus.CLOSED, EnquiryStatus.CLOSED]
        assert "Thank you" in told_to_provider(first(request))[0]

    def test_a_return_for_more_leaves_them_open(self, world: World) -> None:
        request = asked_of.answered(world)
        make.no_interest(world.broker, request)

        match.return_request(request=request, by=world.broker, reason="Which year?")

        assert EnquiryStatus.CLOSED not in statuses(request)
