"""What a single cell says: a value, a stated gap, or nothing (None)."""

import re
from collections.abc import Callable
from datetime import date
from decimal import Decimal
from functools import lru_cache
from typing import TypeAlias

from app.schools.facts import Gap

Value: TypeAlias = str | int | float | date | Decimal
Meaning: TypeAlias = Value | Gap | None
Reader: TypeAlias = Callable[[str], Meaning]


class UnreadableCell(ValueError):
    """The cell is not what its column holds; the message never repeats the cell."""


# The publishers' marks in number columns: withheld is neither zero nor missing.
_MARKS = {
    "supp": Gap.SUPPRESSED,
    "suppmat": Gap.SUPPRESSED,
    "lowcov": Gap.SUPPRESSED,
    "low": Gap.SUPPRESSED,
    "c": Gap.SUPPRESSED,
    "u": Gap.SUPPRESSED,
    "na": Gap.NOT_APPLICABLE,
    "ne": Gap.NOT_APPLICABLE,
    "nelig": Gap.NOT_APPLICABLE,
    "z": Gap.NOT_APPLICABLE,
    "np": Gap.NOT_PUBLISHED,
    "new": Gap.NOT_PUBLISHED,
    "x": Gap.NOT_PUBLISHED,
}
_WORDS = {
    "null": Gap.NO_VALUE,
    "unknown": Gap.UNKNOWN,
    "not recorded": Gap.UNKNOWN,
    "not-recorded": Gap.UNKNOWN,
    "not applicable": Gap.NOT_APPLICABLE,
    "not-applicable": Gap.NOT_APPLICABLE,
    "does not apply": Gap.NOT_APPLICABLE,
}
_UNKNOWN_CODES = {"9", "99", "999", "9999"}
_PLACEHOLDER_DATE = date(1900, 1, 1)
_OLDEST_AGE = 99

_DAY_FIRST = re.compile(r"(\d{1,2})[-/.](\d{1,2})[-/.](\d{4})(?: 00:00(?::00)?)?", re.ASCII)
_ISO = re.compile(r"(\d{4})-(\d{2})-(\d{2})(?:[T ]00:00(?::00)?)?", re.ASCII)
_NUMBER = re.compile(r"(\d{1,3}(?:,\d{3})+|\d+)(\.\d+)?\s*%?", re.ASCII)
_POSTCODE = re.compile(r"[A-Z]{1,2}\d[A-Z\d]?\d[A-Z]{2}")
_UNPRINTABLE = re.compile(r"[\x00-\x1f\x7f-\x9f]")


@lru_cache(maxsize=4096)
def text(cell: str) -> Meaning:
    tidy = " ".join(_UNPRINTABLE.sub(" ", cell).split())
    if tidy in {"", "-"}:
        return None
    return _WORDS.get(tidy.lower(), tidy)


@lru_cache(maxsize=1024)
def code(cell: str) -> str:
    """Return a code without its leading zeros, so that 01 and 1 are one."""
    tidy = cell.strip().removesuffix(".0")
    return str(int(tidy)) if tidy.isascii() and tidy.isdigit() else tidy


def named(code_cell: str, name_cell: str) -> Meaning:
    """Read a coded fact by its name.

    9, 99 and 999 mean unknown when no name stands beside them: group 9 is "Other types".
    """
    name = text(name_cell)
    if name is None and code(code_cell) in _UNKNOWN_CODES:
        return Gap.UNKNOWN
    return name


@lru_cache(maxsize=4096)
def day(cell: str) -> Meaning:
    """Read a date written DD-MM-YYYY, DD/MM/YYYY or ISO; never month first."""
    tidy = cell.strip()
    if found := _DAY_FIRST.fullmatch(tidy):
        dd, mm, yyyy = found.groups()
    elif found := _ISO.fullmatch(tidy):
        yyyy, mm, dd = found.groups()
    else:
        return _gap_or_refuse(tidy, "is not a date (DD-MM-YYYY)")
    try:
        value = date(int(yyyy), int(mm), int(dd))
    except ValueError as error:
        message = "is not a date (DD-MM-YYYY)"
        raise UnreadableCell(message) from error
    return Gap.UNKNOWN if value == _PLACEHOLDER_DATE else value


@lru_cache(maxsize=4096)
def number(cell: str) -> Meaning:
    """Read a number of nought or more; a percent sign may or may not follow it."""
    tidy = cell.strip()
    if not _NUMBER.fullmatch(tidy):
        return _gap_or_refuse(tidy, "is not a number")
    value = float(tidy.rstrip("% ").replace(",", ""))
    if value >= 100_000_000:  # more than an integer column holds safely
        message = "is too large"
        raise UnreadableCell(message)
    return value


def whole(cell: str) -> Meaning:
    value = number(cell)
    if not isinstance(value, float):
        return value
    if not value.is_integer():
        message = "is not a whole number"
        raise UnreadableCell(message)
    return int(value)


def percentage(cell: str) -> Meaning:
    value = number(cell)
    if isinstance(value, float) and value > 100:
        message = "is more than 100 per cent"
        raise UnreadableCell(message)
    return value


def age(cell: str) -> Meaning:
    value = whole(cell)
    return Gap.UNKNOWN if isinstance(value, int) and value >= _OLDEST_AGE else value


def coordinate(cell: str) -> Meaning:
    """Read metres on the National Grid; nought stands for a missing one."""
    return whole(cell) or None


def degrees(cell: str) -> Meaning:
    try:
        value = float(cell)
    except ValueError:
        return _gap_or_refuse(cell.strip(), "is not a number of degrees")
    if not -90 <= value <= 90:  # also refuses NaN
        message = "is not a number of degrees"
        raise UnreadableCell(message)
    return value


def postcode(cell: str) -> Meaning:
    """Return upper case with the one space in its place: `wf109ab` is `WF10 9AB`."""
    value = text(cell)
    if not isinstance(value, str):
        return value
    packed = value.replace(" ", "").upper()
    if not _POSTCODE.fullmatch(packed):
        message = "is not a postcode"
        raise UnreadableCell(message)
    return f"{packed[:-3]} {packed[-3:]}"


def telephone(cell: str) -> Meaning:
    """Keep digits as given, with the leading 0 that spreadsheets drop from national numbers."""
    value = text(cell)
    if isinstance(value, str) and value.isdigit() and len(value) in {9, 10} and value[0] != "0":
        return "0" + value
    return value


def identifier(cell: str) -> Meaning:
    """Read a number used as a name; a spreadsheet may have made `10017122.0` of it."""
    value = text(cell)
    return value.removesuffix(".0") if isinstance(value, str) else value


def company_number(cell: str) -> Meaning:
    value = identifier(cell)
    return value.zfill(8) if isinstance(value, str) and value.isdigit() else value


def urn(cell: str) -> int | None:
    """Return the key of an establishment, or None for a blank, `NAT` or anything else."""
    tidy = cell.strip().removesuffix(".0")
    return int(tidy) if re.fullmatch(r"[1-9]\d{4,6}", tidy, re.ASCII) else None


def _gap_or_refuse(tidy: str, refusal: str) -> Gap | None:
    if tidy in {"", "-"}:
        return None
    gap = _MARKS.get(tidy.lower()) or _WORDS.get(tidy.lower())
    if gap is None:
        raise UnreadableCell(refusal)
    return gap
