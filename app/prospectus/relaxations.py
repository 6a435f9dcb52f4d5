"""What to ask instead when nobody was found, and how many each would find."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from app.prospectus.question import FACETS, Question
from app.prospectus.words_page import WordsPage

# each meaning costs a look into the index
MOST_UNCLEAR = 2


@dataclass(frozen=True)
class Relaxation:
    """A question that finds somebody, as a link in words."""

    words: str
    url: str
    count: int


def relaxations(
    question: Question, page: WordsPage, count: Callable[[Question], int]
) -> Sequence[Relaxation]:
    """Return the questions near this one that find somebody, the nearest first."""
    offered: dict[str, tuple[str, Question]] = {}
    for words, asked in _near(question, page):
        offered.setdefault(asked.url, (words, asked))
    counted = [(words, asked, count(asked)) for words, asked in offered.values()]
    return [Relaxation(words, asked.url, many) for words, asked, many in counted if many]


def _near(question: Question, page: WordsPage) -> Iterator[tuple[str, Question]]:
    if page.suggestion:
        yield f"Search for “{page.suggestion.words}”", question.with_words(page.suggestion.words)
    if question.exact:
        yield "Search for other words with the same meaning, too", question.in_other_words_too()
    for unclear in page.unclear[:MOST_UNCLEAR]:
        for meaning in unclear.meanings:
            yield f"Search for “{meaning.words}”", question.with_words(meaning.words)
    if '"' in question.words:
        loose = question.with_words(" ".join(question.words.replace('"', " ").split()))
        yield "Search without the quotation marks", loose
    if len(question.chosen) > 1:
        for facet in question.chosen:
            title = FACETS[facet]
            yield f"Leave out “{title}” and keep the rest", question.without_facet(facet)
    if question.is_filtered:
        yield "Search without the filters", question.without_filters()
    if question.words and question.is_filtered:
        yield "Leave out the words and keep the filters", question.without_words()
    yield "See everybody in the prospectus", question.without_words().without_filters()
