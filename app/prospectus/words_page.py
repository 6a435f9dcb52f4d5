"""What the search page says about the words: which others were searched for, which are unclear."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from app.prospectus.question import Question
from app.search.query import Matching, SearchResults, straightened


@dataclass(frozen=True)
class Choice:
    """A question that can be asked instead, as a link."""

    words: str
    url: str


@dataclass(frozen=True)
class Unclear:
    """A word with several meanings; nothing is assumed, so each is a link."""

    typed: str
    meanings: Sequence[Choice]


@dataclass(frozen=True)
class WordsPage:
    """All that the page says about the words; empty where there is nothing to say."""

    also: str = ""
    exact_url: str = ""
    wider_url: str = ""
    unclear: Sequence[Unclear] = ()
    suggestion: Choice | None = None
    # few entries have all the words, so those with most of them are there, too
    has_most: bool = False


def words_page(question: Question, results: SearchResults) -> WordsPage:
    also = dict.fromkeys(words for meanings in results.also.values() for words in meanings)
    return WordsPage(
        also="; ".join(also),
        exact_url=question.as_typed().url if also else "",
        wider_url=question.in_other_words_too().url if question.exact else "",
        unclear=[
            Unclear(typed, [_instead(question, typed, words) for words in meanings])
            for typed, meanings in results.unclear.items()
        ],
        suggestion=suggestion(question, results),
        has_most=results.matching is Matching.MOST,
    )


def suggestion(question: Question, results: SearchResults) -> Choice | None:
    """Offer the words with those that nobody has replaced by the nearest that somebody has."""
    words = question.words
    for typed, nearest in results.nearest.items():
        words = replaced(words, typed, nearest)
    if words == question.words:
        return None
    return Choice(words, question.with_words(words).url)


def _instead(question: Question, typed: str, words: str) -> Choice:
    return Choice(words, question.with_words(replaced(question.words, typed, words)).url)


def replaced(words: str, typed: str, other: str) -> str:
    """Put other words in the place of what was typed, and nothing into the middle of a word."""
    there = re.compile(rf"(?<!\w){re.escape(typed)}(?!\w)")
    return there.sub(lambda _found: other, straightened(words), count=1)
