from __future__ import annotations

from typing import Any

import pytest

from app.commissions.facts import Outcome
from app.commissions.next_steps import commission_next
from app.commissions.statuses import CommissionStatus
from app.core import clock
from app.core.errors import NotAllowed, NotReady
from app.quality import services as quality
from app.quality.facts import Decision, Part
from app.quality.queries import judgement_of
from app.quality.second import services
from app.quality.second.facts import RuleKey
from tests.cases import Case
from tests.client import LintingClient
from tests.factories import deliveries as make
from tests.factories import quality as after
from tests.factories.agreements import no_interest
from tests.factories.world import World
from tests.quality.test_pages import filled

PAGE = "/quality/COM-00001"
MODERATE = f"{PAGE}/moderate"
FIRST_SAYS = "The first lead found the coaching strong"


def judge(
    world: World, commission: Any, by: Any, outcome: Outcome = Outcome.MET, **more: Any
) -> Any:
    no_interest(by, commission)
    return quality.judge_and_close(
        commission=commission, by=by, answers=make.judgement_answers(commission, outcome, **more)
    )


class TestSecondJudgement:
    def test_what_is_sampled_stays_open_until_two_agree(self, world: World, case: Case) -> None:
        first = after.judged_once(world)
        commission = first.commission

        with case("it counts nowhere"):
            assert first.sampled_for == [RuleKey.FIRST_COMMISSIONS.value]
            assert commission.status is CommissionStatus.QUALITY_REVIEW
            assert judgement_of(commission) is None
            assert world.provider.record is None
            (step,) = commission_next(commission)
            assert "second time" in step.act
        with case("two that agree close it and the first stands"):
            judge(world, commission, world.second_quality, impact_level=2)

            assert commission.status is CommissionStatus.CLOSED
            assert judgement_of(commission) is first
            assert world.provider.record.commissions_assured == 1
        with case("a decision that differs is moderated too"):
            judge(
                world,
                commission,
                world.second_quality,
                decision=Decision.NOT_ASSURED,
                reasons="No evidence",
            )

            assert commission.status is CommissionStatus.QUALITY_REVIEW
        with case("the first judge does not judge again"), pytest.raises(NotAllowed):
            judge(world, commission, world.quality)
        with case("nor is it sent back"):
            no_interest(world.second_quality, commission)
            with pytest.raises(NotAllowed):
                quality.return_for_evidence(
                    commission=commission, by=world.second_quality, reason="More"
                )

    def test_the_rules_in_force_sample(self, world: World, case: Case) -> None:
        commission = make.in_review(world)

        with case("support that ended early"):
            for rule in after.rules(world):
                rule.in_force = rule.key is RuleKey.EARLY_END

            assert make.judged(world, commission).sampled_for == [RuleKey.EARLY_END.value]
        with case("what no rule samples closes at once"):
            after.rules(world, off=list(RuleKey))
            make.judged(world, commission)

            assert commission.status is CommissionStatus.CLOSED


class TestModeration:
    def test_the_moderated_judgement_stands_beside_both(self, world: World, case: Case) -> None:
        commission = after.judged_differently(world).commission
        answers = make.judgement_answers(commission, Outcome.PARTLY_MET)
        assert (commission.status, judgement_of(commission)) == (
            CommissionStatus.QUALITY_REVIEW,
            None,
        )

        for met_on, words in (
            (None, "both judges met"),
            (clock.today().replace(year=2020), "after both had judged"),
            (clock.today().replace(year=clock.today().year + 1, day=1), "today or earlier"),
        ):
            # a judge moderates only after both have met
            with case(words), pytest.raises(NotReady, match=words):
                services.moderate(
                    commission=commission,
                    by=world.quality,
                    answers=answers,
                    words="We met",
                    met_on=met_on,
                )
        with case("who is involved does not moderate"), pytest.raises(NotAllowed):
            services.moderate(commission=commission, by=world.broker, answers=answers, words="No")

        moderated = services.moderate(
            commission=commission,
            by=world.third_quality,
            answers=answers,
            words="The books settle it",
        )

        assert commission.status is CommissionStatus.CLOSED
        assert judgement_of(commission) is moderated
        assert [(j.part, j.outcomes[0].outcome) for j in commission.judgements] == [
            (Part.FIRST, Outcome.MET),
            (Part.SECOND, Outcome.NOT_MET),
            (Part.MODERATED, Outcome.PARTLY_MET),
        ]
        record = world.provider.record
        assert (record.objectives_met, record.objectives_partly_met) == (0, 1)


class TestPages:
    def test_from_a_second_judgement_that_sees_nothing_of_the_first_to_the_moderated_one(
        self, world: World, client: LintingClient
    ) -> None:
        commission = after.judged_once(world, quality_of_delivery=FIRST_SAYS).commission
        no_interest(world.second_quality, commission)
        no_interest(world.third_quality, commission)
        key = commission.objectives[0].id
        differs = filled(commission, **{f"outcome_{key}": "not_met"})

        client.signed_in_as(world.second_quality)
        shown = client.get(PAGE).text
        everything = client.get("/commissions/COM-00001").text + client.get("/quality").text
        assert "You do not see the first" in shown
        for page in (shown, everything):
            assert FIRST_SAYS not in page
            assert "first commissions" not in page
        assert FIRST_SAYS in client.signed_in_as(world.quality).get(PAGE).text
        for other in (world.broker, world.head, world.provider_lead):
            page = client.signed_in_as(other).get("/commissions/COM-00001").text
            assert FIRST_SAYS not in page

        sent = client.signed_in_as(world.second_quality).submit(PAGE, differs)
        assert "bring the two" in client.get(sent.location).text.lower()
        client.signed_in_as(world.third_quality)
        shown = client.get(MODERATE).text
        empty = client.submit(MODERATE, filled(commission))
        done = client.submit(MODERATE, filled(commission, moderation="The books settle it"))
        closed = client.get(done.location).text

        assert FIRST_SAYS in shown
        assert "it is one of the provider’s first commissions" in shown
        assert "Say how the two judgements were brought together" in empty.text
        assert "The books settle it" in closed
        assert commission.status is CommissionStatus.CLOSED
        for side in (world.head, world.provider_lead):
            page = client.signed_in_as(side).get("/commissions/COM-00001").text
            assert "Quality assured" in page
            assert "The books settle it" not in page
            assert "Second judgement" not in page

    def test_the_rules_are_started_and_changed(self, world: World, client: LintingClient) -> None:
        client.signed_in_as(world.quality)

        client.submit("/quality/rules", {})
        listed = client.get("/quality/rules").text
        wrong = client.submit("/quality/rules/384/random_share", {"in_force": "on", "value": "200"})
        client.submit("/quality/rules/384/random_share", {"in_force": "on", "value": "50"})
        client.submit("/quality/rules/384/sides_apart", {"in_force": "off"})
        after = client.get("/quality/rules").text

        assert "33 in every 100" in listed
        assert "Enter a whole number from 1 to 100" in wrong.text
        assert "50 in every 100" in after
        assert "Off. The first judge finds the two sides far apart" in after
        assert client.get("/quality/rules/384/nonsense").status_code == 404

    def test_a_rule_that_somebody_else_changed_shows_both(
        self, world: World, client: LintingClient
    ) -> None:
        after.rules(world)
        client.signed_in_as(world.quality)
        address = "/quality/rules/384/cost_over"
        client.submit(address, {"in_force": "on", "value": "700"})

        stale = client.post(address, data={"in_force": "on", "value": "800", "version": "1"})

        assert stale.status_code == 409
        assert "800" in stale.text
        assert "700" in stale.text
