"""A signed agreement changes only by a version that is signed again and approved."""

from __future__ import annotations

from datetime import timedelta
from decimal import Decimal
from typing import Any

import pytest
from sqlalchemy.orm import Session, scoped_session

from app.commissions.changes.agreed import (
    AgreedStart,
    AgreedTarget,
    AgreedTerms,
    start_now,
    target_now,
    terms_now,
)
from app.commissions.changes.facts import VariationAction, VariationStatus
from app.commissions.changes.lifecycle import VARIATION_LIFECYCLE
from app.commissions.changes.services import settle, vary
from app.commissions.changes.words import history_of
from app.commissions.facts import Party
from app.commissions.models import Commission
from app.commissions.next_steps import Actor, commission_next
from app.commissions.permissions import assures_quality
from app.commissions.progress import progress_of
from app.commissions.reviews import services as reviews
from app.commissions.reviews.facts import ReviewKind
from app.commissions.services import deliver
from app.commissions.services.answers import Payment
from app.commissions.services.sign import is_intact
from app.core import clock
from app.core.errors import NotAllowed, NotOpen, NotReady
from app.core.measure_words import value_words
from tests.cases import Case
from tests.client import LintingClient
from tests.commissions.test_telling import told
from tests.factories import changes as make
from tests.factories import deliveries
from tests.factories.agreements import no_interest, some_day
from tests.factories.world import World
from tests.web_forms import as_boxes


def terms(commission: Commission, **changes: Any) -> AgreedTerms:
    return AgreedTerms(**{**vars(terms_now(commission)), **changes})


def turns(commission: Commission) -> set[Actor]:
    return {step.actor for step in commission_next(commission) if "change 1" in step.act}


class TestTarget:
    def test_changes_once_both_sides_signed_and_an_officer_approved(
        self, world: World, session: scoped_session[Session]
    ) -> None:
        commission = make.proposed(world)
        (objective,) = commission.objectives
        session.commit()
        assert turns(commission) == {Actor.HEAD, Actor.PROVIDER}
        make.sign_change(world.head, commission)
        with pytest.raises(NotOpen, match="already been answered"):
            make.sign_change(world.head, commission)
        make.sign_change(world.provider_lead, commission)
        assert turns(commission) == {Actor.DECIDER}
        # until then the old one holds
        assert target_now(objective) == AgreedTarget(value=Decimal(75), due_on=some_day(190))
        first = commission.versions[0]
        assert commission.current_version is first

        change = make.the_change(commission)
        no_interest(world.second_approver, commission)
        settle.approve(variation=change, by=world.second_approver)
        session.commit()

        now = target_now(objective)
        assert (now and now.value, objective.target and objective.target.value) == (70, 75)
        assert commission.current_version is change.agreement
        assert is_intact(first)
        assert first.content["objectives"][0]["target"]["value"] == "75"
        assert change.agreement.content["objectives"][0]["target"]["value"] == "70"
        signed_first, changed = history_of(objective)
        assert "Target at signature: 75%" in signed_first
        assert changed.endswith("because: The cohort changed")
        progress = progress_of(objective)
        assert progress is not None
        assert ("Target at signature", "75%") in {(r.what, r.value) for r in progress.chart.rows}
        assert progress.target == value_words(Decimal(70), "%")
        assert "the change of the agreement takes effect" in told(session, world.head)

    def test_is_kept_by_whoever_says_no_and_by_nobody_else(
        self, world: World, session: scoped_session[Session], case: Case
    ) -> None:
        commission = make.proposed(world)
        change, version = make.the_change(commission), make.the_change(commission).agreement
        shown = {"version_number": version.number, "digest": version.digest}
        with case("the head"):
            settle.reject(variation=change, by=world.head, reason="Keep to it", **shown)
            assert change.status is VariationStatus.REJECTED
            assert version.voided_at is not None
            assert commission.open_variation is None
        for name in ("deputy", "host_head", "broker"):
            with case(name), pytest.raises(NotAllowed):
                settle.reject(variation=change, by=getattr(world, name), reason="No", **shown)
        with case("another text"), pytest.raises(NotOpen):
            settle.sign(variation=change, by=world.head, version_number=1, digest="x")
        with case("one at a time"), pytest.raises(NotOpen, match="Another change"):
            vary.propose_terms(
                commission=commission,
                by=world.head,
                terms=terms(commission, days=Decimal(5)),
                reason="More",
            )

        make.sign_change(world.head, commission)
        make.sign_change(world.provider_lead, commission)
        no_interest(world.second_approver, commission)
        with case("the officer"):
            settle.refuse(variation=change, by=world.second_approver, words="Too low")
            assert change.status is VariationStatus.NOT_APPROVED
        with case("the one who proposed it"):
            vary.withdraw(variation=change, by=world.provider_lead, reason="Not needed")
            assert change.status is VariationStatus.WITHDRAWN
        with case("the end of the support"):
            deliveries.note(world, commission)
            deliver.end_delivery(
                commission=commission, by=world.provider_lead, days_used=Decimal(1), note="Done"
            )
            assert change.status is VariationStatus.LAPSED
        for officer in ("approver", "quality", "provider_lead", "other_broker"):
            with case(officer):
                may = VARIATION_LIFECYCLE.allows(
                    getattr(world, officer), change, VariationAction.APPROVE
                )
                assert may is (officer == "approver")
        with case("the values themselves cannot be rewritten"), pytest.raises(NotOpen):
            change.after = {"value": "1", "due_on": "2027-01-01"}
            session.flush()
        assert make.the_change(commission).agreement.voided_at is None


