"""Concerns, and judgements that are held up, doubted or followed by a review of the provider."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta

import pytest
from playwright.sync_api import expect

from app.commissions.models import Commission
from app.core import clock
from app.quality.facts import Decision, Spread
from app.quality.second.facts import SAMPLING, RuleKey
from tests.e2e import ending, journey
from tests.e2e.people import Company
from tests.e2e.small_portal import SmallPortal
from tests.factories import concerns, deliveries, quality
from tests.factories.world import World

NOT_FOUND = 404


@pytest.fixture(scope="module", autouse=True)
def rules_of_the_authority(small: SmallPortal) -> None:
    """Judged twice is only what a scene wants so: where a judge found the two sides far apart."""
    with small.world() as world:
        quality.rules(world, off=[key for key in SAMPLING if key is not RuleKey.SIDES_APART])


class TestConcerns:
    def test_one_is_escalated_and_settled_by_somebody_fresh(
        self, small: SmallPortal, people: Company
    ) -> None:
        commission = small.has(deliveries.active)
        with small.world() as world:
            concern = concerns.about(small.commission(commission), world.head)
            concerns.act_on(world, concern)
            page = f"/commissions/{commission}/concerns/{concern.reference}"
        head, officer, fresh = people("head"), people("second-broker"), people("approver")

        head.go(page)
        head.follow("Escalate it")
        head.tick("Both sides talked about it")
        head.fill({"What is needed now?": "Somebody else has to look at it."})
        head.press("Escalate the concern")
        assert head.sees("Somebody who has not dealt with it yet settles it.")

        officer.go(page)
        assert officer.sees("Somebody else has to look at it.")
        expect(officer.main.get_by_text("Record that it is resolved")).to_have_count(0)
        fresh.go(f"{page}/resolve")
        fresh.fill({"How was it resolved?": "Visits are on Mondays from now on."})
        fresh.press("Record that it is resolved")
        assert fresh.sees("The concern is resolved.")
        assert fresh.sees("Visits are on Mondays from now on.")

    def test_an_open_one_keeps_the_support_from_being_closed(
        self, small: SmallPortal, plain_people: Company
    ) -> None:
        commission = small.has(deliveries.in_review)
        with small.world() as world:
            concern = concerns.about(small.commission(commission), world.head).reference
        lead = plain_people("quality")

        lead.go(f"/quality/{commission}")
        assert lead.sees(f"Concern {concern} must be resolved first.")
        expect(lead.main.get_by_role("button", name="Record the judgement")).to_have_count(0)

        with small.world() as world:
            concerns.act_on(world, small.commission(commission).concerns[0])
        lead.go(f"/commissions/{commission}/concerns/{concern}/resolve")
        lead.fill({"How was it resolved?": "Both sides met."})
        lead.press("Record that it is resolved")
        lead.go(f"/quality/{commission}")
        expect(lead.main.get_by_role("button", name="Record the judgement")).to_have_count(1)


def test_a_second_judge_disagrees_and_a_third_brings_both_together(
    small: SmallPortal, people: Company
) -> None:
    commission = small.has(judged(sides=Spread.FAR))
    second, third = people("second-quality"), people("third-quality")
    journey.declare_none(second, commission)
    journey.declare_none(third, commission)

    second.go(f"/quality/{commission}")
    assert second.sees("You do not see the first.")
    ending.record_judgement(second, outcome="Not met")

    assert second.sees("Another lead judges it too before it counts.")
    third.go(f"/quality/{commission}")
    assert third.sees("Two leads judged it and differ.")
    third.press("Bring the two judgements together")
    assert third.sees("How were the two judgements brought together?")


def test_a_second_commission_not_assured_opens_a_review_that_suspends_the_provider(
    small: SmallPortal, plain_people: Company
) -> None:
    small.has(judged(decision=Decision.NOT_ASSURED, reasons="No evidence"))
    commission = small.has(deliveries.in_review)
    lead, officer = plain_people("quality"), plain_people("second-broker")

    lead.go(f"/quality/{commission}")
    ending.record_judgement(lead, decision="Not quality assured", reasons="Nothing was measured.")
    officer.go("/quality/reviews")
    officer.follow("Ada Marsh")

    assert officer.sees("Commissions were not assured")
    officer.press("Decide the review")
    officer.fill(
        {
            "What did you look at?": "Both judgements and the visit notes.",
            "Reason": "Nothing was measured.",
        }
    )
    officer.choose(
        "Decision", "Suspension: the entry goes out of the prospectus until looked at again"
    )
    officer.give_day("Look again on", clock.today() + timedelta(days=90))
    officer.press("Record the decision")
    assert officer.sees("The decision is recorded. The provider is told.")
    nobody = plain_people("nobody")
    assert nobody.page.request.get("/prospectus/ada-marsh").status == NOT_FOUND


def judged(**changes: object) -> Callable[..., Commission]:
    """Return a scene with a first judgement."""

    def scene(world: World, number: int) -> Commission:
        return deliveries.closed(world, number=number, **changes).commission

    return scene
