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


class TestJudge:
    def test_judged_in_the_browser(self, world: World, client: LintingClient) -> None:
        commission = make.in_review(world)
        client.signed_in_as(world.quality)

        page = client.get("/quality/COM-00001").text
        sent = client.submit("/quality/COM-00001", filled(commission))
        answer = client.get(sent.location)

        assert "School words impact" in page
        assert "Provider words impact" in page
        assert "The judgement is recorded" in answer.text
        assert "Good value" in answer.text
        assert commission.status is CommissionStatus.CLOSED

    def test_gaps_are_named_and_answers_stay(self, world: World, client: LintingClient) -> None:
        commission = make.in_review(world)
        client.signed_in_as(world.quality)

        answer = client.submit(
            "/quality/COM-00001", filled(commission, value_for_money="", differences="Kept text")
        )

        assert answer.status_code == 422
        assert "Say whether it was worth the money" in answer.text
        assert "Kept text" in answer.text
        assert "<title>Error: " in answer.text

    def test_answers_that_do_not_fit(self, world: World, client: LintingClient, case: Case) -> None:
        commission = make.in_review(world)
        client.signed_in_as(world.quality)

        for changes, words in (
            ({"decision": "assured_with_conditions"}, "Say what the conditions are"),
            ({"decision": "not_assured"}, "Say why it is not assured"),
            ({"quality_of_delivery": "x" * 5000}, "4,000 characters"),
        ):
            with case(changes):
                answer = client.submit("/quality/COM-00001", filled(commission, **changes))

                assert answer.status_code == 422
                assert words in answer.text

    def test_not_yet_measurable_needs_a_date(self, world: World, client: LintingClient) -> None:
        commission = make.in_review(world)
        key = commission.objectives[0].id
        client.signed_in_as(world.quality)

        answer = client.submit(
            "/quality/COM-00001", filled(commission, **{f"outcome_{key}": Outcome.NOT_YET.value})
        )

        assert answer.status_code == 422
        assert "Enter the date to look again" in answer.text

    def test_nonsense_is_refused_without_a_failure(
        self, world: World, client: LintingClient
    ) -> None:
        commission = make.in_review(world)
        client.signed_in_as(world.quality)

        answer = client.post(
            "/quality/COM-00001",
            data=filled(commission, decision="x", impact_level="9", strength_of_evidence="-"),
        )

        assert answer.status_code == 422

    def test_without_an_answer_about_interests_there_is_no_form(
        self, world: World, client: LintingClient
    ) -> None:
        commission = make.in_review(world)
        client.signed_in_as(world.second_quality)

        page = client.get("/quality/COM-00001").text
        posted = client.post("/quality/COM-00001", data=filled(commission))

        assert "Record whether you have an interest" in page
        assert "Record the judgement" not in page
        assert posted.status_code == 409

    def test_who_brokered_reads_why_and_may_not(self, world: World, client: LintingClient) -> None:
        commission = make.in_review(world)
        commission.broker = world.quality
        client.signed_in_as(world.quality)

        assert "You brokered it" in client.get("/quality/COM-00001").text
        assert client.post("/quality/COM-00001", data=filled(commission)).status_code == 403
        assert client.get("/quality/COM-00001/return").status_code == 403

    def test_twice_the_same_form_is_one_judgement(
        self, world: World, client: LintingClient
    ) -> None:
        commission = make.in_review(world)
        client.signed_in_as(world.quality)
        data = filled(commission, once="one and the same")

        first = client.post("/quality/COM-00001", data=data)
        second = client.post("/quality/COM-00001", data=data)

        assert (first.status_code, second.status_code) == (303, 303)
        assert db.session.query(QAJudgement).count() == 1

    def test_a_second_form_finds_it_closed(self, world: World, client: LintingClient) -> None:
        commission = make.closed(world).commission
        client.signed_in_as(world.quality)

        assert client.post("/quality/COM-00001", data=filled(commission)).status_code == 409

    def test_nothing_to_judge_before_both_evaluated(
        self, world: World, client: LintingClient
    ) -> None:
        make.evaluating(world)

        assert client.signed_in_as(world.quality).get("/quality/COM-00001").status_code == 409

    def test_others(self, world: World, client: LintingClient, case: Case) -> None:
        make.in_review(world)

        for name, status in OTHERS:
            with case(name):
                client.signed_in_as(getattr(world, name))

                assert client.get("/quality/COM-00001").status_code == status
                assert client.get("/quality/COM-00001/return").status_code == status
                assert client.get("/quality/COM-99999").status_code == 404


class TestReturn:
    def test_both_sides_are_asked_for_more(self, world: World, client: LintingClient) -> None:
        commission = make.in_review(world)
        client.signed_in_as(world.quality)

        client.submit("/quality/COM-00001/return", {"reason": "Show the books"})
        asked = client.signed_in_as(world.head).get("/commissions/COM-00001/evaluate").text

        assert commission.status is CommissionStatus.EVALUATING
        assert "Show the books" in asked
        assert "School words impact" in asked
        assert "Provider words" not in asked

    def test_it_needs_words(self, world: World, client: LintingClient) -> None:
        make.in_review(world)
        client.signed_in_as(world.quality)

        assert client.submit("/quality/COM-00001/return", {"reason": " "}).status_code == 422


class TestOutcomeOnTheCommissionPage:
    def test_both_sides_read_decision_and_outcome_only(
        self, world: World, client: LintingClient, case: Case
    ) -> None:
        make.closed(world, outcome=Outcome.PARTLY_MET)

        for name in ("head", "chair", "provider_lead"):
            with case(name):
                page = client.signed_in_as(getattr(world, name)).get("/commissions/COM-00001").text

                assert "Quality assured" in page
                assert "Partly met" in page
                assert not [words for words in DETAIL if words in page]

    def test_officers_and_leads_read_the_detail(
        self, world: World, client: LintingClient, case: Case
    ) -> None:
        make.closed(world)

        for name in ("broker", "approver", "quality", "second_quality"):
            with case(name):
                page = client.signed_in_as(getattr(world, name)).get("/commissions/COM-00001").text

                assert not [words for words in DETAIL if words not in page]

    def test_the_home_school_reads_neither(self, world: World, client: LintingClient) -> None:
        make.closed(world)

        page = client.signed_in_as(world.host_head).get("/commissions/COM-00001").text

        assert "Quality assurance</h2>" not in page
        assert not [words for words in (*DETAIL, "The figures say so") if words in page]
