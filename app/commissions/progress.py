"""How far an objective has come on the way from its starting point to its target.

Pure: dates and decimals in, words and numbers out. A lower target needs no rule of its own, since
a way down is covered by going down.
"""

from __future__ import annotations

from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal
from enum import StrEnum
from typing import TYPE_CHECKING

from app.commissions.changes.agreed import start_now, target_now
from app.commissions.changes.words import earlier_rows, history_of
from app.commissions.facts import Direction
from app.commissions.small_numbers import Group, group_of, one_more_or_fewer
from app.core.chart_drawing import Point
from app.core.charts import ProgressChart, progress_chart
from app.core.measure_words import value_words

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from app.commissions.models import Measurement, Objective

WHOLE_WAY = Decimal(100)
# percentage points of the way by which a reading may miss the straight path and still be on it
LEEWAY = Decimal(5)


class Standing(StrEnum):
    NO_READING = "no_reading"
    BEHIND = "behind"
    ON_PATH = "on_path"
    AHEAD = "ahead"
    REACHED = "reached"


STANDING_WORDS = {
    Standing.NO_READING: "No reading yet",
    Standing.BEHIND: "Behind the path",
    Standing.ON_PATH: "On the path",
    Standing.AHEAD: "Ahead of the path",
    Standing.REACHED: "Target reached",
}
STANDING_TONES = {
    Standing.NO_READING: "neutral",
    Standing.BEHIND: "warning",
    Standing.ON_PATH: "active",
    Standing.AHEAD: "good",
    Standing.REACHED: "good",
}


def share_covered(start: Decimal, target: Decimal, value: Decimal) -> Decimal:
    """Return in % how much of the way is covered: over 100 beyond the target, below 0 backwards.

    Raises ValueError where there is no way to cover, because the target is the starting point.
    """
    if start == target:
        message = "a target at its starting point leaves no way to cover"
        raise ValueError(message)
    return (value - start) / (target - start) * WHOLE_WAY


def share_expected(start: Point, target: Point, on: date) -> Decimal:
    """Return in % how much of the way a straight path would have covered by a day."""
    if on >= target.on:
        return WHOLE_WAY
    if on <= start.on:
        return Decimal(0)
    return Decimal((on - start.on).days) / Decimal((target.on - start.on).days) * WHOLE_WAY


def value_expected(start: Point, target: Point, on: date) -> Decimal:
    """Return the value of the straight path on a day; flat before the start and after the end."""
    return start.value + (target.value - start.value) * share_expected(start, target, on) / 100


def standing_of(start: Point, target: Point, latest: Point | None) -> Standing:
    """Compare the latest reading with the path on the day it was taken."""
    if latest is None:
        return Standing.NO_READING
    covered = share_covered(start.value, target.value, latest.value)
    if covered >= WHOLE_WAY:
        return Standing.REACHED
    ahead = covered - share_expected(start, target, latest.on)
    if latest.on >= target.on or ahead < -LEEWAY:
        return Standing.BEHIND
    return Standing.AHEAD if ahead > LEEWAY else Standing.ON_PATH


@dataclass(frozen=True)
class Doubt:
    """What one person more or fewer would make of a verdict that it would turn.

    `least` and `most` are the shares of the way in %, from the less good to the better.
    """

    one_apart: str
    least: Decimal
    most: Decimal
    others: tuple[Standing, ...]


def doubt_of(start: Point, target: Point, latest: Point, group: Group, unit: str) -> Doubt | None:
    """Return None where one person more or fewer would leave the verdict as it is."""
    verdict = standing_of(start, target, latest)
    values = one_more_or_fewer(group, latest.value, unit)
    found = {standing_of(start, target, Point(latest.on, value)) for value in values}
    others = tuple(standing for standing in Standing if standing in found - {verdict})
    if not others:
        return None
    least, most = sorted(share_covered(start.value, target.value, value) for value in values)
    return Doubt(group.one_apart, least, most, others)


@dataclass(frozen=True)
class Progress:
    """One objective with all that a page says about how it is going."""

    objective: Objective
    starting_point: str
    target: str
    latest: Measurement | None
    latest_words: str
    covered: Decimal | None
    standing: Standing
    chart: ProgressChart
    doubt: Doubt | None = None
    # what was signed first and each change since, where something changed
    history: tuple[str, ...] = ()

    @property
    def words(self) -> str:
        return STANDING_WORDS[self.standing]

    @property
    def tone(self) -> str:
        return STANDING_TONES[self.standing]

    @property
    def covered_words(self) -> str:
        """Return how much of the way is covered, as a sentence; empty before any reading."""
        if self.covered is None:
            return ""
        if self.doubt is not None and self.doubt.most > 0:
            return _doubt_words(self.doubt)
        if self.covered < 0:
            return "The latest reading is further from the target than the starting point."
        whole = self.covered.quantize(Decimal(1), rounding=ROUND_HALF_UP)
        if self.covered < WHOLE_WAY:
            # 99.6 is not there yet
            whole = min(whole, Decimal(99))
        return f"{whole}% of the way from the starting point to the target."


def _doubt_words(doubt: Doubt) -> str:
    least, most = (max(share, Decimal(0)) for share in (doubt.least, doubt.most))
    verdicts = " or ".join(f"“{STANDING_WORDS[standing]}”" for standing in doubt.others)
    return (
        f"Between {least:.0f}% and {most:.0f}% of the way from the starting point to the target. "
        f"{doubt.one_apart.capitalize()} would make it {verdicts}."
    )


def latest_of(objective: Objective) -> Measurement | None:
    """Return the last reading of the support itself; of two on one day the one recorded later."""
    ordered = _in_order(objective.measurements)
    return ordered[-1] if ordered else None


def progress_of(objective: Objective) -> Progress | None:
    """Return the progress, None while the starting point or the target is still to be agreed."""
    start, target = start_now(objective), target_now(objective)
    if start is None or target is None or start.value == target.value:
        return None
    unit, latest = objective.unit, latest_of(objective)
    begin, end = Point(start.taken_on, start.value), Point(target.due_on, target.value)
    readings = [Point(m.taken_on, m.value) for m in _in_order(objective.measurements)]
    group = None
    if latest is not None:
        size = latest.cohort_size or start.cohort_size
        group = group_of(unit, latest.cohort or "", size)
    lasting = [m for m in objective.measurements if m.follow_up is not None]
    after = [Point(m.taken_on, m.value) for m in sorted(lasting, key=lambda m: m.taken_on)]
    return Progress(
        objective=objective,
        starting_point=value_words(start.value, unit),
        target=value_words(target.value, unit),
        latest=latest,
        latest_words=value_words(latest.value, unit) if latest else "",
        covered=share_covered(start.value, target.value, latest.value) if latest else None,
        standing=standing_of(begin, end, readings[-1] if readings else None),
        chart=progress_chart(
            begin,
            end,
            readings,
            lower_is_better=objective.direction is Direction.LOWER,
            unit=unit,
            earlier=earlier_rows(objective),
            after=after,
        ),
        doubt=doubt_of(begin, end, readings[-1], group, unit) if group else None,
        history=tuple(history_of(objective)),
    )


def _in_order(measurements: Sequence[Measurement]) -> list[Measurement]:
    on_the_way = [m for m in measurements if m.follow_up is None]
    return sorted(on_the_way, key=lambda measurement: measurement.taken_on)
