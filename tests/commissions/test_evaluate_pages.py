from __future__ import annotations

from typing import Any

from app.commissions.models import Evaluation
from app.commissions.statuses import CommissionStatus
from app.extensions import db
from tests.cases import Case
from tests.client import LintingClient
from tests.factories import deliveries as make
from tests.factories.world import World

PAGE = "/commissions/COM-00001"
ADDRESS = f"{PAGE}/evaluate"


def filled(commission: Any, **changes: str) -> dict[str, str]:
    key = commission.objectives[0].id
    answers = {f"impact_{key}": "Pace is better", f"evidence_{key}": "Books", "overall": "Good"}
    return answers | changes


class TestEvaluate:
    def test_in_the_browser(self, world: World, client: LintingClient, case: Case) -> None:
        commission = make.evaluating(world)
        client.signed_in_as(world.head)

        for name in ("overall", f"impact_{commission.objectives[0].id}"):
            with case(f"gaps and endless texts: {name}"):
                gap = client.submit(ADDRESS, filled(commission, **{name: ""}))
                endless = client.submit(ADDRESS, filled(commission, **{name: "x" * 5000}))

                assert (gap.status_code, endless.status_code) == (422, 422)
                assert "4,000 characters" in endless.text
        with case("twice the same form is one evaluation"):
            data = filled(commission, once="one and the same")

            for _ in range(2):
                assert client.post(ADDRESS, data=data).status_code == 303
            assert db.session.query(Evaluation).count() == 1
        with case("another copy of the form is told"):
            make.evaluation(commission, world.head)

            answer = client.signed_in_as(world.deputy).post(ADDRESS, data=filled(commission))

            assert answer.status_code == 409
            assert "already handed in" in answer.text
        for name, status in (
            ("chair", 403),
            ("broker", 403),
            ("quality", 403),
            ("host_head", 404),
            ("other_head", 404),
            ("forum", 404),
        ):
            with case(f"not by {name}"):
                answer = client.signed_in_as(getattr(world, name)).get(ADDRESS)

                assert answer.status_code == status
        with case("each side hands in"):
            for person in (world.head, world.provider_lead):
                answer = client.signed_in_as(person).submit(ADDRESS, filled(commission))
                assert answer.status_code == 303

            assert commission.status is CommissionStatus.QUALITY_REVIEW

    def test_not_while_the_support_is_under_way(self, world: World, client: LintingClient) -> None:
        make.active(world)

        assert client.signed_in_as(world.head).get(ADDRESS).status_code == 409


class TestBlindness:
    """The other side's words are in no answer at all until both are in."""

    def test_until_both_are_in(self, world: World, client: LintingClient, case: Case) -> None:
        commission = make.evaluating(world)

        with case("the provider reads nothing of the school's"):
            make.evaluation(commission, world.head, "Secret")
            client.signed_in_as(world.provider_lead)

            pages = [
                client.get(address, follow_redirects=True).text
                for address in (PAGE, ADDRESS, "/commissions", "/")
            ]

            assert not any("Secret" in page for page in pages)
            assert "The other side’s is in." in pages[0]
        with case("the own words can be read at once"):
            make.evaluation(commission, world.head, "Secret")

            for name in ("head", "deputy", "chair"):
                assert "Secret overall" in client.signed_in_as(getattr(world, name)).get(PAGE).text
        with case("officers read what is in"):
            make.evaluation(commission, world.provider_lead, "Secret")

            for name in ("broker", "approver", "quality"):
                assert "Secret overall" in client.signed_in_as(getattr(world, name)).get(PAGE).text

    def test_once_both_are_in_each_reads_both_but_the_home_school_never(
        self, world: World, client: LintingClient
    ) -> None:
        make.in_review(world)

        for name in ("head", "provider_lead"):
            page = client.signed_in_as(getattr(world, name)).get(PAGE).text
            assert "School words overall" in page
            assert "Provider words overall" in page
        assert "words overall" not in client.signed_in_as(world.host_head).get(PAGE).text
