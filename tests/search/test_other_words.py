"""How the engine finds other words for those typed, and the nearest for misspelt ones."""

from __future__ import annotations

from html import unescape
from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st

from app.search.analysis import pattern_of
from app.search.highlight import marker
from app.search.query import Matching
from tests.search.entries import ask, entry, filled, ids

OWN = entry("own", expertise="EHCP", description="One.")
OTHER = entry("other", expertise="education, health and care plan", description="One.")


class TestOtherWords:
    def test_entries_with_other_words_stand_behind_those_with_the_words_typed(
        self, tmp_path: Path
    ) -> None:
        others = [entry(f"other{n}", expertise=OTHER.text["expertise"]) for n in range(5)]
        results = ask(filled(tmp_path, [*others, OWN]), "EHCP")

        assert ids(results)[0] == "own"
        assert len(results.hits) == 6
        assert results.hits[1].score < results.hits[0].score * 0.7

    def test_a_hit_says_by_which_words_it_was_found(self, tmp_path: Path) -> None:
        results = ask(filled(tmp_path, [OWN, OTHER]), "EHCP")

        assert [dict(hit.matched) for hit in results.hits] == [
            {"EHCP": ("expertise",)},
            {"education, health and care plan": ("expertise",)},
        ]
        assert results.also == {"EHCP": ("education, health and care plan",)}

    def test_a_hit_knows_every_field_with_something_to_mark(self, tmp_path: Path) -> None:
        both = entry("both", "A care plan", expertise="EHCP", description=OTHER.text["expertise"])

        (hit,) = ask(filled(tmp_path, [both]), "EHCP").hits

        assert dict(hit.matched) == {"EHCP": ("expertise",)}
        assert set(hit.fields) == {"expertise", "description"}

    def test_words_in_a_row_are_found_by_the_acronym(self, tmp_path: Path) -> None:
        engine = filled(tmp_path, [OWN, OTHER])

        results = ask(engine, "education, health and care plan")

        assert ids(results) == ["other", "own"]
        assert results.matching is Matching.ALL

    def test_words_as_typed_are_asked_for_by_exact(self, tmp_path: Path) -> None:
        results = ask(filled(tmp_path, [OWN, OTHER]), "EHCP", exact=True)

        assert ids(results) == ["own"]
        assert not results.also

    def test_meanings_that_nobody_has_are_not_mentioned(self, tmp_path: Path) -> None:
        assert not ask(filled(tmp_path, [OWN]), "EHCP").also


class TestLongQuestions:
    def test_when_few_have_all_words_those_with_most_of_them_follow_and_it_is_said(
        self, tmp_path: Path
    ) -> None:
        names = ["Oak Elm Ash Yew", "Oak Elm Ash", "Oak Elm", "Oak"]
        engine = filled(tmp_path, [entry(name, name) for name in names])

        results = ask(engine, "oak elm ash yew")

        assert (ids(results), results.matching) == (names[:2], Matching.MOST)

    def test_when_enough_have_all_words_nobody_else_is_shown(self, tmp_path: Path) -> None:
        names = ["Oak Elm Ash", "Ash Elm Oak", "Elm Ash Oak", "Oak Elm"]
        results = ask(filled(tmp_path, [entry(name, name) for name in names]), "oak elm ash")

        assert (results.total, results.matching) == (3, Matching.ALL)


class TestMissingFields:
    def test_an_entry_without_a_field_does_not_spoil_the_scores_of_those_with_it(
        self, tmp_path: Path
    ) -> None:
        """Lapsed designations leave the field empty, and its length was no number."""
        engine = filled(tmp_path, [entry("a", "A", designations="Hub"), entry("b", "B")])

        assert [hit.score > 0 for hit in ask(engine, "hub").hits] == [True]


class TestNearest:
    def test_a_misspelt_word_has_a_near_one(self, tmp_path: Path) -> None:
        engine = filled(tmp_path, [entry("a", "Behaviour and safeguarding")])

        assert ask(engine, "behavour safegaurding").nearest == {
            "behavour": "behaviour",
            "safegaurding": "safeguarding",
        }

    def test_it_is_searched_for_and_said_but_not_when_the_words_are_meant_as_typed(
        self, tmp_path: Path
    ) -> None:
        engine = filled(tmp_path, [entry("a", "Behaviour"), entry("b", "Reading")])

        results = ask(engine, "behavour")

        assert ids(results) == ["a"]
        assert results.also == {"behavour": ("behaviour",)}
        assert ids(ask(engine, "behavour", exact=True)) == []

    def test_words_that_are_known_or_like_nothing_have_none(self, tmp_path: Path) -> None:
        engine = filled(tmp_path, [entry("a", "Behaviour and special educational needs")])

        assert not ask(engine, 'behaving SENDco xylophone MAT abc "behavour" the').nearest

    def test_a_word_that_only_a_removed_entry_had_is_not_given_away(self, tmp_path: Path) -> None:
        engine = filled(tmp_path, [entry("a", "Behaviour"), entry("b", "Reading")])
        with engine.writing() as writer:
            writer.remove("a")

        assert not ask(engine, "behavour").nearest


class TestMarked:
    def test_words_and_phrases_are_marked_as_the_search_finds_them(self) -> None:
        text = "Teachers & SENCos: special educational needs"

        mark = marker((pattern_of("teacher"), pattern_of("special educational needs")))

        assert mark(text) == (
            "<mark>Teachers</mark> &amp; SENCos: <mark>special educational needs</mark>"
        )

    @given(st.text(), st.text(max_size=8))
    def test_any_text_stays_what_it_was(self, text: str, words: str) -> None:
        patterns = tuple(pattern_of(word) for word in (words, text[:5]) if pattern_of(word))

        result = str(marker(patterns)(text))

        plain = result.replace("<mark>", "").replace("</mark>", "")
        assert unescape(plain) == text
        assert "<" not in plain
