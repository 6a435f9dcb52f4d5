"""What the search page never does: fail, or tell what is not public."""

from __future__ import annotations

import itertools
import re
from urllib.parse import quote

import pytest

from app.accounts.roles import Role
from app.prospectus import search_page, services
from app.prospectus.facts import ListingStatus
from app.search.engine import SearchUnavailableError
from tests.cases import Case
from tests.client import LintingClient
from tests.factories.prospectus import make_entry, make_findable, make_person
from tests.prospectus.reading import names, number, soup, total

pytestmark = pytest.mark.usefixtures("reference_data")


NONSENSE = (
    "<script>alert(1)</script>",
    '"><img src=x onerror=alert(1)>',
    "'; DROP TABLE provider; --",
    "*",
    "w* (((",
    "\0\r\n",
    '"',
    "-",
    "é" * 5000,
    "{{ 7 * 7 }}",
    "%s%n",
    "\u202e\ufeff🏫",
)
# these two come back as they were typed, on the page and in the address of the fragment
TYPED, CHOSEN = ("q", "near"), ("kind", "expertise", "area", "sort", "page")


def test_nonsense_finds_what_it_finds(client: LintingClient, case: Case) -> None:
    make_entry()
    make_findable()
    both = ("page", "fragment")
    asked = [(name, text, how) for name in TYPED for text in NONSENSE for how in both]
    # what is chosen from a list is left out alike by both: one or the other, by turns
    every = [(name, text) for text in NONSENSE for name in CHOSEN]
    asked += [(*pair, how) for pair, how in zip(every, itertools.cycle(both), strict=False)]

    for name, text, how in asked:
        with case(f"{how}: {name}={text}"):
            fetch = client.get if how == "page" else client.fragment
            response = fetch(f"/prospectus?{name}={quote(text)}")

            assert response.status_code == 200
            assert client.soup(response).select("main script, img") == []


class TestVisibility:
    @pytest.mark.parametrize("listing", [ListingStatus.DRAFT, ListingStatus.HIDDEN])
    def test_what_is_not_public_is_neither_found_nor_counted(
        self, client: LintingClient, listing: ListingStatus
    ) -> None:
        provider = make_entry("Ada Marsh")
        provider.listing = listing
        make_findable()
        lead = make_person("lead", Role.PROVIDER_LEAD, provider_id=provider.id)

        for person in (None, lead):
            page = soup(client.signed_in_as(person), "q=Ada+Marsh")
            assert names(page) == []
            assert number(page, "phase-primary") == 0

    def test_an_index_that_is_behind_shows_nobody_who_was_hidden(
        self, client: LintingClient, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        provider = make_entry("Ada Marsh")
        make_findable()
        provider.listing = ListingStatus.HIDDEN

        assert names(soup(client)) == []

    def test_private_facts_are_not_found(self, client: LintingClient) -> None:
        make_entry()
        make_findable()

        for secret in ("private@test.example", "Secret+interest", "01632"):
            assert "No providers" in total(soup(client, f"q=%22{secret}%22"))

    @pytest.mark.parametrize(("commissions", "shown"), [(2, False), (3, True)])
    def test_the_record_is_shown_from_three_up(
        self, client: LintingClient, commissions: int, shown: bool
    ) -> None:
        services.set_record(
            make_entry(),
            commissions_assured=commissions,
            objectives_met=1,
            objectives_partly_met=1,
            objectives_not_met=1,
            objectives_not_yet=1,
        )
        make_findable()

        assert bool(re.search("commissions? quality assured", soup(client).get_text())) is shown


def test_without_the_index_everybody_is_listed_by_name(
    client: LintingClient, monkeypatch: pytest.MonkeyPatch
) -> None:
    make_entry("Bel")
    make_entry("Ada")
    make_entry("Cal", published=False)

    def broken(_request: object) -> None:
        raise SearchUnavailableError

    monkeypatch.setattr(search_page, "find", broken)

    page = soup(client, "q=phonics&kind=unicorn")

    assert names(page) == ["Ada", "Bel"]
    assert "The search is not working just now" in page.get_text()
    assert total(page) == "2 providers in the prospectus, by name"
    assert client.fragment("/prospectus?q=phonics").status_code == 200
