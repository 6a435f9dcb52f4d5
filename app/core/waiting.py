"""One thing that waits, for the home page: every feature tells its own, the page sorts them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from app.core import clock

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date


@dataclass(frozen=True)
class Place:
    """A list that holds all things of a kind, by the word its link has in a sentence."""

    words: str
    href: str


@dataclass(frozen=True)
class Item:
    """One thing that waits, with the page on which it is done, and where all of its kind stand."""

    title: str
    detail: str
    href: str
    sentence: str
    due_on: date | None
    mine: bool
    place: Place

    @property
    def overdue(self) -> bool:
        return self.mine and self.due_on is not None and self.due_on < clock.today()


def most_urgent_first(items: Iterable[Item]) -> list[Item]:
    far = clock.today().max
    return sorted(items, key=lambda i: (not i.mine, i.due_on or far, i.title, i.detail))
