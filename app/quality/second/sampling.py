"""Which judgements are given a second time. Pure: the rules are data, the facts are looked up."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from typing import TYPE_CHECKING

from app.quality.facts import Spread
from app.quality.second.facts import SAMPLING, RuleKey

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping


@dataclass(frozen=True)
class Judged:
    """What the rules ask about one commission that was judged first."""

    reference: str
    # first, second, … of all that the provider has taken on
    of_provider: int
    not_met: int
    ended_early: bool
    days_early: int
    complaints: int
    cost_pence: int
    sides: Spread | None


def lot_of(reference: str) -> int:
    """Return a number from 0 to 99 that nobody can choose and everybody can check."""
    return int(hashlib.sha256(reference.encode()).hexdigest(), 16) % 100


APPLIES: Mapping[RuleKey, Callable[[Judged, int], bool]] = {
    RuleKey.FIRST_COMMISSIONS: lambda judged, value: judged.of_provider <= value,
    RuleKey.NOT_MET: lambda judged, value: judged.not_met >= value,
    RuleKey.EARLY_END: lambda judged, value: judged.ended_early or judged.days_early >= value,
    RuleKey.COMPLAINT: lambda judged, _value: judged.complaints > 0,
    RuleKey.COST_OVER: lambda judged, value: judged.cost_pence > value * 100,
    RuleKey.SIDES_APART: lambda judged, _value: judged.sides is Spread.FAR,
    RuleKey.RANDOM_SHARE: lambda judged, value: lot_of(judged.reference) < value,
}


def grounds(judged: Judged, rules: Mapping[RuleKey, int]) -> list[RuleKey]:
    """Return every rule that asks for a second judgement; `rules` holds those in force."""
    return [key for key in SAMPLING if key in rules and APPLIES[key](judged, rules[key])]
