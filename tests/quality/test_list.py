"""What waits for judgement and what was judged: the list and its file."""

from __future__ import annotations

import csv
import io
from datetime import timedelta

from app.core import clock
from app.quality.facts import Decision
from tests.cases import Case
from tests.client import LintingClient
from tests.factories import deliveries as make
from tests.factories.world import World


class TestList:
    def test_what_waits_comes_with_age_and_whether_i_may_judge(
        self, world: World, client: LintingClient, case: Case
    ) -> None:
        with clock.at(clock.now() - timedelta(days=14)):
            first = make.in_review(world)
        second = make.in_review(world, number=2)

        with case("in order"):
            page = client.signed_in_as(world.second_quality).get("/quality").text

            assert page.index("COM-00001") < page.index("COM-00002")
            assert "10 working days" in page
            assert "Record first whether you have an interest" in page
            assert "brokered by Broker" in page
        client.signed_in_as(world.quality)
        with case("why a lead may not"):
            first.broker = world.quality

            page = client.get("/quality").text
            assert "You brokered it, so another lead judges it." in page
        with case("nonsense in the address"):
            for odd in ("0", "2", "-1", "x", "9" * 30):
                assert client.get(f"/quality?page={odd}&show=odd&decision=odd").status_code == 200
            assert client.get("/quality?q=%00").status_code == 200
        with case("a file that is safe in a spreadsheet"):
            first.request.title = "=HYPERLINK(1)"

            answer = client.get("/quality?format=csv")
            header, row, other = csv.reader(io.StringIO(answer.text.lstrip("\ufeff")))
            assert header[0] == "Reference"
            assert row[:2] == ["COM-00001", "'=HYPERLINK(1)"]
            assert other[0] == "COM-00002"
        with case("judged ones by decision"):
            make.judged(world, first)
            make.judged(world, second, decision=Decision.NOT_ASSURED, reasons="No evidence")

            every = client.get("/quality?show=judged").text
            one = client.get("/quality?show=judged&decision=not_assured").text
            assert "COM-00001" in every
            assert "COM-00002" in every
            assert "COM-00001" not in one
            assert "COM-00002" in one

    def test_empty_says_what_comes(self, world: World, client: LintingClient) -> None:
        client.signed_in_as(world.quality)

        assert "Nothing waits for judgement" in client.get("/quality").text
        assert "Nothing has been judged yet" in client.get("/quality?show=judged").text
        assert "Nothing fits" in client.get("/quality?q=zzz").text

    def test_it_is_for_quality_leads(self, world: World, client: LintingClient, case: Case) -> None:
        with case("signed out"):
            answer = client.get("/quality")

            assert answer.status_code == 303
            assert "/sign-in" in answer.location
        for name in ("head", "provider_lead", "broker", "approver", "forum"):
            with case(name):
                assert client.signed_in_as(getattr(world, name)).get("/quality").status_code == 403
