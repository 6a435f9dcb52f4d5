"""Moves one row of an ordered list up or down."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol, TypeVar

if TYPE_CHECKING:
    from collections.abc import Sequence

STEP = 10


class HasPosition(Protocol):
    position: int


T = TypeVar("T", bound=HasPosition)


def exchange(rows: Sequence[T], one: T, other: T) -> None:
    """Let the two change places, and number all rows afresh in their order."""
    places = {id(one): other, id(other): one}
    for number, row in enumerate(rows, start=1):
        places.get(id(row), row).position = number * STEP


def neighbour(rows: Sequence[T], one: T, *, up: bool) -> T | None:
    """Return the row that `one` changes places with; None at the end of the list."""
    if one not in rows:
        return None
    place = rows.index(one) + (-1 if up else 1)
    return rows[place] if 0 <= place < len(rows) else None
