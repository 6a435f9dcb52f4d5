"""What the search page says when nothing is found."""

from __future__ import annotations

import pytest
from bs4 import BeautifulSoup

from app.accounts.roles import Role
from app.prospectus.facts import Mode, Phase
from tests.client import LintingClient
from tests.factories.prospectus import make_entry, make_findable, make_person
from tests.prospectus.reading import soup, total

pytestmark = pytest.mark.usefixtures("reference_data")


def relaxed(page: BeautifulSoup) -> dict[str, str]:
    lines = page.select(".app-empty li")[:-1]
    return {line.get_text().strip(): str(line.select("a")[0]["href"]) for line in lines}


class TestNothingFound:
    def test_it_counts_what_near_questions_find_and_leaves_out_what_finds_nobody(
        self, client: LintingClient
    ) -> None:
        make_entry("Ada Marsh")
        make_entry("Bel Stone", phases=[Phase.POST_16], modes=[Mode.REMOTE])
        make_findable()

        page = soup(client, "q=marsh&phase=post_16&mode=remote")

        assert total(page) == "No providers for “marsh”"
        assert relaxed(page) == {
            "Search without the filters (1 provider)": "/prospectus?q=marsh",
            "Leave out the words and keep the filters (1 provider)": (
                "/prospectus?phase=post_16&mode=remote"
            ),
            "See everybody in the prospectus (2 providers)": "/prospectus",
        }

    def test_one_filter_of_several_may_be_what_is_in_the_way(self, client: LintingClient) -> None:
        make_entry("Ada Marsh", modes=[Mode.REMOTE])
        make_findable()

        page = soup(client, "q=marsh&phase=post_16&mode=remote")

        offered = relaxed(page)
        assert offered["Leave out “Phase” and keep the rest (1 provider)"] == (
            "/prospectus?q=marsh&mode=remote"
        )
        assert not any("How they work" in words for words in offered)

    def test_it_ends_with_the_brokerage_team_for_whoever_may_ask(
        self, client: LintingClient
    ) -> None:
        make_findable()

        page = soup(client, "q=xylophone")

        last = page.select(".app-empty li")[-1]
        assert last.get_text().startswith("Ask the brokerage team")
        assert last.select_one("a[href='/requests/new']")

    def test_whoever_may_not_ask_gets_no_way_to_it(self, client: LintingClient) -> None:
        make_findable()

        page = soup(
            client.signed_in_as(make_person("reader", Role.QUALITY_LEAD, authority_code="384")),
            "q=xylophone",
        )

        assert page.select(".app-empty a[href='/requests/new']") == []
        assert "headteacher can ask" in page.select(".app-empty li")[-1].get_text()

    def test_an_empty_prospectus_is_a_page(self, client: LintingClient) -> None:
        make_findable()

        assert total(soup(client)) == "No providers"
