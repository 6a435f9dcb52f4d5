"""How a measured value reads."""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from decimal import Decimal

MINUS = "\N{MINUS SIGN}"


class Direction(StrEnum):
    """Which way is better."""

    HIGHER = "higher"
    LOWER = "lower"


def value_words(value: Decimal, unit: str) -> str:
    """Return 66.5%, 12 days, £1,250 or 110."""
    number = f"{value:,f}"
    if "." in number:
        number = number.rstrip("0").rstrip(".")
    if unit == "£":
        return f"{MINUS}£{number[1:]}" if number.startswith("-") else f"£{number}"
    number = number.replace("-", MINUS)
    return f"{number}{unit}" if unit in {"%", ""} else f"{number} {unit}"
