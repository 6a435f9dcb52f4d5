"""What many answers say together, and when they are too few to say it. Pure functions.

A statement is shown only where three or more people rated it; what stays hidden does not enter
the figures of its strand either, for it could be worked out from them.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from app.governance.audits.facts import CONFIDENT_FROM, LEAST_SHOWN, LEVELS, NOT_APPLICABLE

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence


@dataclass(frozen=True)
class Tally:
    """How many people chose each level of one statement, the lowest level first."""

    counts: tuple[int, ...]
    not_applicable: int = 0

    @property
    def rated(self) -> int:
        return sum(self.counts)

    @property
    def shown(self) -> bool:
        return self.rated >= LEAST_SHOWN

    @property
    def confident(self) -> int:
        return sum(self.counts[CONFIDENT_FROM - 1 :])

    @property
    def average(self) -> float:
        """Return the mean level, from 1 to 4; only of what was rated."""
        weighed = sum(level * count for level, count in enumerate(self.counts, start=1))
        return weighed / self.rated

    def short_of(self, needed: int) -> int:
        return max(needed - self.confident, 0)


def tallied(items: Iterable[int], answers: Iterable[Mapping[str, int]]) -> dict[int, Tally]:
    """Count the levels that people chose, by the number of the item."""
    sheets = list(answers)
    found = {}
    for item in items:
        chosen = [sheet.get(str(item)) for sheet in sheets]
        counts = tuple(chosen.count(level) for level in range(1, LEVELS + 1))
        found[item] = Tally(counts, chosen.count(NOT_APPLICABLE))
    return found


def together(tallies: Iterable[Tally]) -> Tally | None:
    """Return the tally of a strand, of those statements that are shown; None without any."""
    shown = [one for one in tallies if one.shown]
    if not shown:
        return None
    return Tally(tuple(sum(one.counts[level] for one in shown) for level in range(LEVELS)))


def level_words(average: float, levels: Sequence[str]) -> str:
    """Return the words of the level that is nearest; half-way, of the lower one."""
    place = int(average + 0.4999)
    return levels[min(max(place, 1), LEVELS) - 1]


def shade(count: int, rated: int) -> int:
    """Return how dark a cell is, from 0 (nobody) to 4 (nearly everybody)."""
    return 0 if count == 0 or rated == 0 else 1 + min(3, count * 4 // rated)


def change_words(now: Tally, before: Tally) -> tuple[str, str]:
    """Return in words how the share of the confident moved, and the tone of it."""
    moved = now.confident * before.rated - before.confident * now.rated
    if moved == 0:
        return "As before", "neutral"
    return ("More confident", "good") if moved > 0 else ("Less confident", "warning")


def stored(tallies: Mapping[int, Tally]) -> dict[str, list[int]]:
    return {str(item): [*one.counts, one.not_applicable] for item, one in tallies.items()}


def read(result: Mapping[str, Any] | None) -> dict[int, Tally]:
    """Return what `stored` wrote."""
    rows: Mapping[str, list[int]] = (result or {}).get("items", {})
    return {int(item): Tally(tuple(row[:LEVELS]), row[LEVELS]) for item, row in rows.items()}
