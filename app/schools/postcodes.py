"""Where a postcode lies: those of the LS and WF areas, shipped with the portal."""

from __future__ import annotations

import gzip
import re
from functools import cache
from pathlib import Path

from app.schools.national_grid import Point

_FILE = Path(__file__).parent / "data" / "postcodes.csv.gz"
_FULL = re.compile(r"[A-Z]{1,2}\d[A-Z\d]?\d[A-Z]{2}")
_INWARD = 3


def written(typed: str) -> str | None:
    """Return a full postcode as it is printed, whatever its spaces and case; None for others."""
    packed = _packed(typed)
    if not _FULL.fullmatch(packed):
        return None
    return f"{packed[:-_INWARD]} {packed[-_INWARD:]}"


def point_of(postcode: str) -> Point | None:
    if written(postcode) is None:
        return None
    text, line = _known(), f"\n{_packed(postcode)},"
    start = text.find(line)
    if start < 0:
        return None
    latitude, longitude = text[start + len(line) : text.index("\n", start + 1)].split(",")
    return float(latitude), float(longitude)


def _packed(text: str) -> str:
    return "".join(text.split()).upper()


@cache
def _known() -> str:
    # one text and no table: a tenth of the memory, read when first asked for
    return "\n" + gzip.decompress(_FILE.read_bytes()).decode("ascii")
