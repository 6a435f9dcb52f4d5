from __future__ import annotations

from datetime import date, timedelta
from decimal import Decimal
from typing import Any

import pytest

from app.commissions.facts import CandidateVerdict
from app.commissions.models import Commission
from app.commissions.offers import faults_of
from app.commissions.queries.capacity import days_in_year
from app.commissions.services import match, respond
from app.commissions.statuses import CommissionStatus, RequestStatus
from app.core.errors import DomainError, NotAllowed, NotOpen, NotReady
from tests.factories import requests as make
from tests.factories.world import World

CHOSEN, SHORTLISTED = CandidateVerdict.CHOSEN, CandidateVerdict.SHORTLISTED
NOT_SUITABLE = CandidateVerdict.NOT_SUITABLE


class TestAnswersWithReason:
    @pytest.mark.parametrize(
        ("service", "status"),
        [
            (match.return_request, RequestStatus.RETURNED),
            (match.decline, RequestStatus.DECLINED),
            (match.signpost, RequestStatus.SIGNPOSTED),
        ],
    )
    def test_reason_right_and_order(
        self, world: World, service: Any, status: RequestStatus
    ) -> None:
        request = make.submitted(world)
        with pytest.raises(NotReady):
            service(request=request, by=world.broker, reason="No interest answered")
        make.no_interest(world.broker, request)
        with pytest.raises(NotReady):
            service(request=request, by=world.broker, reason=" ")
        for person in (world.head, world.other_broker, world.quality):
            with pytest.raises(NotAllowed):
                service(request=request, by=person, reason="Because")

        service(request=request, by=world.broker, reason="Because")

        assert (request.status, request.reason) == (status, "Because")
        with pytest.raises(NotOpen):
            service(request=request, by=world.broker, reason="Again")

    def test_start_matching_makes_the_officer_the_broker(self, world: World) -> None:
        assert make.matching(world).broker is world.broker


class TestConsider:
    def test_the_verdict_may_change_and_stays_one_record(self, world: World) -> None:
        request, candidate = make.shortlisted(world)

        again = make.consider(world, request, world.provider, NOT_SUITABLE)

        assert again is candidate
        assert candidate.verdict is NOT_SUITABLE
        assert request.candidates == [candidate]

    def test_only_while_matching(self, world: World) -> None:
        with pytest.raises(NotOpen):
            make.consider(world, make.submitted(world), world.provider)

    def test_another_officer_answers_about_interests_first(self, world: World) -> None:
        request = make.matching(world)

        with pytest.raises(NotReady):
            match.consider(
                request=request,
                by=world.second_broker,
                provider=world.provider,
                verdict=SHORTLISTED,
                reason="Fits",
            )

    def test_not_by_the_school_and_not_without_reason(self, world: World) -> None:
        request = make.matching(world)
        facts: dict[str, Any] = {"request": request, "provider": world.provider}

        with pytest.raises(NotAllowed):
            match.consider(**facts, by=world.head, verdict=SHORTLISTED, reason="Fits")
        with pytest.raises(NotReady):
            match.consider(**facts, by=world.broker, verdict=SHORTLISTED, reason="")
        with pytest.raises(NotAllowed):
            match.consider(**facts, by=world.broker, verdict=CHOSEN, reason="Fits")

    def test_the_schools_own_staff_cannot_be_shortlisted(self, world: World) -> None:
        world.provider.host_urn = world.school.urn

        with pytest.raises(DomainError, match="works at this school"):
            make.consider(world, make.matching(world), world.provider)

    def test_nobody_stands_on_both_sides(self, world: World) -> None:
        lead = world.provider_lead.assignments[0]
        lead.person = world.head

        with pytest.raises(DomainError, match="both sides"):
            make.consider(world, make.matching(world), world.provider)

    def test_the_provider_asked_for_counts_as_chosen(self, world: World) -> None:
        _request, candidate = make.shortlisted(world, preferred=world.provider)

        assert candidate.verdict is CHOSEN

    def test_the_schools_later_choice_is_not_undone(self, world: World) -> None:
        request = make.matching(world, preferred=world.provider)
        other = make.consider(world, request, world.other_provider)
        match.choose(request=request, candidate=other, by=world.head)

        asked_for = make.consider(world, request, world.provider)

        assert (other.verdict, asked_for.verdict) == (CHOSEN, SHORTLISTED)


class TestChoose:
    def test_one_choice_replaces_another(self, world: World) -> None:
        request, first = make.chosen(world)
        second = make.consider(world, request, world.other_provider)

        match.choose(request=request, candidate=second, by=world.deputy)

        assert (first.verdict, second.verdict) == (SHORTLISTED, CHOSEN)

    def test_only_the_school_and_only_from_the_shortlist(self, world: World) -> None:
        request, candidate = make.shortlisted(world)
        for person in (world.broker, world.chair, world.other_head):
            with pytest.raises(NotAllowed):
                match.choose(request=request, candidate=candidate, by=person)
        make.consider(world, request, world.provider, NOT_SUITABLE)
        with pytest.raises(NotOpen):
            match.choose(request=request, candidate=candidate, by=world.head)


