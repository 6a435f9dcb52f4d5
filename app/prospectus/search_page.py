"""The search page, ready to be drawn: filters with counts, chips, hits in words."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass, field, replace
from functools import cached_property

from app.core import clock
from app.core.paging import PER_PAGE, Page, page_number
from app.prospectus import queries
from app.prospectus.entry import summary_for, summary_of
from app.prospectus.facets import Chip, Facet, chips_of, facet_of
from app.prospectus.fit import fit_notes
from app.prospectus.hits import DrawnFrom, Found, shown, why_matched
from app.prospectus.listed import listed
from app.prospectus.names import known_names
from app.prospectus.nearness import NOWHERE, Nearness, distance_words, miles_to, nearness_of
from app.prospectus.question import SORT_KEYS, SORT_WORDS, Question, Sort
from app.prospectus.reader import VISITOR, Reader
from app.prospectus.relaxations import Relaxation, relaxations
from app.prospectus.words_page import WordsPage, words_page
from app.search import find
from app.search.engine import SearchUnavailableError
from app.search.query import Matching, SearchRequest, SearchResults


@dataclass(frozen=True)
class SortLink:
    words: str
    url: str
    current: bool


@dataclass(frozen=True)
class SearchPage:
    question: Question
    page: Page[Found]
    facets: Sequence[Facet]
    chips: Sequence[Chip]
    # no entry has all the words; these have the most of them
    only_some_words: bool = False
    # the index cannot be read: everybody by name, whatever was asked
    unavailable: bool = False
    near: Nearness = NOWHERE
    words: WordsPage = field(default_factory=WordsPage)
    # when nobody was found: near questions that find somebody
    instead: Sequence[Relaxation] = ()
    # areas and designations by name
    suggestions: tuple[str, ...] = ()

    @property
    def fits_badly(self) -> bool:
        """Tell whether the prospectus has nothing for all the words."""
        return not self.unavailable and (self.only_some_words or not self.page.total)

    def drawn_from(self, kept: Collection[int]) -> Iterator[DrawnFrom]:
        return (one.drawn_from(kept) for one in self.page.items)

    @property
    def sorts(self) -> list[SortLink]:
        return [
            SortLink(words, self.question.sorted_by(sort).url, sort is self.question.sort)
            for sort, words in SORT_WORDS.items()
            if sort is not Sort.DISTANCE or self.near.point
        ]

    def page_url(self, number: int) -> str:
        return f"{self._first_page}page={number}" if number > 1 else self.question.on_page(1).url

    @cached_property
    def _first_page(self) -> str:
        """Return the address to which a page's number is added."""
        return self.question.on_page(1).open_url


def search_page(question: Question, reader: Reader = VISITOR) -> SearchPage:
    question, near = _placed(question, reader)
    try:
        return _answered(question, near, reader)
    except SearchUnavailableError:
        page = queries.published_by_name(question.page)
        entries, today = listed(page.items), clock.today()
        notes = fit_notes(entries, reader, today)
        items = [
            shown(summary_of(one, today), notes, distance_words(miles_to(one.host, near)))
            for one in entries
        ]
        everybody = Page(items, page.number, page.total, page.per_page)
        return SearchPage(question, everybody, facets=(), chips=(), unavailable=True, near=near)


def whole_result(question: Question, reader: Reader, most: int) -> SearchPage:
    """Return the best `most` hits on one page; raises SearchUnavailableError."""
    question, near = _placed(question, reader)
    return _answered(question.on_page(1), near, reader, per_page=most)


def _placed(question: Question, reader: Reader) -> tuple[Question, Nearness]:
    """Return from where distances count; without such a place nothing is sorted by distance."""
    near = nearness_of(question.near, reader)
    if near.point is None and question.sort is Sort.DISTANCE:
        question = replace(question, sort=Sort.RELEVANCE)
    return question, near


def _answered(
    question: Question, near: Nearness, reader: Reader, per_page: int = PER_PAGE
) -> SearchPage:
    """Ask the index and load what its hits show; raises SearchUnavailableError."""
    names = known_names()
    asked = question.knowing(names.labels)
    results, number = _results(asked, near, per_page)
    words = words_page(asked, results)
    return SearchPage(
        question=asked.on_page(number),
        page=Page(_found(asked, results, reader), number, results.total, per_page),
        facets=[
            facet_of(name, headings, asked, results.facets.get(name, {}))
            for name, headings in names.headings.items()
        ],
        chips=list(chips_of(asked, names.labels, near)),
        only_some_words=results.matching is Matching.SOME,
        near=near,
        words=words,
        instead=() if results.total else relaxations(asked, words, _count),
        suggestions=names.suggestions,
    )


def _results(question: Question, near: Nearness, per_page: int) -> tuple[SearchResults, int]:
    """Return the results of the page asked for, or of the last page when that is too far."""
    number = page_number(question.page, total=PER_PAGE * 1_000_000)
    results = find(_request(question, number, near, per_page))
    there = page_number(question.page, results.total, per_page)
    if there != number:
        results = find(_request(question, there, near, per_page))
    return results, there


def _request(question: Question, number: int, near: Nearness, per_page: int) -> SearchRequest:
    return SearchRequest(
        words=question.words,
        filters={facet: frozenset(values) for facet, values in question.chosen.items()},
        sort=SORT_KEYS[question.sort],
        offset=(number - 1) * per_page,
        limit=per_page,
        near=near.point,
        exact=question.exact,
    )


def _count(question: Question) -> int:
    return find(_request(question, 1, NOWHERE, 0)).total


def _found(question: Question, results: SearchResults, reader: Reader) -> list[Found]:
    hits = {int(hit.id): hit for hit in results.hits}
    codes = question.chosen.get("expertise", ())
    today = clock.today()
    # the index may be some seconds behind: what was unpublished in them is not among the listed
    entries = listed(list(hits))
    notes = fit_notes(entries, reader, today)
    found = [(entry, hits[entry.id]) for entry in entries]
    return [
        shown(
            summary_for(entry, today, codes, hit.matched),
            notes,
            distance_words(hit.miles),
            why_matched(hit),
            results.sought,
            hit.fields,
        )
        for entry, hit in found
    ]
