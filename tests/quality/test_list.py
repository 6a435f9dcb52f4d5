"""What waits for judgement and what was judged: the list and its file."""

from __future__ import annotations

import csv
import io
from datetime import timedelta

import pytest

from app.core import clock
from app.quality.facts import Decision
from tests.client import LintingClient
from tests.factories import deliveries as make
from tests.factories.world import World


class TestList:
    def test_what_waits_comes_with_age_and_whether_i_may_judge(
        self, world: World, client: LintingClient
    ) -> None:
        with clock.at(clock.now() - timedelta(days=14)):
            make.in_review(world)
        make.in_review(world, number=2)

        page = client.signed_in_as(world.second_quality).get("/quality").text

        assert page.index("COM-00001") < page.index("COM-00002")
        assert "10 working days" in page
        assert "Record first whether you have an interest" in page
        assert "brokered by Broker" in page

    def test_it_says_why_a_lead_may_not(self, world: World, client: LintingClient) -> None:
        commission = make.in_review(world)
        commission.broker = world.quality

        page = client.signed_in_as(world.quality).get("/quality").text

        assert "You brokered it, so another lead judges it." in page

    def test_empty_says_what_comes(self, world: World, client: LintingClient) -> None:
        client.signed_in_as(world.quality)

        assert "Nothing waits for judgement" in client.get("/quality").text
        assert "Nothing has been judged yet" in client.get("/quality?show=judged").text
        assert "Nothing fits" in client.get("/quality?q=zzz").text

    def test_judged_ones_by_decision(self, world: World, client: LintingClient) -> None:
        make.closed(world)
        make.closed(world, number=2, decision=Decision.NOT_ASSURED, reasons="No evidence")
        client.signed_in_as(world.quality)

        every = client.get("/quality?show=judged").text
        one = client.get("/quality?show=judged&decision=not_assured").text

        assert "COM-00001" in every
        assert "COM-00002" in every
        assert "COM-00001" not in one
        assert "COM-00002" in one

    def test_nonsense_in_the_address(self, world: World, client: LintingClient) -> None:
        make.in_review(world)
        client.signed_in_as(world.quality)

        for odd in ("0", "2", "-1", "x", "9" * 30):
            assert client.get(f"/quality?page={odd}&show=odd&decision=odd").status_code == 200
        assert client.get("/quality?q=%00").status_code == 200

    def test_csv_is_safe_in_a_spreadsheet(self, world: World, client: LintingClient) -> None:
        commission = make.in_review(world)
        commission.request.title = "=HYPERLINK(1)"

        answer = client.signed_in_as(world.quality).get("/quality?format=csv")
        header, row = csv.reader(io.StringIO(answer.text.lstrip("\ufeff")))

        assert header[0] == "Reference"
        assert row[:2] == ["COM-00001", "'=HYPERLINK(1)"]

    @pytest.mark.parametrize("name", ["head", "provider_lead", "broker", "approver", "forum"])
    def test_it_is_for_quality_leads(self, world: World, client: LintingClient, name: str) -> None:
        assert client.signed_in_as(getattr(world, name)).get("/quality").status_code == 403

    def test_signed_out_goes_to_sign_in(self, world: World, client: LintingClient) -> None:
        answer = client.get("/quality")

        assert answer.status_code == 303
        assert "/sign-in" in answer.location
