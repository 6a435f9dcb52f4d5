"""A chart of progress from a starting point towards a target, in words, numbers and drawings."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from app.core.chart_drawing import Drawing, Point, drawings
from app.core.measure_words import value_words

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

__all__ = ["Drawing", "Point", "ProgressChart", "Row", "progress_chart"]


@dataclass(frozen=True)
class Row:
    on: str
    what: str
    value: str


@dataclass(frozen=True)
class ProgressChart:
    summary: str
    description: str
    rows: tuple[Row, ...]
    drawings: tuple[Drawing, ...]


def progress_chart(
    start: Point,
    target: Point,
    readings: Sequence[Point],
    *,
    lower_is_better: bool,
    unit: str,
    earlier: Sequence[Row] = (),
    after: Sequence[Point] = (),
) -> ProgressChart:
    """Return the chart; readings may come in any order, and there may be none.

    `earlier` are rows of the table for starting points and targets that held before, `after` are
    readings from after the end, which say whether it lasted.
    """
    ordered = sorted(readings, key=lambda point: point.on)
    return ProgressChart(
        summary=_summary(start, target, ordered, lower_is_better=lower_is_better, unit=unit)
        + _after_words(after, unit),
        description=_description(start, target, ordered, unit),
        rows=(
            Row(_day(start.on), "Starting point", value_words(start.value, unit)),
            *(Row(_day(point.on), "Reading", value_words(point.value, unit)) for point in ordered),
            Row(_day(target.on), "Target", value_words(target.value, unit)),
            *earlier,
            *(
                Row(_day(point.on), "After the end", value_words(point.value, unit))
                for point in after
            ),
        ),
        drawings=drawings(
            start, target, ordered, after, lower_is_better=lower_is_better, unit=unit
        ),
    )


def _month(day: date) -> str:
    return f"{day:%B %Y}"


def _day(day: date) -> str:
    return f"{day.day} {day:%B %Y}"


def _summary(
    start: Point, target: Point, readings: Sequence[Point], *, lower_is_better: bool, unit: str
) -> str:
    first = f"{value_words(start.value, unit)} in {_month(start.on)}"
    aim = f"target {value_words(target.value, unit)} by {_month(target.on)}"
    lower = " (lower is better)" if lower_is_better else ""
    if not readings:
        return f"Starts at {first}; {aim}{lower}. Nothing has been measured since."
    latest = readings[-1]
    return (
        f"From {first} to {value_words(latest.value, unit)} in {_month(latest.on)}; {aim}{lower}."
    )


def _after_words(after: Sequence[Point], unit: str) -> str:
    if not after:
        return ""
    latest = after[-1]
    value = value_words(latest.value, unit)
    return f" After the end (open circles): {value} in {_month(latest.on)}."


def _description(start: Point, target: Point, readings: Sequence[Point], unit: str) -> str:
    count = {0: "no readings", 1: "one reading"}.get(len(readings), f"{len(readings)} readings")
    return (
        f"Line chart with {count} between the starting point, {value_words(start.value, unit)} on "
        f"{_day(start.on)}, and the target, {value_words(target.value, unit)} on "
        f"{_day(target.on)}. The table below has every value."
    )
