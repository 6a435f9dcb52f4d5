"""Where every mark of a chart of progress goes.

Two drawings of the same facts, because letters in an SVG shrink with it: one for a phone, one for
a desk. Coordinates are SVG units from the top left; the template only draws.
"""

from __future__ import annotations

from dataclasses import dataclass
from math import floor, log10
from typing import TYPE_CHECKING

from app.core.measure_words import MINUS, value_words

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from datetime import date
    from decimal import Decimal

MONTHS_BETWEEN_TICKS = (1, 2, 3, 4, 6, 12, 24, 60)
MONTHS_A_YEAR = 12
ABOVE_OR_BELOW = 10
DIGIT_WIDTH = 0.58  # of the letter size, in every typeface of the stack


@dataclass(frozen=True)
class Point:
    on: date
    value: Decimal


@dataclass(frozen=True)
class Tick:
    at: float
    words: str
    anchor: str = "middle"


@dataclass(frozen=True)
class Mark:
    x: float
    y: float
    words: str
    label_x: float
    label_y: float
    anchor: str


@dataclass(frozen=True)
class Drawing:
    name: str
    width: int
    height: int
    left: float
    right: float
    top: float
    bottom: float
    text_size: int
    value_ticks: tuple[Tick, ...]
    date_ticks: tuple[Tick, ...]
    start: Mark
    target: Mark
    reading_dots: tuple[tuple[float, float], ...]
    after_dots: tuple[tuple[float, float], ...]
    latest: Mark | None
    line: str
    reached_top: float
    reached_height: float

    @property
    def marks(self) -> tuple[Mark, ...]:
        return tuple(mark for mark in (self.start, self.target, self.latest) if mark)


@dataclass(frozen=True)
class _Frame:
    name: str
    width: int
    height: int
    right: int
    top: int
    bottom: int
    text_size: int
    most_date_ticks: int


FRAMES = (
    _Frame("narrow", 320, 260, right=312, top=18, bottom=222, text_size=14, most_date_ticks=3),
    _Frame("wide", 720, 320, right=708, top=20, bottom=280, text_size=15, most_date_ticks=7),
)


def drawings(
    start: Point,
    target: Point,
    readings: Sequence[Point],
    after: Sequence[Point] = (),
    *,
    lower_is_better: bool,
    unit: str,
) -> tuple[Drawing, ...]:
    """Return the drawings, narrow and wide; readings are in order of their dates."""
    return tuple(
        _drawing(frame, start, target, readings, after, lower_is_better=lower_is_better, unit=unit)
        for frame in FRAMES
    )


def _drawing(
    frame: _Frame,
    start: Point,
    target: Point,
    readings: Sequence[Point],
    after: Sequence[Point],
    *,
    lower_is_better: bool,
    unit: str,
) -> Drawing:
    points = [start, *readings, target, *after]
    first, last = min(point.on for point in points), max(point.on for point in points)
    values = _value_ticks([float(point.value) for point in points], unit)
    low, high = values[0], values[-1]
    widest = max(len(_short(value)) for value in values)
    left = round(widest * frame.text_size * DIGIT_WIDTH + 10, 1)

    def x(day: date) -> float:
        share = (day - first).days / max(1, (last - first).days)
        return round(left + 9 + share * (frame.right - left - 18), 1)

    def y(value: float) -> float:
        share = (value - low) / (high - low)
        return round(frame.bottom - share * (frame.bottom - frame.top), 1)

    def at(point: Point) -> tuple[float, float]:
        return x(point.on), y(float(point.value))

    start_at, target_at = at(start), at(target)
    reading_dots = tuple(at(point) for point in readings)
    latest = None
    target_side = 1 if lower_is_better else -1
    start_side = -target_side
    if readings:
        side = _label_side(reading_dots[-1], start_at, target_at)
        latest = _mark(frame, left, reading_dots[-1], value_words(readings[-1].value, unit), side)
        if _crowded(reading_dots[-1], target_at, frame) and side == target_side:
            target_side = -target_side
        if _crowded(reading_dots[0], start_at, frame):
            start_side = 1 if reading_dots[0][1] < start_at[1] else -1
    return Drawing(
        name=frame.name,
        width=frame.width,
        height=frame.height,
        left=left,
        right=frame.right,
        top=frame.top,
        bottom=frame.bottom,
        text_size=frame.text_size,
        value_ticks=tuple(Tick(y(value), _short(value)) for value in values),
        date_ticks=_date_ticks(first, last, frame.most_date_ticks, x),
        start=_mark(frame, left, start_at, f"Start {value_words(start.value, unit)}", start_side),
        target=_mark(
            frame, left, target_at, f"Target {value_words(target.value, unit)}", target_side
        ),
        reading_dots=reading_dots,
        after_dots=tuple(at(point) for point in after),
        latest=latest,
        line=" ".join(f"{px},{py}" for px, py in (start_at, *reading_dots)),
        reached_top=target_at[1] if lower_is_better else frame.top,
        reached_height=round(
            (frame.bottom - target_at[1]) if lower_is_better else (target_at[1] - frame.top), 1
        ),
    )


