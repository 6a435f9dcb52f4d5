"""Money is whole pence."""

from __future__ import annotations

from decimal import Decimal

PENCE = 100


def in_pounds(pence: int) -> Decimal:
    """Return 1250.50, for a spreadsheet to add up."""
    return Decimal(pence).scaleb(-2)


def pounds(pence: int) -> str:
    """Return £1,250 for whole pounds and £1,250.50 otherwise."""
    whole, rest = divmod(abs(pence), PENCE)
    sign = "\N{MINUS SIGN}" if pence < 0 else ""
    return f"{sign}£{whole:,}" + (f".{rest:02}" if rest else "")
