"""Lists as CSV and as xlsx, in which a spreadsheet finds text, never a formula."""

from __future__ import annotations

import csv
import io
from datetime import date
from decimal import Decimal
from typing import TYPE_CHECKING

import xlsxwriter

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from xlsxwriter.format import Format
    from xlsxwriter.worksheet import Worksheet

# a cell that begins with one of these would be run (OWASP, CSV injection)
FORMULA_STARTS = ("=", "+", "-", "@", "\t", "\r", "\n")
# of characters: what a column is at least and at most wide
NARROW, WIDE = 10, 50
# what Excel takes in one cell
LONGEST_CELL = 32_767


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


def xlsx_bytes(header: Sequence[str], rows: Iterable[Sequence[object]]) -> bytes:
    """Return the workbook: days are days and numbers numbers; money is Decimal with pence.

    Text is written as text, so nothing in it is run and no apostrophe is needed.
    """
    out = io.BytesIO()
    with xlsxwriter.Workbook(out, {"in_memory": True}) as book:
        sheet = book.add_worksheet()
        bold = book.add_format({"bold": True, "text_wrap": True, "valign": "top"})
        day = book.add_format({"num_format": "d mmm yyyy", "align": "left"})
        money = book.add_format({"num_format": "#,##0.00"})
        for column, title in enumerate(header):
            sheet.write_string(0, column, title, bold)
            sheet.set_column(column, column, min(max(len(title) + 2, NARROW), WIDE))
        number = 0
        for number, row in enumerate(rows, start=1):
            for column, value in enumerate(row):
                _write(sheet, (number, column), value, day, money)
        sheet.freeze_panes(1, 0)
        if header:
            sheet.autofilter(0, 0, number, len(header) - 1)
    return out.getvalue()


def _write(
    sheet: Worksheet, place: tuple[int, int], value: object, day: Format, money: Format
) -> None:
    match value:
        case None | "":
            return
        case date():
            sheet.write_datetime(*place, value, day)
        case Decimal():
            has_pence = value.as_tuple().exponent == -2
            sheet.write_number(*place, float(value), money if has_pence else None)
        case int() | float():
            sheet.write_number(*place, value)
        case _:
            sheet.write_string(*place, str(value)[:LONGEST_CELL])