def _mark(frame: _Frame, left: float, at: tuple[float, float], words: str, side: int) -> Mark:
    """Put the words above (side -1) or below (1) the mark, turned inwards at an edge."""
    px, py = at
    if not frame.top <= py + side * (frame.text_size + ABOVE_OR_BELOW) <= frame.bottom:
        side = -side
    half = len(words) * frame.text_size * 0.3
    anchor, label_x = "middle", px
    if px - half < left:
        anchor, label_x = "start", px - 7
    elif px + half > frame.right:
        anchor, label_x = "end", px + 8
    offset = frame.text_size + ABOVE_OR_BELOW if side > 0 else -ABOVE_OR_BELOW - 3
    return Mark(px, py, words, round(label_x, 1), round(py + offset, 1), anchor)


def _label_side(
    dot: tuple[float, float], start: tuple[float, float], target: tuple[float, float]
) -> int:
    """Return the side of the dot away from the dashed line, which runs from start to target."""
    span = (target[0] - start[0]) or 1
    expected = start[1] + (target[1] - start[1]) * (dot[0] - start[0]) / span
    return -1 if dot[1] <= expected else 1


def _crowded(one: tuple[float, float], other: tuple[float, float], frame: _Frame) -> bool:
    return (
        abs(one[0] - other[0]) < frame.text_size * 8
        and abs(one[1] - other[1]) < frame.text_size * 4
    )


def _value_ticks(values: Sequence[float], unit: str) -> list[float]:
    """Return about five round values that hold every point, with air above and below."""
    low, high = min(values), max(values)
    spread = (high - low) or max(abs(high) * 0.2, 1)
    wanted_low, wanted_high = low - spread * 0.2, high + spread * 0.2
    if low >= 0:
        wanted_low = max(0.0, wanted_low)
    if unit == "%" and high <= 100:
        wanted_high = min(100.0, wanted_high)
    rough = (wanted_high - wanted_low) / 4
    power = 10.0 ** floor(log10(rough))
    step = next(power * factor for factor in (1, 2, 2.5, 5, 10) if power * factor >= rough * 0.999)
    tick = floor(wanted_low / step) * step
    ticks = [tick]
    while ticks[-1] < wanted_high - step * 0.001:
        ticks.append(round(tick + len(ticks) * step, 10))
    return ticks


def _short(value: float) -> str:
    return f"{value:,.10g}".replace("-", MINUS)


def _date_ticks(first: date, last: date, most: int, x: Callable[[date], float]) -> tuple[Tick, ...]:
    """Return firsts of months, evenly apart and no more than fit; the first day if none fits."""
    from_month = first.year * MONTHS_A_YEAR + first.month - 1
    to_month = last.year * MONTHS_A_YEAR + last.month - 1
    starts = [
        first.replace(year=month // MONTHS_A_YEAR, month=month % MONTHS_A_YEAR + 1, day=1)
        for month in range(from_month + (first.day > 1), to_month + 1)
    ]
    apart = next(
        (gap for gap in MONTHS_BETWEEN_TICKS if -(-len(starts) // gap) <= most), len(starts)
    )
    chosen = starts[::apart] if starts else [first]
    # a month that begins at the very end is written to the left, or the drawing would cut it off
    nearly_out = x(last) - (x(last) - x(first)) / (2 * most)
    return tuple(
        Tick(x(day), f"{day:%b %Y}", "end" if x(day) > nearly_out else "middle") for day in chosen
    )
