"""What can be asked: a closed grammar of words, "phrases" and -not, and a request with filters."""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from typing import NamedTuple

from app.search.documents import ENTRIES

LONGEST_QUERY = 200
MOST_TERMS = 20
RELEVANCE = "relevance"
DISTANCE = "distance"

TIE_BREAK_EXPLANATION = (
    "Entries that match equally well are shown in a fixed order drawn by lot, "
    "so that nobody gains from the first letter of a name."
)

# at each place any one of the tokens, as the analysis makes them
Pattern = tuple[tuple[str, ...], ...]

# a hyphen excludes only at the start of a word, so that "school-to-school" stays three words
_PART = re.compile(
    r"""(?<!\S)(?P<minus>-)?"(?P<phrase>[^"]*)"|(?<!\S)-(?P<excluded>\w\S*)|(?P<word>\S+)"""
)


@dataclass(frozen=True)
class Part:
    """Neighbouring plain words, or one phrase in quotation marks; perhaps to be left out."""

    text: str
    phrase: bool = False
    excluded: bool = False


def parse(typed: str) -> tuple[Part, ...]:
    """Read what somebody typed; whatever it is, there is a reading and never an error."""
    parts: list[Part] = []
    words: list[str] = []

    def close_words() -> None:
        if words:
            parts.append(Part(" ".join(words)))
            words.clear()

    for found in _PART.finditer(straightened(typed)[:LONGEST_QUERY]):
        if found["word"]:
            words.append(found["word"])
            continue
        close_words()
        if found["excluded"]:
            parts.append(Part(found["excluded"], excluded=True))
        else:
            parts.append(Part(found["phrase"], phrase=True, excluded=bool(found["minus"])))
    close_words()
    return tuple(part for part in parts if re.search(r"\w", part.text))


def straightened(typed: str) -> str:
    """Make typographic quotation marks and dashes the plain ones that the grammar knows."""
    return typed.translate(
        {
            0x201C: '"',
            0x201D: '"',
            0x201E: '"',
            0x2018: "'",
            0x2019: "'",
            0x2212: "-",
        }
    )


@dataclass(frozen=True)
class SearchRequest:
    """One question.

    Values within a facet widen, facets narrow together. `sort` is `RELEVANCE` or a sort key of the
    documents, with a leading "-" for descending; a key that nobody has leaves the tie-break order.
    `near` is a latitude and a longitude; `DISTANCE` puts the nearest first, where it is given.
    `exact` asks for the words as typed, without the sector's other words for them.
    `collection` says among which documents; none stands in two.
    """

    words: str = ""
    filters: Mapping[str, frozenset[str]] = field(default_factory=dict)
    sort: str = RELEVANCE
    offset: int = 0
    limit: int = 20
    near: tuple[float, float] | None = None
    exact: bool = False
    collection: str = ENTRIES


class Matching(StrEnum):
    """How many of the words the entries found have."""

    ALL = "all"
    MOST = "most"
    SOME = "some"


class Hit(NamedTuple):
    """One entry found; `matched` says for each word in which fields it was found.

    Words are as typed, or, where the entry has none of these, other words that were searched for.
    `fields` are those with anything in them that is to be marked.
    `miles` is the distance from where the question was near; None where either is not known.
    """

    id: str
    score: float
    matched: Mapping[str, tuple[str, ...]]
    fields: Collection[str] = ()
    miles: float | None = None


@dataclass(frozen=True)
class SearchResults:
    """A page of hits, with what was found in all.

    `facets` counts, for each facet, the entries a person would see with just that value chosen in
    it: all other facets' filters apply, its own does not. Values that nothing has now count 0.
    `matching` is MOST when so few have all the words that others with most of them are shown, too,
    SOME when no entry has all the words and those with the most of them are shown.
    `also` has the other words that were searched for with success, by the words typed; `unclear`
    the words with several meanings, none of which was searched for; `nearest` a word that somebody
    has for each typed one that nobody has; `sought` what is to be marked in a text.
    """

    hits: tuple[Hit, ...]
    total: int
    facets: Mapping[str, Mapping[str, int]]
    matching: Matching = Matching.ALL
    also: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    unclear: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    nearest: Mapping[str, str] = field(default_factory=dict)
    sought: tuple[Pattern, ...] = ()