def test_what_a_change_cannot_be(world: World, case: Case) -> None:
    commission = deliveries.active(world)
    (objective,) = commission.objectives
    for value, day, words in (
        (75, 190, "Change something"),
        (58, 190, "higher than the starting point"),
        (101, 190, "0 to 100"),
        (70, -1, "from today on"),
    ):
        target = AgreedTarget(value=Decimal(value), due_on=some_day(day))
        with case(f"target: {words}"), pytest.raises(NotReady, match=words):
            vary.propose_target(objective=objective, by=world.head, target=target, reason="Y")
    with case("no reason"), pytest.raises(NotReady, match="Say why"):
        target = AgreedTarget(value=Decimal(70), due_on=some_day(190))
        vary.propose_target(objective=objective, by=world.head, target=target, reason=" ")
    deliveries.note(world, commission, days_used=Decimal(2))
    for changed, words in (
        ({}, "Change something"),
        ({"days": Decimal(1)}, "2 days or more"),
        ({"days": Decimal(40)}, "16 days left"),
        ({"ends_on": some_day(-1)}, "from today on"),
    ):
        with case(f"terms: {words}"), pytest.raises(NotReady, match=words):
            vary.propose_terms(
                commission=commission,
                by=world.head,
                terms=terms(commission, **changed),
                reason="Why",
            )
    with case("a review is overdue"), clock.at(clock.now() + timedelta(150)):
        longer = terms(commission, ends_on=some_day(100))
        with pytest.raises(NotReady, match="Hold and record the"):
            vary.propose_terms(commission=commission, by=world.head, terms=longer, reason="Why")
        review = deliveries.review_answers(commission, kind=ReviewKind.MID_POINT)
        reviews.record_review(commission=commission, by=world.provider_lead, answers=review)
        vary.propose_terms(commission=commission, by=world.head, terms=longer, reason="Why")


