from __future__ import annotations

from typing import Any

import pytest

from app.commissions.models import Evaluation
from app.commissions.statuses import CommissionStatus
from app.extensions import db
from tests.cases import Case
from tests.client import LintingClient
from tests.factories import deliveries as make
from tests.factories.world import World

PAGE = "/commissions/COM-00001"


def filled(commission: Any, **changes: str) -> dict[str, str]:
    key = commission.objectives[0].id
    answers = {f"impact_{key}": "Pace is better", f"evidence_{key}": "Books", "overall": "Good"}
    return answers | changes


class TestEvaluate:
    def test_each_side_hands_in_in_the_browser(self, world: World, client: LintingClient) -> None:
        commission = make.evaluating(world)

        for person in (world.head, world.provider_lead):
            answer = client.signed_in_as(person).submit(f"{PAGE}/evaluate", filled(commission))
            assert answer.status_code == 303

        assert commission.status is CommissionStatus.QUALITY_REVIEW

    @pytest.mark.parametrize("name", ["overall", "impact"])
    def test_gaps_and_endless_texts(self, world: World, client: LintingClient, name: str) -> None:
        commission = make.evaluating(world)
        client.signed_in_as(world.head)
        field = name if name == "overall" else f"impact_{commission.objectives[0].id}"

        gap = client.submit(f"{PAGE}/evaluate", filled(commission, **{field: ""}))
        endless = client.submit(f"{PAGE}/evaluate", filled(commission, **{field: "x" * 5000}))

        assert (gap.status_code, endless.status_code) == (422, 422)
        assert "4,000 characters" in endless.text

    def test_twice_the_same_form_is_one_evaluation(
        self, world: World, client: LintingClient
    ) -> None:
        commission = make.evaluating(world)
        client.signed_in_as(world.head)
        data = filled(commission, once="one and the same")

        for _ in range(2):
            assert client.post(f"{PAGE}/evaluate", data=data).status_code == 303
        assert db.session.query(Evaluation).count() == 1

    def test_another_copy_of_the_form_is_told(self, world: World, client: LintingClient) -> None:
        commission = make.evaluating(world)
        make.evaluation(commission, world.head)

        answer = client.signed_in_as(world.deputy).post(f"{PAGE}/evaluate", data=filled(commission))

        assert answer.status_code == 409
        assert "already handed in" in answer.text

    def test_others(self, world: World, client: LintingClient, case: Case) -> None:
        make.evaluating(world)

        for name, status in (
            ("chair", 403),
            ("broker", 403),
            ("quality", 403),
            ("host_head", 404),
            ("other_head", 404),
            ("forum", 404),
        ):
            with case(name):
                answer = client.signed_in_as(getattr(world, name)).get(f"{PAGE}/evaluate")

                assert answer.status_code == status

    def test_not_while_the_support_is_under_way(self, world: World, client: LintingClient) -> None:
        make.active(world)

        assert client.signed_in_as(world.head).get(f"{PAGE}/evaluate").status_code == 409


class TestBlindness:
    """The other side's words are in no answer at all until both are in."""

    def test_until_both_are_in(self, world: World, client: LintingClient) -> None:
        commission = make.evaluating(world)
        make.evaluation(commission, world.head, "Secret")
        client.signed_in_as(world.provider_lead)

        for address in (PAGE, f"{PAGE}/evaluate", "/commissions", "/"):
            assert "Secret" not in client.get(address, follow_redirects=True).text
        assert "The other side’s is in." in client.get(PAGE).text

    def test_the_own_words_can_be_read_at_once(self, world: World, client: LintingClient) -> None:
        commission = make.evaluating(world)
        make.evaluation(commission, world.head, "Secret")

        for name in ("head", "deputy", "chair"):
            assert "Secret overall" in client.signed_in_as(getattr(world, name)).get(PAGE).text

    def test_officers_read_what_is_in(self, world: World, client: LintingClient) -> None:
        commission = make.evaluating(world)
        make.evaluation(commission, world.provider_lead, "Secret")

        for name in ("broker", "approver", "quality"):
            assert "Secret overall" in client.signed_in_as(getattr(world, name)).get(PAGE).text

    def test_once_both_are_in_each_reads_both(self, world: World, client: LintingClient) -> None:
        make.in_review(world)

        for name in ("head", "provider_lead"):
            page = client.signed_in_as(getattr(world, name)).get(PAGE).text
            assert "School words overall" in page
            assert "Provider words overall" in page

    def test_the_home_school_never(self, world: World, client: LintingClient) -> None:
        make.in_review(world)

        page = client.signed_in_as(world.host_head).get(PAGE).text

        assert "words overall" not in page
