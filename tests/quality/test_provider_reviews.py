from __future__ import annotations

from datetime import date

import pytest

from app.commissions.models import Commission
from app.core.errors import NotAllowed, NotReady
from app.prospectus.designations.facts import AppealOutcome
from app.prospectus.facts import HiddenBy
from app.prospectus.lifecycle import LISTING_LIFECYCLE
from app.prospectus.services import sight
from app.quality.facts import Decision
from app.quality.models import QAJudgement
from app.quality.provider_reviews import services
from app.quality.provider_reviews.facts import Opening, ReviewDecision, ReviewStatus
from app.quality.provider_reviews.queries import open_review_of
from app.quality.provider_reviews.services import months_before
from app.quality.second.facts import SAMPLING, RuleKey
from tests.cases import Case
from tests.client import LintingClient
from tests.factories import deliveries as make
from tests.factories import quality as after
from tests.factories.world import World

PAGE = "/quality/reviews/1"


def not_assured(world: World, commission: Commission) -> QAJudgement:
    return make.judged(world, commission, decision=Decision.NOT_ASSURED, reasons="No")


class TestOpening:
    def test_two_not_assured_open_one_and_leave_the_listing_alone(
        self, world: World, case: Case
    ) -> None:
        rules = {rule.key: rule for rule in after.rules(world, off=SAMPLING)}
        first = not_assured(world, make.in_review(world, number=1))
        second = make.in_review(world, number=2)

        with case("one alone opens none"):
            assert open_review_of(world.provider.id) is None
        with case("nor does one with one of long ago"):
            first.decided_at = first.decided_at.replace(year=first.decided_at.year - 3)
            not_assured(world, second)

            assert open_review_of(world.provider.id) is None
        with case("a rule that is off opens none"):
            rules[RuleKey.REVIEW_AFTER].in_force = False
            not_assured(world, second)

            assert open_review_of(world.provider.id) is None

        not_assured(world, second)
        review = open_review_of(world.provider.id)

        assert review is not None
        assert review.opening is Opening.NOT_ASSURED
        assert review.opened_by is None
        assert len(review.judged) == 2
        assert world.provider.is_public
        # a complaint adds to what is open
        again = services.open_review(
            provider=world.provider, opening=Opening.COMPLAINT, reason="Upheld"
        )
        assert again is review

    def test_months_are_counted_back_to_a_day_that_exists(self) -> None:
        assert months_before(date(2026, 11, 23), 24) == date(2024, 11, 23)
        assert months_before(date(2026, 3, 31), 1) == date(2026, 2, 28)
        assert months_before(date(2026, 1, 15), 1) == date(2025, 12, 15)


class TestDecision:
    def test_is_for_who_is_not_involved_and_says_what_it_rests_on(
        self, world: World, case: Case
    ) -> None:
        review = after.reviewed(world)
        given = {"decision": ReviewDecision.NO_CHANGE, "evidence": "All", "reason": "Fine"}

        for name in ("broker", "approver", "quality", "provider_lead", "host_head"):
            with case(name), pytest.raises(NotAllowed):
                services.decide(review=review, by=getattr(world, name), **given)
        for changes, words in (
            ({"evidence": " "}, "what you looked at"),
            ({"reason": ""}, "Give the reason"),
            ({"decision": ReviewDecision.CONDITIONS}, "what the conditions are"),
            ({"decision": ReviewDecision.SUSPEND}, "after today"),
            ({"conditions": "But"}, "leave this empty"),
        ):
            with case(changes), pytest.raises(NotReady, match=words):
                services.decide(review=review, by=world.second_broker, **(given | changes))
        with case("nothing taken away is nothing to appeal against"):
            services.decide(review=review, by=world.second_broker, **given)

            with pytest.raises(NotReady, match="takes nothing away"):
                services.appeal(review=review, by=world.provider_lead, words="Still")

    def test_a_suspension_hides_until_a_review_or_an_appeal_brings_it_back(
        self, world: World, case: Case
    ) -> None:
        review = after.suspended(world)
        assert not world.provider.is_public
        assert world.provider.private.hidden_by is HiddenBy.REVIEW

        with case("only the system shows what a review hid"):
            assert LISTING_LIFECYCLE.open_acts(world.broker, world.provider) == []
            for person in (world.broker, world.provider_lead):
                with pytest.raises(NotAllowed):
                    sight.show(world.provider, by=person)
        with case("another review brings it back"):
            again = services.open_review(
                provider=world.provider,
                opening=Opening.BY_HAND,
                by=world.broker,
                reason="The day came",
            )
            services.decide(
                review=again,
                by=world.second_broker,
                decision=ReviewDecision.RENEW,
                evidence="Three visits",
                reason="Measured since",
            )

            assert again is not review
            assert world.provider.is_public
        with case("an appeal that is upheld puts the listing back"):
            services.appeal(review=review, by=world.provider_lead, words="We measured")
            for person in (world.second_broker, world.broker):
                with pytest.raises(NotAllowed):
                    services.answer(
                        review=review, by=person, outcome=AppealOutcome.UPHELD, words="So it is"
                    )

            services.answer(
                review=review,
                by=world.second_quality,
                outcome=AppealOutcome.UPHELD,
                words="The figures were there",
            )

            assert review.status is ReviewStatus.SETTLED
            assert world.provider.is_public


class TestPages:
    def test_from_the_review_to_the_answer(self, world: World, client: LintingClient) -> None:
        number = after.reviewed(world).id
        page = f"/quality/reviews/{number}"

        client.signed_in_as(world.provider_lead)
        told = client.get(page).text
        client.signed_in_as(world.second_broker)
        assert "Decide the review of a provider" in client.get("/").text
        wrong = client.submit(f"{page}/decide", {"decision": "end", "evidence": "", "reason": "No"})
        client.submit(
            f"{page}/decide", {"decision": "end", "evidence": "The notes", "reason": "Nothing held"}
        )
        assert client.get("/prospectus/ada-marsh").status_code == 200
        client.signed_in_as(world.provider_lead)
        entry = client.get("/prospectus/ada-marsh").text
        client.submit(f"{page}/appeal", {"words": "It held"})
        client.signed_in_as(world.second_quality)
        client.submit(f"{page}/answer", {"outcome": "not_upheld", "answer": "It did not"})
        end = client.signed_in_as(world.provider_lead).get(page).text

        assert "Commissions were not assured" in told
        assert "Nothing about the entry has changed" in told
        assert "Say what you looked at" in wrong.text
        assert "A review decided" in entry
        assert "It did not" in end
        assert "Bring it back" not in entry
        assert client.signed_in_as(None).get("/prospectus/ada-marsh").status_code == 404

    def test_an_officer_opens_one_by_hand(self, world: World, client: LintingClient) -> None:
        client.signed_in_as(world.broker)

        sent = client.submit("/quality/reviews/open/ada-marsh", {"reason": "Schools wrote to us"})

        assert "Schools wrote to us" in client.get(sent.location).text
        assert client.get("/quality/reviews/open/ada-marsh").status_code == 409
        assert "Ada Marsh" in client.get("/quality/reviews").text
        assert "Open a review" not in client.get("/quality/providers/ada-marsh").text
