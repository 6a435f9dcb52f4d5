"""The catalogue, ready to be drawn: courses found, filters with counts, chips."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from flask import url_for

from app.core.paging import PER_PAGE, Page, Whole, page_number
from app.governance.strands import strands
from app.governance.training.documents import COLLECTION, number_of
from app.governance.training.facts import AUDIENCE_WORDS, LEVEL_WORDS, MODE_WORDS, Audience
from app.governance.training.page import next_session, next_words, session_state
from app.governance.training.queries.catalogue import courses_by_id, courses_by_title
from app.governance.training.question import FACETS, SORT_KEYS, SORT_WORDS, Question, Sort
from app.search import find
from app.search.engine import SearchUnavailableError
from app.search.query import Matching, SearchRequest, SearchResults

if TYPE_CHECKING:
    from app.core.paging import PageAsked
    from app.governance.training.models import TrainingCourse

HEADER = ("Code", "Course", "For whom", "Level", "How", "Next session", "Places left")
# of a file: no catalogue is longer
MOST_IN_A_FILE = 10_000


@dataclass(frozen=True)
class Option:
    id: str
    value: str
    label: str
    count: int
    chosen: bool


@dataclass(frozen=True)
class Facet:
    name: str
    title: str
    options: Sequence[Option]


@dataclass(frozen=True)
class Chip:
    facet: str
    label: str
    url: str


@dataclass(frozen=True)
class Found:
    code: str
    title: str
    href: str
    about: str
    covers: str
    next: str
    # of the next session, and the tone of its tag
    state: str
    tone: str


@dataclass(frozen=True)
class CataloguePage:
    question: Question
    page: Page[TrainingCourse]
    courses: Sequence[Found]
    facets: Sequence[Facet] = ()
    chips: Sequence[Chip] = ()
    # other words that were searched for, by those typed
    also: Mapping[str, Sequence[str]] | None = None
    # for a word that no course has, the nearest that one has
    nearest: Mapping[str, str] | None = None
    only_some_words: bool = False
    unavailable: bool = False

    @property
    def sorts(self) -> list[tuple[str, str, bool]]:
        return [
            (words, self.question.sorted_by(sort).url, sort is self.question.order)
            for sort, words in SORT_WORDS.items()
            if sort is not Sort.RELEVANCE or self.question.words
        ]

    def page_url(self, number: int) -> str:
        return self.question.on_page(number).url


def catalogue_page(question: Question, asked: PageAsked) -> CataloguePage:
    """Answer from the index; when it cannot be read, all courses by title."""
    try:
        results = find(_request(question, 1, asked))
        number = page_number(None if isinstance(asked, Whole) else asked, results.total)
        if number > 1:
            results = find(_request(question, number, asked))
    except SearchUnavailableError:
        courses = courses_by_title()
        page = Page(courses, 1, len(courses), max(len(courses), 1))
        return CataloguePage(question, page, list(map(found, courses)), unavailable=True)
    ids = [number_of(hit.id) for hit in results.hits]
    # the index may be some seconds behind
    known = courses_by_id(ids)
    courses = [known[number] for number in ids if number in known]
    labels = _labels(results.facets, question)
    return CataloguePage(
        question,
        Page(courses, number, results.total),
        list(map(found, courses)),
        facets=_facets(results, question, labels),
        chips=[
            Chip(FACETS[facet], labels[facet].get(value, value), question.without(facet, value).url)
            for facet, values in question.chosen.items()
            for value in values
        ],
        also={
            typed: others for typed, others in results.also.items() if typed not in results.nearest
        },
        nearest=results.nearest,
        only_some_words=results.matching is not Matching.ALL and results.total > 0,
    )


def _request(question: Question, number: int, asked: PageAsked) -> SearchRequest:
    whole = isinstance(asked, Whole)
    return SearchRequest(
        words=question.words,
        filters={facet: frozenset(values) for facet, values in question.chosen.items()},
        sort=SORT_KEYS[question.order],
        offset=0 if whole else (number - 1) * PER_PAGE,
        limit=MOST_IN_A_FILE if whole else PER_PAGE,
        collection=COLLECTION,
    )


def found(course: TrainingCourse) -> Found:
    audiences = ", ".join(AUDIENCE_WORDS[Audience(one)] for one in course.audiences)
    session = next_session(course)
    return Found(
        course.code,
        course.title,
        url_for("training.course", code=course.code),
        f"{MODE_WORDS[course.mode]} · {audiences} · {LEVEL_WORDS[course.level]}",
        course.covers,
        next_words(course),
        *(session_state(session) if session else ("", "neutral")),
    )


def export_row(course: TrainingCourse) -> list[object]:
    session = next_session(course)
    return [
        course.code,
        course.title,
        ", ".join(AUDIENCE_WORDS[Audience(one)] for one in course.audiences),
        LEVEL_WORDS[course.level],
        MODE_WORDS[course.mode],
        session.day if session else None,
        session.free if session else None,
    ]


def _labels(
    counts: Mapping[str, Mapping[str, int]], question: Question
) -> Mapping[str, Mapping[str, str]]:
    """Return the words of each value, in the order in which the page offers them."""
    months = sorted({*counts.get("month", {}), *question.chosen.get("month", ())})
    places = sorted({*counts.get("place", {}), *question.chosen.get("place", ())})
    return {
        "month": {month: month_words(month) for month in months},
        "mode": {mode.value: words for mode, words in MODE_WORDS.items()},
        "audience": {one.value: words for one, words in AUDIENCE_WORDS.items()},
        "strand": {area.code: area.name for area in strands()},
        "level": {level.value: words for level, words in LEVEL_WORDS.items()},
        "place": {place: place for place in places},
    }


def month_words(month: str) -> str:
    """Return "January 2027" for 2027-01; what is no month stays as it is."""
    try:
        return f"{date.fromisoformat(f'{month}-01'):%B %Y}"
    except ValueError:
        return month


def _facets(
    results: SearchResults, question: Question, labels: Mapping[str, Mapping[str, str]]
) -> list[Facet]:
    facets = []
    for name, title in FACETS.items():
        counts, chosen = results.facets.get(name, {}), question.chosen.get(name, ())
        options = [
            Option(_id_of(name, value), value, label, counts.get(value, 0), value in chosen)
            for value, label in labels[name].items()
            if value in counts or value in chosen
        ]
        if options:
            facets.append(Facet(name, title, options))
    return facets


def _id_of(facet: str, value: str) -> str:
    return f"{facet}-{re.sub(r'[^a-z0-9]+', '-', value.lower())}"
