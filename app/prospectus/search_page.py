"""The search page, ready to be drawn: filters with counts, chips, hits in words."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace

from app.core import clock
from app.core.paging import PER_PAGE, Page, page_number
from app.prospectus import queries
from app.prospectus.entry import EntrySummary, summary_of
from app.prospectus.facts import (
    AVAILABILITY_WORDS,
    KIND_WORDS,
    MODE_WORDS,
    PHASE_WORDS,
)
from app.prospectus.marks import Marked, marks_of
from app.prospectus.places import all_places
from app.prospectus.question import FACETS, SORT_KEYS, SORT_WORDS, Question
from app.prospectus.relaxations import Relaxation, relaxations
from app.prospectus.words_page import WordsPage, words_page
from app.search import find
from app.search.documents import FIELD_WEIGHTS
from app.search.engine import SearchUnavailableError
from app.search.query import Hit, Matching, SearchRequest, SearchResults

FIELD_WORDS = {
    "name": "name",
    "organisation": "school or organisation",
    "expertise": "expertise",
    "designations": "designations",
    "locality": "places",
    "description": "description",
}
Labels = dict[str, str]


@dataclass(frozen=True)
class Option:
    """One value of a facet with the number of entries that choosing it would show."""

    id: str
    value: str
    label: str
    count: int
    chosen: bool


@dataclass(frozen=True)
class OptionGroup:
    """Options below one heading; a facet with short lists has one group without a title."""

    title: str
    options: Sequence[Option]

    @property
    def chosen(self) -> int:
        return sum(option.chosen for option in self.options)


@dataclass(frozen=True)
class Facet:
    name: str
    title: str
    groups: Sequence[OptionGroup]

    @property
    def options(self) -> list[Option]:
        return [option for group in self.groups for option in group.options]

    @property
    def chosen(self) -> int:
        return sum(group.chosen for group in self.groups)


@dataclass(frozen=True)
class Chip:
    """A chosen filter and the address of the page without it."""

    facet: str
    label: str
    url: str


@dataclass(frozen=True)
class Found:
    """One hit: what the entry says in short, and why it is here."""

    entry: EntrySummary
    why: str
    marks: Marked


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
    words: WordsPage = field(default_factory=WordsPage)
    # when nobody was found: near questions that find somebody
    instead: Sequence[Relaxation] = ()

    @property
    def sorts(self) -> list[SortLink]:
        return [
            SortLink(words, self.question.sorted_by(sort).url, sort is self.question.sort)
            for sort, words in SORT_WORDS.items()
        ]

    def page_url(self, number: int) -> str:
        return self.question.on_page(number).url


def search_page(question: Question) -> SearchPage:
    try:
        return _answered(question)
    except SearchUnavailableError:
        page = queries.published_by_name(question.page)
        today = clock.today()
        summaries = [summary_of(provider, today) for provider in page.items]
        items = [Found(summary, "", marks_of(summary)) for summary in summaries]
        shown = Page(items, page.number, page.total, page.per_page)
        return SearchPage(question, shown, facets=(), chips=(), unavailable=True)


def _answered(question: Question) -> SearchPage:
    """Ask the index and load what its hits show; raises SearchUnavailableError."""
    headings = known_values()
    labels = {facet: _labels(groups) for facet, groups in headings.items()}
    asked = question.knowing(labels)
    results, number = _results(asked)
    words = words_page(asked, results)
    return SearchPage(
        question=asked.on_page(number),
        page=Page(_found(asked, results), number, results.total),
        facets=[
            _facet(name, groups, asked, results.facets.get(name, {}))
            for name, groups in headings.items()
        ],
        chips=list(_chips(asked, labels)),
        only_some_words=results.matching is Matching.SOME,
        words=words,
        instead=() if results.total else relaxations(asked, words, _count),
    )


def known_values() -> dict[str, Mapping[str, Labels]]:
    """Return for each facet its headings, and below each the values with their words."""
    flat: dict[str, Labels] = {
        "phase": {phase.value: words for phase, words in PHASE_WORDS.items()},
        "availability": {value.value: words for value, words in AVAILABILITY_WORDS.items()},
        "area": {place: place for place in all_places()},
        "mode": {mode.value: words for mode, words in MODE_WORDS.items()},
        "designation": {kind.code: kind.name for kind in queries.designation_types()},
        "kind": {kind.value: words for kind, words in KIND_WORDS.items()},
    }
    expertise = {
        group.name: {area.code: area.name for area in group.areas}
        for group in queries.expertise_groups()
    }
    return {facet: expertise if facet == "expertise" else {"": flat[facet]} for facet in FACETS}


def _labels(groups: Mapping[str, Labels]) -> Labels:
    return {value: label for values in groups.values() for value, label in values.items()}


def _results(question: Question) -> tuple[SearchResults, int]:
    """Return the results of the page asked for, or of the last page when that is too far."""
    number = page_number(question.page, total=PER_PAGE * 1_000_000)
    results = find(_request(question, number))
    there = page_number(question.page, results.total)
    if there != number:
        results = find(_request(question, there))
    return results, there


def _request(question: Question, number: int) -> SearchRequest:
    return SearchRequest(
        words=question.words,
        filters={facet: frozenset(values) for facet, values in question.chosen.items()},
        sort=SORT_KEYS[question.sort],
        offset=(number - 1) * PER_PAGE,
        limit=PER_PAGE,
        exact=question.exact,
    )


def _count(question: Question) -> int:
    return find(replace(_request(question, 1), limit=0)).total


def _found(question: Question, results: SearchResults) -> list[Found]:
    hits = {int(hit.id): hit for hit in results.hits}
    codes = question.chosen.get("expertise", ())
    today = clock.today()
    # the index may be some seconds behind, and what was unpublished in them must not be shown
    summaries = [
        summary_of(provider, today, codes, hits[provider.id].matched)
        for provider in queries.providers_by_ids(list(hits))
        if provider.is_public
    ]
    return [
        Found(one, why_matched(hits[one.provider.id]), marks_of(one, results.sought))
        for one in summaries
    ]


def why_matched(hit: Hit) -> str:
    """Say in which part of the entry each word was found: the part that counts most."""
    by_field: dict[str, list[str]] = {}
    for words, fields in hit.matched.items():
        if fields:
            by_field.setdefault(max(fields, key=FIELD_WEIGHTS.__getitem__), []).append(words)
    ordered = sorted(by_field, key=lambda name: -FIELD_WEIGHTS[name])
    return "; ".join(f"{', '.join(by_field[name])} in {FIELD_WORDS[name]}" for name in ordered)


def _facet(
    name: str, groups: Mapping[str, Labels], question: Question, counts: Mapping[str, int]
) -> Facet:
    return Facet(
        name,
        FACETS[name],
        [
            OptionGroup(
                title,
                [
                    Option(
                        id=f"{name}-{re.sub(r'[^a-z0-9]+', '-', value.lower())}",
                        value=value,
                        label=label,
                        count=counts.get(value, 0),
                        chosen=question.has(name, value),
                    )
                    for value, label in values.items()
                ],
            )
            for title, values in groups.items()
        ],
    )


def _chips(question: Question, labels: Mapping[str, Labels]) -> Iterator[Chip]:
    for facet in FACETS:
        for value in question.chosen.get(facet, ()):
            yield Chip(FACETS[facet], labels[facet][value], question.without(facet, value).url)
