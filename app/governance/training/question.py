"""What is asked of the catalogue, as it stands in the address of the page."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from enum import StrEnum
from typing import Any

from flask import url_for
from werkzeug.datastructures import MultiDict

from app.search.query import LONGEST_QUERY, RELEVANCE

# in the order in which the page offers them
FACETS: Mapping[str, str] = {
    "month": "When",
    "mode": "How",
    "audience": "For whom",
    "strand": "About",
    "level": "Level",
    "place": "Where",
}
_MOST_VALUES = 50
_LONGEST_VALUE = 200


class Sort(StrEnum):
    NEXT = "next"
    RELEVANCE = "relevance"
    TITLE = "title"


SORT_WORDS = {Sort.NEXT: "Next session", Sort.RELEVANCE: "Best match", Sort.TITLE: "Title"}
SORT_KEYS = {Sort.NEXT: "next", Sort.RELEVANCE: RELEVANCE, Sort.TITLE: "title"}


@dataclass(frozen=True)
class Question:
    """Words, the values chosen in each facet, an order and a page."""

    words: str = ""
    chosen: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    # None: the next session first, or the best match where words are given
    sort: Sort | None = None
    page: str | None = None

    @classmethod
    def from_address(cls, args: MultiDict[str, str]) -> Question:
        """Read a query string; there is a reading of everything, and never an error."""
        sort = args.get("sort", "")
        chosen = {facet: _values(args.getlist(facet)) for facet in FACETS}
        return cls(
            words=_plain(args.get("q", ""))[:LONGEST_QUERY].rstrip(),
            chosen={facet: values for facet, values in chosen.items() if values},
            sort=Sort(sort) if sort in set(Sort) else None,
            page=args.get("page") or None,
        )

    @property
    def order(self) -> Sort:
        return self.sort or (Sort.RELEVANCE if self.words else Sort.NEXT)

    def without(self, facet: str, value: str) -> Question:
        rest = tuple(other for other in self.chosen.get(facet, ()) if other != value)
        chosen = {**self.chosen, facet: rest}
        return replace(self, chosen={f: v for f, v in chosen.items() if v}, page=None)

    def sorted_by(self, sort: Sort) -> Question:
        return replace(self, sort=sort, page=None)

    def on_page(self, number: int) -> Question:
        return replace(self, page=str(number) if number > 1 else None)

    @property
    def url(self) -> str:
        """Return the shortest address that asks this."""
        sort = self.sort.value if self.sort else None
        return url_for("training.index", **self._asked(), sort=sort, page=self.page)

    def file_url(self, form: str) -> str:
        return url_for("training.index", **self._asked(), format=form)

    def _asked(self) -> dict[str, Any]:
        return {
            "q": self.words or None,
            **{facet: list(values) for facet, values in self.chosen.items()},
        }


def _values(given: list[str]) -> tuple[str, ...]:
    plain = (_plain(value)[:_LONGEST_VALUE] for value in given[:_MOST_VALUES])
    return tuple(dict.fromkeys(value for value in plain if value))


def _plain(text: str) -> str:
    """Return the text in one line without characters that cannot be printed."""
    return " ".join("".join(c if c.isprintable() else " " for c in text).split())
