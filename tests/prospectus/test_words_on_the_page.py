"""What the page says about the words typed: added ones, unclear ones, misspelt ones, marks."""

from __future__ import annotations

import pytest
from bs4 import BeautifulSoup

from app.core import clock
from app.prospectus.entry import summary_of
from app.prospectus.marks import marks_of
from app.search.analysis import pattern_of
from tests.client import LintingClient
from tests.factories.prospectus import make_entry, make_findable
from tests.prospectus.reading import names, soup

pytestmark = pytest.mark.usefixtures("reference_data")


def said(page: BeautifulSoup) -> dict[str, dict[str, str]]:
    """Return each line about the words with its links."""
    return {
        " ".join(line.get_text().split()): {a.get_text(): str(a["href"]) for a in line.select("a")}
        for line in page.select(".app-words")
    }


class TestOtherWords:
    @pytest.fixture(autouse=True)
    def two(self, reference_data: None) -> None:
        make_entry("Ada Marsh", summary="Writes an education, health and care plan with you.")
        make_entry("Bel Stone", summary="EHCP clinics.")
        make_findable()

    def test_they_are_searched_for_and_it_is_said_and_can_be_undone(
        self, client: LintingClient
    ) -> None:
        page = soup(client, "q=EHCP")

        assert names(page) == ["Bel Stone", "Ada Marsh"]
        assert said(page) == {
            "Also searched for: education, health and care plan. "
            "Search only for the words you typed": {
                "Search only for the words you typed": "/prospectus?q=EHCP&exact=1"
            }
        }

    def test_the_words_as_typed_find_only_these_and_the_way_back_is_there(
        self, client: LintingClient
    ) -> None:
        page = soup(client, "q=EHCP&exact=1")

        assert names(page) == ["Bel Stone"]
        assert list(said(page).values()) == [
            {"Search for other words with the same meaning, too": "/prospectus?q=EHCP"}
        ]
        assert page.select_one("form#search input[name=exact][value='1']")

    def test_a_hit_says_by_which_words_it_was_found(self, client: LintingClient) -> None:
        why = [part.get_text() for part in soup(client, "q=EHCP").select(".app-hit__why")]

        assert why == [
            "Matches: EHCP in description",
            "Matches: education, health and care plan in description",
        ]


class TestUnclearWords:
    def test_each_meaning_is_a_link_and_none_is_searched_for(self, client: LintingClient) -> None:
        make_entry("Ada Marsh", summary="Works with every multi-academy trust.")
        make_findable()

        page = soup(client, "q=MAT+leader&phase=primary")

        assert names(page) == []
        assert said(page)["“MAT” can mean multi-academy trust or more able and talented."] == {
            "multi-academy trust": "/prospectus?q=multi-academy+trust+leader&phase=primary",
            "more able and talented": "/prospectus?q=more+able+and+talented+leader&phase=primary",
        }


class TestSpelling:
    @pytest.fixture(autouse=True)
    def one(self, reference_data: None) -> None:
        make_entry("Ada Marsh", summary="Leads on behaviour.")
        make_findable()

    def test_the_nearest_word_is_searched_for_and_it_is_said_and_can_be_undone(
        self, client: LintingClient
    ) -> None:
        page = soup(client, "q=behavour+marsh")

        assert names(page) == ["Ada Marsh"]
        assert said(page) == {
            "Did you mean behaviour marsh?": {"behaviour marsh": "/prospectus?q=behaviour+marsh"},
            "Also searched for: behaviour. Search only for the words you typed": {
                "Search only for the words you typed": "/prospectus?q=behavour+marsh&exact=1"
            },
        }

    def test_when_nothing_is_found_as_typed_it_is_the_first_thing_to_try(
        self, client: LintingClient
    ) -> None:
        first = soup(client, "q=behavour&exact=1").select(".app-empty li")[0]

        assert first.get_text().strip() == "Search for “behaviour” (1 provider)"


class TestLongQuestions:
    def test_it_is_said_when_entries_with_most_of_the_words_are_shown_too(
        self, client: LintingClient
    ) -> None:
        make_entry("Oak Elm Ash")
        make_entry("Oak Elm")
        make_findable()

        page = soup(client, "q=oak+elm+ash")

        assert len(names(page)) == 2
        assert "Few entries have all your words" in page.get_text()


class TestMarks:
    def test_what_was_searched_for_is_marked(self, client: LintingClient) -> None:
        make_entry("Ada Marsh", headline="Helps teachers to write EHC plans & more")
        make_findable()

        hit = soup(client, "q=teacher+marsh").select_one(".app-hit")

        assert hit is not None
        assert [mark.get_text() for mark in hit.select("mark")] == ["Marsh", "teachers"]

    def test_a_text_that_looks_like_markup_stays_text(self) -> None:
        provider = make_entry("<b>Ada</b>", headline="<script>alert('Ada')</script>")

        marks = marks_of(summary_of(provider, clock.today()), (pattern_of("ada"),), ["name"])

        assert str(marks.name) == "&lt;b&gt;<mark>Ada</mark>&lt;/b&gt;"
        assert "<script" not in marks.headline
