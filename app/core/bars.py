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
LONGEST = 260
ROW = 44
TEXT = 15


@dataclass(frozen=True)
class Bar:
    """`frame` is as long as all of which `length` shows a part; it equals it where all is shown."""

    words: str
    number: str
    words_y: int
    top: int
    length: float
    frame: float

    @property
    def number_x(self) -> float:
        return self.frame + 8


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
    return _chart(summary, [(words, number, number, str(number)) for words, number in rows])


def part_chart(summary: str, rows: Sequence[tuple[str, int, int]]) -> BarChart | None:
    """Return a chart of parts within their wholes, rows of (words, part, whole)."""
    return _chart(summary, [(w, part, whole, f"{part} of {whole}") for w, part, whole in rows])


def _chart(summary: str, rows: Sequence[tuple[str, int, int, str]]) -> BarChart | None:
    most = max((whole for _words, _part, whole, _said in rows), default=0)
    if most == 0:
        return None
    bars = [
        Bar(
            words,
            said,
            words_y=place * ROW + TEXT,
            top=place * ROW + TEXT + 5,
            length=LONGEST * part / most,
            frame=LONGEST * whole / most,
        )
        for place, (words, part, whole, said) in enumerate(rows)
    ]
    return BarChart(summary, tuple(bars))
