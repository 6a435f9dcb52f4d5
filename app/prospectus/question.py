"""What is asked of the prospectus, as it stands in the address of the page."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from enum import StrEnum
from functools import lru_cache
from urllib.parse import urlencode

from flask import url_for
from werkzeug.datastructures import MultiDict

from app.search.query import DISTANCE, LONGEST_QUERY, RELEVANCE

# in the order in which the page offers them
FACETS: Mapping[str, str] = {
    "phase": "Phase",
    "expertise": "Expertise",
    "availability": "Availability",
    "area": "Area served",
    "mode": "How they work",
    "designation": "Designation",
    "kind": "Who provides it",
}
_MOST_VALUES = 100
_LONGEST_VALUE = 80
_LONGEST_NEAR = 20
# as url_for leaves them
_PLAIN_IN_A_QUERY = "!$'()*,/:;?@"


class Sort(StrEnum):
    RELEVANCE = "relevance"
    DISTANCE = "distance"
    NAME = "name"
    CONFIRMED = "confirmed"


SORT_WORDS = {
    Sort.RELEVANCE: "Best match",
    Sort.DISTANCE: "Distance",
    Sort.NAME: "Name",
    Sort.CONFIRMED: "Recently confirmed",
}
# how the search calls the order: the latest confirmation first
SORT_KEYS = {
    Sort.RELEVANCE: RELEVANCE,
    Sort.DISTANCE: DISTANCE,
    Sort.NAME: "name",
    Sort.CONFIRMED: "-confirmed",
}


@dataclass(frozen=True)
class Question:
    """Words, the values chosen in each facet, a place to be near, an order and a page."""

    words: str = ""
    chosen: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    sort: Sort = Sort.RELEVANCE
    page: str | None = None
    # a postcode, "school" for the reader's only one, or the URN of one of theirs
    near: str = ""
    # the words as typed, without the sector's other words for them
    exact: bool = False
    # something in the address was left out, and the page should say so
    shortened: bool = False
    has_unknown: bool = False

    @classmethod
    def from_address(cls, args: MultiDict[str, str]) -> Question:
        """Read a query string; there is a reading of everything, and never an error."""
        typed = _plain(args.get("q", ""))
        sort = args.get("sort", "")
        chosen = {facet: _values(args.getlist(facet)) for facet in FACETS}
        return cls(
            words=typed[:LONGEST_QUERY].rstrip(),
            chosen={facet: values for facet, values in chosen.items() if values},
            sort=Sort(sort) if sort in set(Sort) else Sort.RELEVANCE,
            page=args.get("page") or None,
            # the box, and then the school that is kept while the box is empty
            near=next(iter(_values(args.getlist("near"))), "")[:_LONGEST_NEAR].rstrip(),
            exact=bool(typed) and args.get("exact") == "1",
            shortened=len(typed) > LONGEST_QUERY,
        )

    @property
    def is_filtered(self) -> bool:
        return bool(self.chosen)

    def has(self, facet: str, value: str) -> bool:
        return value in self.chosen.get(facet, ())

    def knowing(self, known: Mapping[str, Mapping[str, str]]) -> Question:
        """Return the question without values that the prospectus does not have."""
        chosen = {
            facet: tuple(value for value in values if value in known.get(facet, {}))
            for facet, values in self.chosen.items()
        }
        if chosen == self.chosen:
            return self
        known_alone = {facet: values for facet, values in chosen.items() if values}
        return replace(self, chosen=known_alone, has_unknown=True)

    def without(self, facet: str, value: str) -> Question:
        rest = tuple(other for other in self.chosen[facet] if other != value)
        chosen = {**self.chosen, facet: rest}
        return replace(self, chosen={f: v for f, v in chosen.items() if v}, page=None)

    def without_filters(self) -> Question:
        return replace(self, chosen={}, near="", page=None)

    def without_facet(self, facet: str) -> Question:
        chosen = {f: values for f, values in self.chosen.items() if f != facet}
        return replace(self, chosen=chosen, page=None)

    def without_words(self) -> Question:
        return replace(self, words="", exact=False, page=None)

    def with_words(self, words: str) -> Question:
        return replace(self, words=words[:LONGEST_QUERY].rstrip(), page=None)

    def as_typed(self) -> Question:
        return replace(self, exact=True, page=None)

    def in_other_words_too(self) -> Question:
        return replace(self, exact=False, page=None)

    def near_to(self, place: str) -> Question:
        return replace(self, near=place, page=None)

    def sorted_by(self, sort: Sort) -> Question:
        return replace(self, sort=sort, page=None)

    def on_page(self, number: int) -> Question:
        page = str(number) if number > 1 else None
        return self if page == self.page else replace(self, page=page)

    @property
    def url(self) -> str:
        """Return the shortest address that asks this."""
        asked = (
            ("q", self.words),
            *((facet, value) for facet, values in self.chosen.items() for value in values),
            ("near", self.near),
            ("sort", "" if self.sort is Sort.RELEVANCE else self.sort.value),
            ("exact", "1" if self.exact else ""),
            ("page", self.page or ""),
        )
        query = "&".join([_asking(name, value) for name, value in asked if value])
        path = url_for("prospectus.search")
        return f"{path}?{query}" if query else path

    @property
    def open_url(self) -> str:
        """Return the address, ready for one more name and its value."""
        url = self.url
        return f"{url}{'&' if '?' in url else '?'}"


@lru_cache(maxsize=2_000)
def _asking(name: str, value: str) -> str:
    """Return a part of an address; the dozen on a page of results share most of theirs."""
    return urlencode({name: value}, safe=_PLAIN_IN_A_QUERY)


def _values(given: list[str]) -> tuple[str, ...]:
    plain = (_plain(value)[:_LONGEST_VALUE] for value in given[:_MOST_VALUES])
    return tuple(dict.fromkeys(value for value in plain if value))


def _plain(text: str) -> str:
    """Return the text in one line without characters that cannot be printed."""
    if not text.isprintable():
        text = "".join(c if c.isprintable() else " " for c in text)
    return " ".join(text.split())