class TestTerms:
    def test_are_signed_by_whom_they_concern_and_approved_by_another_officer(
        self, world: World, case: Case
    ) -> None:
        commission = deliveries.active(world)
        with case("an extension is signed by the home school too"):
            longer = terms(commission, ends_on=some_day(260), days=Decimal(6))
            vary.propose_terms(
                commission=commission, by=world.broker, terms=longer, reason="Illness"
            )
            change = make.the_change(commission)
            assert change.parties == [Party.SCHOOL, Party.PROVIDER, Party.HOST]
            for person in (world.head, world.provider_lead, world.host_head):
                make.sign_change(person, commission)
            officers = (world.broker, world.second_broker)
            # nobody decides about their own proposal
            assert [
                VARIATION_LIFECYCLE.allows(officer, change, VariationAction.APPROVE)
                for officer in officers
            ] == [False, True]
            no_interest(world.second_broker, commission)
            settle.approve(variation=change, by=world.second_broker)

            assert (commission.days, commission.ends_on) == (6, some_day(260))
            assert change.before["days"] == "4"
            # whoever decided about a change does not judge
            assert world.second_broker.id in commission.took_part
            assert assures_quality(world.quality, commission)
        # money is the brokers’ and within the limit
        dear = terms(
            commission,
            charge_pence=2_000_00,
            reimbursement_pence=2_000_00,
            funders=(Payment("The school", 2_000_00),),
        )
        with case("money by a side"), pytest.raises(NotAllowed, match="Only the broker"):
            vary.propose_terms(commission=commission, by=world.head, terms=dear, reason="More")
        with case("money by the broker"):
            vary.propose_terms(commission=commission, by=world.broker, terms=dear, reason="More")
            change = make.the_change(commission)
            assert change.parties == [Party.SCHOOL, Party.PROVIDER]
            for person in (world.head, world.provider_lead):
                make.sign_change(person, commission)
            for name, may in (("broker", False), ("second_broker", False), ("approver", True)):
                officer = getattr(world, name)
                assert VARIATION_LIFECYCLE.allows(officer, change, VariationAction.APPROVE) is may
            settle.approve(variation=change, by=world.approver)
            assert commission.total_pence == sum(line.pence for line in commission.funding)


def test_a_starting_point_is_corrected_and_both_values_stay(
    world: World, session: scoped_session[Session]
) -> None:
    work = deliveries.active(world)
    (objective,) = work.objectives
    now = start_now(objective)
    assert now is not None
    right = AgreedStart(**{**vars(now), "value": Decimal(61)})
    vary.propose_correction(
        objective=objective, by=world.broker, start=right, reason="Two pupils were counted twice"
    )
    make.sign_change(world.head, work)
    make.sign_change(world.provider_lead, work)
    settle.approve(variation=make.the_change(work), by=world.approver)
    session.commit()

    assert start_now(objective) == right
    assert objective.starting_point is not None
    assert objective.starting_point.value == 58
    signed_first, corrected = history_of(objective)
    assert "Starting point at signature: 58%" in signed_first
    assert "Corrected on" in corrected
    assert "because: Two pupils were counted twice" in corrected


def test_the_pages(world: World, client: LintingClient) -> None:
    work = deliveries.active(world)
    url = f"/commissions/{work.reference}"
    target = f"{url}/objectives/{work.objectives[0].id}/change-target"
    client.signed_in_as(world.head)
    assert "The target of objective 1" in client.get(f"{url}/changes/new").text
    assert "Charge" not in client.get(f"{url}/changes/terms").text
    answers = {"value": "70", "due_on": as_boxes(some_day(190)), "reason": "The cohort changed"}
    assert client.submit(target, answers | {"reason": ""}).status_code == 422
    assert client.submit(target, answers).status_code == 303
    assert client.get(f"{url}/changes/terms").status_code == 409
    change = f"{url}/changes/1"
    assert "What this version changes" in client.get(f"{change}/sign").text
    assert client.submit(f"{change}/sign", {"agreed": "y"}).status_code == 303
    client.signed_in_as(world.provider_lead)
    assert client.get(f"{change}/reject").status_code == 200
    assert client.submit(f"{change}/sign", {"agreed": "y"}).status_code == 303
    client.signed_in_as(world.approver)
    assert client.submit(f"{change}/decide", {"outcome": "not_approve"}).status_code == 422
    assert client.submit(f"{change}/decide", {"outcome": "approve"}).status_code == 303
    page = client.signed_in_as(world.host_head).get(url).text
    assert "Target at signature: 75%" in page
    assert "Held until version 2" in page
    assert "The cohort changed" in client.get(f"{url}/versions/2").text

    client.signed_in_as(world.broker)
    start = f"{url}/objectives/{work.objectives[0].id}/correct-start"
    assert client.submit(start, {"value": "60", "reason": ""}).status_code == 422
    form = {"days": "5", "reason": "One more visit"}
    assert client.submit(f"{url}/changes/terms", form).status_code == 303
    back = client.submit(f"{url}/changes/2/take-back", {"reason": "Not needed"})
    assert back.status_code == 303
    assert "Taken back" in client.get(url).text
