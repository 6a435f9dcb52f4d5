"""The whole result as a spreadsheet and on one page for paper."""

from __future__ import annotations

import csv
import io
from datetime import date

import pytest

from app.accounts.roles import Role
from app.prospectus import search_page, services, take_away
from app.prospectus.facts import ListingStatus, Phase
from app.prospectus.permissions import can_see_rate
from app.prospectus.spreadsheet import HEADER
from app.search.engine import SearchUnavailableError
from tests.client import LintingClient
from tests.factories.prospectus import make_entry, make_findable, make_person
from tests.prospectus.reading import soup

pytestmark = pytest.mark.usefixtures("reference_data")
RATE = "Rate in pounds a day, where public"


def sheet(client: LintingClient, query: str = "") -> list[dict[str, str]]:
    response = client.get(f"/prospectus?format=csv&{query}")
    assert response.mimetype == "text/csv"
    assert "attachment" in response.headers["Content-Disposition"]
    return list(csv.DictReader(io.StringIO(response.text.removeprefix("\ufeff"))))


def printed(client: LintingClient, query: str = "") -> list[str]:
    page = soup(client, f"format=print&{query}")
    return [heading.get_text() for heading in page.select(".app-sheet__name")]


class TestTheSpreadsheet:
    def test_has_the_whole_result_in_its_order(self, client: LintingClient) -> None:
        for number in range(25):
            make_entry(f"Person {number:02}", phases=[Phase.SECONDARY])
        make_entry("Ada Marsh")
        make_findable()

        rows = sheet(client, "phase=secondary&sort=name&page=2")

        assert [row["Name"] for row in rows] == [f"Person {number:02}" for number in range(25)]

    def test_says_what_every_visitor_may_read(self, client: LintingClient) -> None:
        ada = make_entry(
            "Ada Marsh", experience="Ten years", expertise={"phonics": "", "writing": ""}
        )
        services.add_designation(ada, type_code="sle", awarded_on=date(2024, 1, 1))
        make_findable()

        (row,) = sheet(client)

        assert tuple(row) == HEADER
        assert row["Home school"] == "Elm Primary School"
        assert row["Expertise"] == "Phonics; Writing"
        assert row["Designations"] == "SLE designation"
        assert row["Serves"] == "Ossett"
        assert row["Address of the entry"] == f"http://localhost/prospectus/{ada.slug}"

    @pytest.mark.parametrize("signed_in", [False, True])
    def test_holds_nothing_that_is_not_public_whoever_asks(
        self, client: LintingClient, signed_in: bool
    ) -> None:
        make_entry("Ada Marsh")
        make_findable()
        if signed_in:
            client.signed_in_as(make_person("head", Role.HEAD, school_urn=900202))

        text = client.get("/prospectus?format=csv").text

        for secret in ("Private Contact", "private@", "01632", "417", "Secret interest"):
            assert secret not in text

    def test_shows_a_rate_to_all_or_to_none_as_the_entry_does(self, client: LintingClient) -> None:
        shown = make_entry("Ada", rate_is_public=True)
        kept = make_entry("Bel")
        make_entry("Cal", rate_is_public=True, rate_pence_per_day=None)
        make_findable()

        assert [row[RATE] for row in sheet(client, "sort=name")] == ["417.00", "", ""]
        assert can_see_rate(None, shown)
        assert not can_see_rate(None, kept)

    def test_runs_no_formula(self, client: LintingClient) -> None:
        make_entry("=1+1", headline="@SUM(A1)")
        make_findable()

        (row,) = sheet(client)

        assert (row["Name"], row["In one line"]) == ("'=1+1", "'@SUM(A1)")

    def test_costs_no_more_statements_for_more_rows(self, client: LintingClient) -> None:
        make_entry("Ada")
        make_findable()
        sheet(client)
        before = len(client.statements("/prospectus?format=csv"))
        for number in range(30):
            make_entry(f"Bel {number}")
        make_findable()
        sheet(client)

        assert len(client.statements("/prospectus?format=csv")) == before


class TestTheListForPaper:
    def test_has_all_pages_in_one(self, client: LintingClient) -> None:
        for number in range(25):
            make_entry(f"Person {number:02}")
        make_findable()

        assert len(printed(client)) == 25
        assert printed(client, "q=person+07") == ["Person 07"]

    def test_says_what_was_asked_and_writes_addresses_out(self, client: LintingClient) -> None:
        ada = make_entry("Ada Marsh")
        make_findable()

        text = " ".join(soup(client, "format=print&q=marsh&phase=primary").get_text(" ").split())

        assert "Searched for marsh Phase Primary Found 1 provider on" in text
        assert f"http://localhost/prospectus/{ada.slug}" in text

    def test_says_so_when_it_is_not_everything(
        self, client: LintingClient, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.setattr(take_away, "MOST_PRINTED", 2)
        for name in ("Ada", "Bel", "Cal"):
            make_entry(name)
        make_findable()

        assert printed(client, "sort=name") == ["Ada", "Bel"]
        assert "These are the first 2." in soup(client, "format=print").get_text()

    def test_of_nothing_says_nothing_was_found(self, client: LintingClient) -> None:
        make_findable()

        assert "No provider matches" in soup(client, "format=print&q=unicorn").get_text()


@pytest.mark.parametrize("form", ["csv", "print"])
class TestBoth:
    def test_the_results_lead_there_with_what_was_asked(
        self, client: LintingClient, form: str
    ) -> None:
        make_entry("Ada Marsh")
        make_findable()

        page = soup(client, "q=ada&phase=primary&sort=name")

        found = page.select(f".app-take-away a[href$='format={form}']")
        assert [link["href"] for link in found] == [
            f"/prospectus?q=ada&phase=primary&sort=name&format={form}"
        ]

    def test_what_is_hidden_since_is_not_in_it(self, client: LintingClient, form: str) -> None:
        ada = make_entry("Ada Marsh")
        make_findable()
        ada.listing = ListingStatus.HIDDEN

        assert "Ada Marsh" not in client.get(f"/prospectus?format={form}").text

    def test_without_the_search_the_page_says_what_is_the_matter(
        self, client: LintingClient, form: str, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        def broken(_request: object) -> None:
            raise SearchUnavailableError

        monkeypatch.setattr(search_page, "find", broken)

        response = client.get(f"/prospectus?format={form}&q=ada")

        assert response.location == "/prospectus?q=ada"
        assert "not working just now" in client.get(response.location).text
