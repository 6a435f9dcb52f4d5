"""Money is whole pence."""

from __future__ import annotations

PENCE = 100


def pounds(pence: int) -> str:
    """Return £1,250 for whole pounds and £1,250.50 otherwise."""
    whole, rest = divmod(abs(pence), PENCE)
    sign = "\N{MINUS SIGN}" if pence < 0 else ""
    return f"{sign}£{whole:,}" + (f".{rest:02}" if rest else "")
