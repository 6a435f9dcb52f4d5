"""Complaints: investigated by somebody apart; each side reads its part."""

from __future__ import annotations

import pytest
from sqlalchemy.orm import Session, scoped_session

from app.core.errors import NotAllowed, NotReady
from app.quality.complaints import facts, services
from app.quality.complaints.facts import About, ComplaintOutcome, ComplaintStatus, MadeFor
from app.quality.complaints.permissions import can_see_complaint
from app.quality.complaints.queries import possible_investigators, upheld_complaints
from app.quality.provider_reviews.queries import open_review_of
from app.quality.second.facts import RuleKey
from app.quality.services import judge_and_close
from tests.cases import Case
from tests.client import LintingClient
from tests.commissions.test_telling import told
from tests.factories import complaints, deliveries
from tests.factories import quality as after
from tests.factories.world import World


def test_the_words_stand_for_every_member() -> None:
    assert set(facts.STATUS_WORDS) == set(facts.STATUS_TONES) == set(ComplaintStatus)
    assert set(facts.ACTION_WORDS) == set(facts.ComplaintAction)
    assert set(facts.TURN_WORDS) == facts.OPEN
    assert set(facts.ABOUT_WORDS) == set(About)
    assert set(facts.MADE_FOR_WORDS) == set(MadeFor)
    assert set(facts.OUTCOME_WORDS) == set(ComplaintOutcome)


class TestTheInvestigator:
    def test_had_no_part_in_it_and_alone_decides(self, world: World, case: Case) -> None:
        complaint = complaints.made(world)
        services.acknowledge(complaint=complaint, by=world.broker, words="You hear by May")
        names = {person.name for person in possible_investigators(complaint)}
        # not the broker, nor the approver
        assert names == {
            "Second broker",
            "Second approver",
            "Quality",
            "Second quality",
            "Third quality",
        }
        for name in ("broker", "approver", "provider_lead"):
            with case(name), pytest.raises(NotReady, match="neither brokered nor approved"):
                services.assign(
                    complaint=complaint,
                    by=world.broker,
                    investigator=getattr(world, name),
                    told="Visits",
                )
        services.assign(
            complaint=complaint, by=world.broker, investigator=world.quality, told="Visits"
        )
        with case("another quality lead"), pytest.raises(NotAllowed):
            services.decide(
                complaint=complaint,
                by=world.second_quality,
                findings="None",
                outcome=ComplaintOutcome.UPHELD,
                reasons="So",
                told="So",
            )


class TestWhatFollows:
    def test_only_one_upheld_in_full_about_the_provider_opens_a_review_of_it(
        self, world: World, client: LintingClient, case: Case
    ) -> None:
        complaint = complaints.investigated(world)
        with case("upheld in part"):
            complaints.decide(world, complaint, ComplaintOutcome.PARTLY_UPHELD)
            assert open_review_of(world.provider.id) is None
        with case("upheld"):
            complaints.decide(world, complaint, ComplaintOutcome.UPHELD)
            review = open_review_of(world.provider.id)
            assert review is not None
            client.signed_in_as(world.second_broker)
            page = client.get(f"/quality/reviews/{review.id}").text
            assert f"/complaints/{complaint.reference}" in page

    def test_work_complained_about_is_judged_twice(self, world: World) -> None:
        for rule in after.rules(world):
            rule.in_force = rule.key is RuleKey.COMPLAINT
        commission = deliveries.in_review(world)
        services.make(commission=commission, by=world.head, about=About.PROVIDER, words="Late")
        judgement = judge_and_close(
            commission=commission,
            by=world.quality,
            answers=deliveries.judgement_answers(commission),
        )
        assert judgement.sampled_for == [RuleKey.COMPLAINT.value]


class TestReaders:
    def test_who_is_told_before_anything_is_decided(self, world: World, case: Case) -> None:
        commission = deliveries.active(world)
        with case("the provider knows nothing before it is told"):
            complaint = complaints.made(world, commission=commission)
            assert not can_see_complaint(world.provider_lead, complaint)
        with case("those involved do not handle what is about the authority"):
            complaint = complaints.made(world, About.AUTHORITY, commission)
            seen = {
                name
                for name in ("broker", "approver", "second_broker", "quality")
                if can_see_complaint(getattr(world, name), complaint)
            }
            assert seen == {"second_broker", "quality"}

    def test_each_side_is_told_its_part(
        self, world: World, client: LintingClient, session: scoped_session[Session], case: Case
    ) -> None:
        complaint = complaints.decided(world)
        url = f"/complaints/{complaint.reference}"
        session.commit()
        with case("the complainant"):
            page = client.signed_in_as(world.head).get(url).text
            assert "One of two visits was missed" in page
            assert "One visit was missed" not in page
            assert "your complaint is decided" in told(session, world.head)
        with case("the provider"):
            page = client.signed_in_as(world.provider_lead).get(url).text
            assert "Tell the school before a visit is moved" in page
            for hidden in ("Nobody came in June", "One of two visits", "One visit was missed"):
                assert hidden not in page
            assert "a complaint concerns you" in told(session, world.provider_lead)
        with case("a quality lead"):
            assert "One visit was missed" in client.signed_in_as(world.second_quality).get(url).text
        with case("the reviews of the provider"):
            assert upheld_complaints(world.provider) == [complaint]
            assert upheld_complaints(world.other_provider) == []


def test_the_pages(world: World, client: LintingClient) -> None:
    commission = deliveries.active(world)
    make = f"/complaints/about/{commission.reference}"
    client.signed_in_as(world.second_broker)
    answers = {"about": "provider", "words": "Late", "made_for": "somebody_else"}
    assert client.submit(make, answers).status_code == 422
    answers["complainant"] = "A parent governor"
    its_page = client.submit(make, answers).location
    assert its_page
    # whoever wrote it down does not deal with it
    assert client.get(f"{its_page}/acknowledge").status_code == 403
    client.signed_in_as(world.quality)
    assert its_page in client.get("/complaints").text
    assert "Acknowledge a complaint" in client.get("/").text
    assert client.submit(f"{its_page}/acknowledge", {"words": "Soon"}).status_code == 303
    assign = {"investigator": str(world.second_quality.id), "told": "Late visits"}
    assert client.submit(f"{its_page}/assign", {"told": "x"}).status_code == 422
    assert client.submit(f"{its_page}/assign", assign).status_code == 303
    client.signed_in_as(world.second_quality)
    assert client.submit(f"{its_page}/decide", {"outcome": "upheld"}).status_code == 422
    decision = {"outcome": "upheld", "findings": "So", "reasons": "Thus", "told": "Be on time"}
    assert client.submit(f"{its_page}/decide", decision).status_code == 303
    assert "No complaints" in client.get("/complaints").text
    assert "Upheld" in client.get("/complaints?show=all").text
    client.signed_in_as(world.head)
    again = client.submit(make, {"about": "provider", "words": "Again"}).location
    assert again
    assert client.submit(f"{again}/withdraw").status_code == 303
