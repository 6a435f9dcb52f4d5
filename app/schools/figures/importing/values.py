"""What a cell of figures says: a number, or the publisher's mark for having none."""

from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal

from app.schools.facts import Gap
from app.schools.importing import cells
from app.schools.importing.cells import UnreadableCell

CENT = Decimal("0.01")


@dataclass(frozen=True)
class Reading:
    """Exactly one of value and gap is there; `mark` is what stood in the cell for the gap."""

    value: Decimal | None = None
    gap: Gap | None = None
    mark: str = ""


def figure(cell: str, *, per_cent: bool) -> Reading | None:
    """Read a figure, which may be negative; None where the cell is silent.

    Raises UnreadableCell, also for a percentage above 100.
    """
    tidy = cell.strip().replace("\N{MINUS SIGN}", "-")
    negative = tidy.startswith("-") and tidy != "-"
    meaning = (cells.percentage if per_cent else cells.number)(tidy[negative:])
    if meaning is None:
        return None
    if isinstance(meaning, Gap):
        if negative:
            message = "is not a number"
            raise UnreadableCell(message)
        return Reading(gap=meaning, mark=tidy[:20])
    exact = Decimal(str(meaning)).quantize(CENT, ROUND_HALF_UP)
    return Reading(-exact if negative else exact)


def size(cell: str) -> int | None:
    """Read how many were counted; None where that is withheld, silent or no number."""
    try:
        meaning = cells.whole(cell)
    except UnreadableCell:
        return None
    return meaning if isinstance(meaning, int) and meaning else None


def gap_between(first: Reading | None, second: Reading | None) -> Reading | None:
    """Subtract the second from the first.

    What one of them withholds their difference withholds too. None where one is silent.
    """
    if first is None or second is None:
        return None
    if first.value is None:
        return first
    if second.value is None:
        return second
    return Reading(first.value - second.value)
