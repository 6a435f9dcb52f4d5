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
from tests.cases import Case
from tests.client import LintingClient
from tests.factories.prospectus import make_entry, make_findable, make_person
from tests.prospectus.reading import soup

pytestmark = pytest.mark.usefixtures("reference_data")
FORMS = ("csv", "print")
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
    def test_says_what_every_visitor_may_read_and_no_more_whoever_asks(
        self, client: LintingClient
    ) -> None:
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
        for person in (None, make_person("head", Role.HEAD, school_urn=900202)):
            text = client.signed_in_as(person).get("/prospectus?format=csv").text
            for secret in ("Private Contact", "private@", "01632", "417", "Secret interest"):
                assert secret not in text, person

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


class TestMoreThanAPage:
    def test_is_taken_away_whole_in_its_order_and_costs_no_more_statements(
        self, client: LintingClient, case: Case
    ) -> None:
        make_entry("Ada Marsh")
        make_findable()
        sheet(client)
        before = len(client.statements("/prospectus?format=csv"))
        people = [f"Person {number:02}" for number in range(21)]
        for name in people:
            make_entry(name, phases=[Phase.SECONDARY])
        make_findable()

        with case("the spreadsheet"):
            rows = sheet(client, "phase=secondary&sort=name&page=2")

            assert [row["Name"] for row in rows] == people
            assert len(client.statements("/prospectus?format=csv")) == before
        with case("the list for paper"):
            assert len(printed(client, "phase=secondary")) == len(people)
            assert printed(client, "q=person+07") == ["Person 07"]


class TestTheListForPaper:
    def test_says_what_was_asked_and_writes_addresses_out(self, client: LintingClient) -> None:
        ada = make_entry("Ada Marsh")
        make_findable()

        text = " ".join(soup(client, "format=print&q=marsh&phase=primary").get_text(" ").split())

        assert "Searched for marsh Phase Primary Found 1 provider on" in text
        assert f"http://localhost/prospectus/{ada.slug}" in text

    def test_says_so_when_it_is_not_everything_and_when_it_is_nothing(
        self, client: LintingClient, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.setattr(take_away, "MOST_PRINTED", 2)
        for name in ("Ada", "Bel", "Cal"):
            make_entry(name)
        make_findable()

        assert printed(client, "sort=name") == ["Ada", "Bel"]
        assert "These are the first 2." in soup(client, "format=print").get_text()
        assert "No provider matches" in soup(client, "format=print&q=unicorn").get_text()


class TestBoth:
    def test_the_results_lead_there_and_what_is_hidden_since_is_not_in_it(
        self, client: LintingClient
    ) -> None:
        ada = make_entry("Ada Marsh")
        make_findable()

        page = soup(client, "q=ada&phase=primary&sort=name")

        for form in FORMS:
            found = page.select(f".app-take-away a[href$='format={form}']")
            assert [link["href"] for link in found] == [
                f"/prospectus?q=ada&phase=primary&sort=name&format={form}"
            ]
        ada.listing = ListingStatus.HIDDEN
        for form in FORMS:
            assert "Ada Marsh" not in client.get(f"/prospectus?format={form}").text

    def test_without_the_search_the_page_says_what_is_the_matter(
        self, client: LintingClient, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        def broken(_request: object) -> None:
            raise SearchUnavailableError

        monkeypatch.setattr(search_page, "find", broken)

        for form in FORMS:
            response = client.get(f"/prospectus?format={form}&q=ada")
            assert response.location == "/prospectus?q=ada", form
        assert "not working just now" in client.get(response.location).text
