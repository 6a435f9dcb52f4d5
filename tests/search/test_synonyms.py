"""The sector's other words: what is read from the tables, and which words are widened by them."""

from __future__ import annotations

import pytest

from app.search.analysis import pattern_of, typed_terms
from app.search.query import parse
from app.search.synonyms import Widened, read, rows, widened


def asked(words: str) -> Widened:
    return widened(typed_terms(parse(words)))


def meanings(words: str) -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    for term in asked(words).terms:
        for meaning in term.meanings:
            shown = found.setdefault(meaning.instead_of, [])
            if meaning.shown not in shown:
                shown.append(meaning.shown)
    return found


class TestTables:
    @pytest.mark.parametrize("table", ["synonyms", "ambiguous"])
    def test_every_row_is_whole_with_its_source_and_without_remarks(self, table: str) -> None:
        for row in rows(table):
            assert row["term"], row
            assert row["source"], row
            assert all(meaning.strip() for meaning in row["meanings"].split(";")), row
            assert "(" not in row["term"] + row["meanings"], row

    def test_no_term_stands_twice(self) -> None:
        terms = [
            row["term"].casefold() for table in ("synonyms", "ambiguous") for row in rows(table)
        ]

        assert len(terms) == len(set(terms))

    def test_no_term_means_itself(self) -> None:
        for entry in read():
            assert entry.meanings
            assert entry.pattern not in {pattern_of(words) for words in entry.meanings}

    def test_what_is_unclear_has_several_meanings_and_none_is_applied(self) -> None:
        for row in rows("ambiguous"):
            result = asked(row["term"])

            assert len(result.unclear[row["term"]]) > 1
            assert not any(term.meanings for term in result.terms)


class TestWidened:
    @pytest.mark.parametrize("words", ["EHCP", "ehcp", "E.H.C.P.", "EHCPs"])
    def test_it_does_not_matter_how_a_term_is_written(self, words: str) -> None:
        assert [*meanings(words).values()] == [["education, health and care plan"]]

    def test_the_longest_term_counts_and_all_its_meanings(self) -> None:
        assert meanings("deputy middle leaders") == {
            "middle leaders": ["head of department", "head of year", "phase leader"]
        }

    def test_what_an_acronym_stands_for_means_the_acronym(self) -> None:
        assert meanings("an education, health and care plan please") == {
            "education health and care plan": ["EHCP"]
        }

    def test_a_phrase_and_an_excluded_word_are_taken_as_typed(self) -> None:
        assert meanings('"EHCP" -SEN') == {}

    def test_ordinary_words_are_never_taken_for_acronyms(self) -> None:
        assert meanings("ARE")["ARE"] == ["age-related expectations"]
        assert meanings("are we to add this") == {}
        assert "are" not in asked("what are we to add").unclear

    def test_small_letters_that_may_be_an_acronym_are_offered(self) -> None:
        assert asked("send lead").unclear == {
            "send": ("special educational needs and disabilities", "SEN")
        }
