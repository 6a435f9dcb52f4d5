"""A chart of horizontal bars: each with its words and its number, so that no colour is needed.

Coordinates are SVG units from the top left; the template only draws.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

WIDTH = 340
# a bar of the greatest number leaves room for the number beside it
LONGEST = 280
ROW = 44
TEXT = 15


@dataclass(frozen=True)
class Bar:
    words: str
    number: int
    words_y: int
    top: int
    length: float

    @property
    def number_x(self) -> float:
        return self.length + 8


@dataclass(frozen=True)
class BarChart:
    summary: str
    bars: tuple[Bar, ...]
    width: int = WIDTH
    text_size: int = TEXT

    @property
    def height(self) -> int:
        return len(self.bars) * ROW


def bar_chart(summary: str, rows: Sequence[tuple[str, int]]) -> BarChart | None:
    """Return the chart; None where every number is 0, for there is nothing to draw."""
    most = max((number for _words, number in rows), default=0)
    if most == 0:
        return None
    bars = [
        Bar(words, number, place * ROW + TEXT, place * ROW + TEXT + 5, LONGEST * number / most)
        for place, (words, number) in enumerate(rows)
    ]
    return BarChart(summary, tuple(bars))
