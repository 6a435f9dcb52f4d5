"""Lists as CSV that a spreadsheet opens as text, never as a formula."""

from __future__ import annotations

import csv
import io
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

# a cell that begins with one of these would be run (OWASP, CSV injection)
FORMULA_STARTS = ("=", "+", "-", "@", "\t", "\r", "\n")


def safe_cell(value: object) -> str:
    """Return the text of a cell, disarmed with an apostrophe where a spreadsheet would run it."""
    if value is None:
        return ""
    text = str(value)
    if isinstance(value, str) and text.lstrip(" ").startswith(FORMULA_STARTS):
        return f"'{text}"
    return text


def csv_text(header: Sequence[str], rows: Iterable[Sequence[object]]) -> str:
    """Return the whole file, with the byte-order mark that makes Excel read UTF-8."""
    out = io.StringIO()
    writer = csv.writer(out)
    writer.writerow(header)
    writer.writerows([safe_cell(cell) for cell in row] for row in rows)
    return "\ufeff" + out.getvalue()
