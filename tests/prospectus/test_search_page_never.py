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
TYPED = ("q", "near")
# what is chosen from a list is left out alike, each for itself: all in one address
CHOSEN = ("kind", "expertise", "area", "sort", "page")
# what was typed may stand between tags and in attributes, but open no tag of its own
FOREIGN_TAG = re.compile(r"<(script|img)\b", re.IGNORECASE)


def test_nonsense_finds_what_it_finds(client: LintingClient, case: Case) -> None:
    make_entry()
    make_findable()

    for asked, text in itertools.product((*((name,) for name in TYPED), CHOSEN), NONSENSE):
        with case(f"{asked}={text}"):
            address = "/prospectus?" + "&".join(f"{name}={quote(text)}" for name in asked)
            for fetch in (client.get, client.fragment):
                response = fetch(address)

                assert response.status_code == 200
                # a whole page has scripts of its own around its main part
                main = response.text.partition("</main>")[0].rpartition("<main")[2]
                assert FOREIGN_TAG.findall(main) == []


class TestVisibility:
    def test_what_is_not_public_is_neither_found_nor_counted(self, client: LintingClient) -> None:
        provider = make_entry("Ada Marsh")
        lead = make_person("lead", Role.PROVIDER_LEAD, provider_id=provider.id)
        make_findable()

        for secret in ("private@test.example", "Secret+interest", "01632"):
            assert "No providers" in total(soup(client, f"q=%22{secret}%22")), secret

        provider.listing = ListingStatus.HIDDEN
        assert names(soup(client)) == [], "the index is behind"
        for listing in (ListingStatus.HIDDEN, ListingStatus.DRAFT):
            provider.listing = listing
            make_findable()
            for person in (None, lead):
                page = soup(client.signed_in_as(person), "q=Ada+Marsh")
                assert names(page) == [], listing
                assert number(page, "phase-primary") == 0, listing

    def test_the_record_is_shown_from_three_up(self, client: LintingClient) -> None:
        provider = make_entry()

        for commissions, shown in ((2, False), (3, True)):
            services.set_record(
                provider,
                commissions_assured=commissions,
                objectives_met=1,
                objectives_partly_met=1,
                objectives_not_met=1,
                objectives_not_yet=1,
            )
            make_findable()

            text = soup(client).get_text()
            assert bool(re.search("commissions? quality assured", text)) is shown, commissions


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