class TestOffer:
    def test_it_makes_a_commission_and_keeps_the_days(self, world: World) -> None:
        commission = make.matched(world)

        assert commission.status is CommissionStatus.OFFERED
        assert commission.request.status is RequestStatus.MATCHED
        assert commission.host_urn == world.host.urn
        assert [(f.funder, f.pence) for f in commission.funding] == [
            ("Larkmoor Primary School", 150_000)
        ]
        days = days_in_year([world.provider.id], 2026)[world.provider.id]
        assert (days.offered, days.reserved, days.left) == (20, 4, 16)

    def test_the_school_must_have_chosen(self, world: World) -> None:
        request, candidate = make.shortlisted(world)

        with pytest.raises(NotReady, match="must choose"):
            match.offer(request=request, candidate=candidate, by=world.broker, terms=make.terms())

    def test_only_once(self, world: World) -> None:
        request = make.matched(world).request

        with pytest.raises(NotOpen):
            match.offer(
                request=request,
                candidate=request.candidates[0],
                by=world.broker,
                terms=make.terms(),
            )

    @pytest.mark.parametrize("name", ["head", "other_broker", "quality", "provider_lead"])
    def test_only_by_a_broker_of_the_authority(self, world: World, name: str) -> None:
        request, candidate = make.chosen(world)

        with pytest.raises(NotAllowed):
            match.offer(
                request=request, candidate=candidate, by=getattr(world, name), terms=make.terms()
            )

    @pytest.mark.parametrize(
        ("changes", "term"),
        [
            ({"days": Decimal(0)}, "days"),
            ({"days": Decimal("20.5")}, "days"),
            ({"starts_on": date(2029, 1, 8), "ends_on": date(2029, 3, 8)}, "days"),
            ({"ends_on": date(2027, 1, 10)}, "ends_on"),
            ({"ends_on": date(2032, 1, 10)}, "ends_on"),
            ({"fee_pence": 9_999}, "reimbursement"),
            ({"vat_pence": 1}, "funding"),
            ({"funding": []}, "funding"),
        ],
    )
    def test_each_fault_is_named_at_its_term(
        self, world: World, changes: dict[str, Any], term: str
    ) -> None:
        request, candidate = make.chosen(world)

        with pytest.raises(match.OfferRefused) as refusal:
            match.offer(
                request=request,
                candidate=candidate,
                by=world.broker,
                terms=make.terms(**changes),
            )

        assert [fault.term for fault in refusal.value.faults] == [term]
        assert request.status is RequestStatus.MATCHING

    def test_a_designation_out_of_date_needs_a_waiver(self, world: World) -> None:
        request, candidate = make.chosen(world)
        world.provider.designations[0].ends_on = date(2027, 1, 10)
        facts: dict[str, Any] = {"request": request, "candidate": candidate, "by": world.broker}

        with pytest.raises(match.OfferRefused, match="waiver"):
            match.offer(**facts, terms=make.terms())
        made = match.offer(**facts, terms=make.terms(waiver_reason="Renewal is under way"))

        assert made.waiver_reason == "Renewal is under way"

    def test_two_requests_cannot_take_the_last_day(self, world: World) -> None:
        first, second = make.chosen(world), make.chosen(world)
        all_but_two = make.terms(days=Decimal(18))
        match.offer(request=first[0], candidate=first[1], by=world.broker, terms=all_but_two)

        with pytest.raises(match.OfferRefused, match="2 days left"):
            match.offer(request=second[0], candidate=second[1], by=world.broker, terms=make.terms())


class TestReopen:
    def test_a_declined_offer_gives_the_request_back(self, world: World) -> None:
        commission = make.matched(world)
        request = commission.request
        respond.decline(commission=commission, by=world.provider_lead, reason="No time")

        assert request.status is RequestStatus.MATCHING
        assert request.candidates[0].verdict is NOT_SUITABLE
        assert "No time" in request.candidates[0].reason
        days = days_in_year([world.provider.id], 2026)[world.provider.id]
        assert days.left == 20

    def test_nobody_else_may_give_it_back(self, world: World) -> None:
        request = make.matched(world).request

        with pytest.raises(NotAllowed):
            match.reopen(request=request, by=world.other_head)


def test_free_support_has_no_funders() -> None:
    free = make.terms(charge_pence=0, reimbursement_pence=0, fee_pence=0, funding=[])

    assert faults_of(free) == []


def test_used_days_count_instead_of_kept_ones(world: World) -> None:
    commission: Commission = make.matched(world)
    commission.days_used = Decimal(1)

    assert days_in_year([world.provider.id], 2026)[world.provider.id].left == 19
    assert commission.ends_on - commission.starts_on > timedelta(1)
