"""What a percentage means in pupils, where few are counted. Pure.

A published percentage is a number of pupils divided by the cohort, so nothing smaller than one
pupil can be measured, and a verdict that one pupil would turn is in doubt.
"""

from __future__ import annotations

from dataclasses import dataclass
from decimal import ROUND_CEILING, ROUND_FLOOR, Decimal

from app.core.measure_words import value_words

PERCENT = "%"
POINTS = "percentage points"
WHOLE = Decimal(100)
TENTH = Decimal("0.1")


@dataclass(frozen=True)
class Group:
    """Who is counted: how many, and what they are called."""

    size: int
    one: str = "one of those counted"
    many: str = "of those counted"
    one_apart: str = "one more or fewer of those counted"


def group_of(unit: str, cohort: str, size: int | None) -> Group | None:
    """Return None where one person's part cannot be told: no percentage, or nobody counted."""
    if unit.strip() not in {PERCENT, POINTS} or not size:
        return None
    words = cohort.lower()
    for one, many in (("pupil", "pupils"), ("child", "children")):
        if one in words:
            return Group(size, f"one {one}", many, f"one {one} more or fewer")
    return Group(size)


def points_of_one(group: Group) -> Decimal:
    """Return in percentage points what one of the group makes."""
    return WHOLE / group.size


def one_words(group: Group) -> str:
    """Return “One pupil is 3.2 percentage points here”."""
    points = value_words(points_of_one(group).quantize(TENTH), POINTS)
    return f"{group.one.capitalize()} is {points} here"


def is_smaller_than_one(group: Group, start: Decimal, target: Decimal) -> bool:
    return abs(target - start) < points_of_one(group)


def change_words(group: Group, start: Decimal, target: Decimal) -> str:
    """Return how many of the group the change means, as a range where it is no whole number."""
    if is_smaller_than_one(group, start, target):
        return (
            f"This change is smaller than {group.one}. {one_words(group)}, "
            f"so a group of {group.size:,} cannot show it."
        )
    exact = abs(target - start) / points_of_one(group)
    fewest, most = exact.to_integral(ROUND_FLOOR), exact.to_integral(ROUND_CEILING)
    if most == 1:
        count = group.one
    elif fewest == most:
        count = f"{most:,} {group.many}"
    else:
        count = f"{fewest:,} to {most:,} {group.many}"
    return f"The change means {count}, out of {group.size:,}. {one_words(group)}."


def one_more_or_fewer(group: Group, value: Decimal, unit: str) -> tuple[Decimal, Decimal]:
    """Return the value with one fewer and with one more; a percentage stays one."""
    step = points_of_one(group)
    fewer, more = value - step, value + step
    if unit.strip() == PERCENT:
        return max(fewer, Decimal(0)), min(more, WHOLE)
    return fewer, more
