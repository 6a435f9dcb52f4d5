from __future__ import annotations

from typing import Any

from app.commissions.facts import Outcome
from app.commissions.statuses import CommissionStatus
from app.extensions import db
from app.quality.models import QAJudgement
from tests.cases import Case
from tests.client import LintingClient
from tests.factories import deliveries as make
from tests.factories.world import World

DETAIL = ("Strength of evidence", "Highest impact evidenced", "Value for money", "Good value")


def filled(commission: Any, **changes: str) -> dict[str, str]:
    answers = {
        "quality_of_delivery": "Well prepared",
        "strength_of_evidence": "2",
        "impact_level": "4",
        "value_for_money": "Good value",
        "differences": "None",
        "sides": "together",
        "decision": "assured",
    }
    for objective in commission.objectives:
        answers[f"outcome_{objective.id}"] = "met"
        answers[f"reason_{objective.id}"] = "The figures say so"
    return answers | changes


OTHERS = (
    ("head", 403),
    ("provider_lead", 403),
    ("host_head", 403),
    ("broker", 403),
    ("other_head", 404),
    ("other_provider_lead", 404),
    ("other_broker", 404),
    ("forum", 404),
    ("administrator", 404),
)


PAGE = "/quality/COM-00001"


class TestJudge:
    def test_judged_in_the_browser_once_both_have_evaluated(
        self, world: World, client: LintingClient
    ) -> None:
        commission = make.evaluating(world)
        client.signed_in_as(world.quality)
        too_early = client.get(PAGE)
        make.evaluated(world, commission)

        page = client.get(PAGE).text
        sent = client.submit(PAGE, filled(commission))
        answer = client.get(sent.location)
        # a second form finds it closed
        again = client.post(PAGE, data=filled(commission))

        assert too_early.status_code == 409
        assert "School words impact" in page
        assert "Provider words impact" in page
        assert "The judgement is recorded" in answer.text
        assert "Good value" in answer.text
        assert commission.status is CommissionStatus.CLOSED
        assert again.status_code == 409

    def test_answers_that_do_not_fit_are_named_and_stay(
        self, world: World, client: LintingClient, case: Case
    ) -> None:
        commission = make.in_review(world)
        not_yet = {f"outcome_{commission.objectives[0].id}": Outcome.NOT_YET.value}
        client.signed_in_as(world.quality)

        for changes, words in (
            ({"decision": "assured_with_conditions"}, "Say what the conditions are"),
            ({"decision": "not_assured"}, "Say why it is not assured"),
            ({"quality_of_delivery": "x" * 5000}, "4,000 characters"),
            (not_yet, "Enter the date to look again"),
        ):
            with case(changes):
                answer = client.submit(PAGE, filled(commission, **changes))

                assert answer.status_code == 422
                assert words in answer.text
        with case("a gap, beside what was answered"):
            answer = client.submit(
                PAGE, filled(commission, value_for_money="", differences="Kept text")
            )

            assert answer.status_code == 422
            assert "Say whether it was worth the money" in answer.text
            assert "Kept text" in answer.text
            assert "<title>Error: " in answer.text
        with case("nonsense is refused without a failure"):
            nonsense = filled(commission, decision="x", impact_level="9", strength_of_evidence="-")

            assert client.post(PAGE, data=nonsense).status_code == 422
        with case("twice the same form is one judgement"):
            data = filled(commission, once="one and the same")

            first = client.post(PAGE, data=data)
            second = client.post(PAGE, data=data)

            assert (first.status_code, second.status_code) == (303, 303)
            assert db.session.query(QAJudgement).count() == 1

    def test_who_may_not(self, world: World, client: LintingClient, case: Case) -> None:
        commission = make.in_review(world)

        with case("without an answer about interests there is no form"):
            client.signed_in_as(world.second_quality)
            page = client.get(PAGE).text
            posted = client.post(PAGE, data=filled(commission))

            assert "Record whether you have an interest" in page
            assert "Record the judgement" not in page
            assert posted.status_code == 409
        with case("who brokered it reads why"):
            commission.broker = world.quality
            client.signed_in_as(world.quality)

            assert "You brokered it" in client.get(PAGE).text
            assert client.post(PAGE, data=filled(commission)).status_code == 403
            assert client.get(f"{PAGE}/return").status_code == 403
        for name, status in OTHERS:
            with case(name):
                client.signed_in_as(getattr(world, name))

                assert client.get(PAGE).status_code == status
                assert client.get(f"{PAGE}/return").status_code == status
                assert client.get("/quality/COM-99999").status_code == 404


class TestReturn:
    def test_both_sides_are_asked_for_more_in_words(
        self, world: World, client: LintingClient
    ) -> None:
        commission = make.in_review(world)
        client.signed_in_as(world.quality)

        silent = client.submit(f"{PAGE}/return", {"reason": " "})
        client.submit(f"{PAGE}/return", {"reason": "Show the books"})
        asked = client.signed_in_as(world.head).get("/commissions/COM-00001/evaluate").text

        assert silent.status_code == 422
        assert commission.status is CommissionStatus.EVALUATING
        assert "Show the books" in asked
        assert "School words impact" in asked
        assert "Provider words" not in asked


class TestOutcomeOnTheCommissionPage:
    def test_is_read_in_full_by_officers_in_short_by_both_sides_and_by_nobody_else(
        self, world: World, client: LintingClient, case: Case
    ) -> None:
        make.closed(world, outcome=Outcome.PARTLY_MET)

        def page_of(name: str) -> str:
            return client.signed_in_as(getattr(world, name)).get("/commissions/COM-00001").text

        for name in ("head", "chair", "provider_lead"):
            with case(f"{name} reads decision and outcome only"):
                page = page_of(name)

                assert "Quality assured" in page
                assert "Partly met" in page
                assert not [words for words in DETAIL if words in page]
        for name in ("broker", "approver", "quality", "second_quality"):
            with case(f"{name} reads the detail"):
                page = page_of(name)

                assert not [words for words in DETAIL if words not in page]
        with case("the home school reads neither"):
            page = page_of("host_head")

            assert "Quality assurance</h2>" not in page
            assert not [words for words in (*DETAIL, "The figures say so") if words in page]
