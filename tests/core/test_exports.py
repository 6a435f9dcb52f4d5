from __future__ import annotations

import csv
import io
import zipfile
from datetime import date
from decimal import Decimal

import pytest

from app.core.exports import csv_text, safe_cell, xlsx_bytes


class TestCell:
    @pytest.mark.parametrize(
        "text",
        ["=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1", "\n=1", "  =1", '=HYPERLINK("x")', " @x"],
    )
    def test_that_a_spreadsheet_would_run_is_disarmed(self, text: str) -> None:
        assert safe_cell(text) == f"'{text}"

    @pytest.mark.parametrize(
        ("value", "text"),
        [
            (None, ""),
            ("Ossett", "Ossett"),
            ("a=b", "a=b"),
            ("", ""),
            (-5, "-5"),
            (Decimal("-1.5"), "-1.5"),
            (date(2026, 11, 23), "2026-11-23"),
        ],
    )
    def test_that_is_harmless_stays(self, value: object, text: str) -> None:
        assert safe_cell(value) == text


class TestFile:
    def test_begins_with_the_mark_that_excel_needs(self) -> None:
        assert csv_text(["Name"], []) == "\ufeffName\r\n"

    def test_reads_back_as_it_was_written(self) -> None:
        rows = [["Zoë, “Head”", 'a "b"\nc', 3], ["=cmd", None, ""]]
        text = csv_text(["A", "B", "C"], rows).removeprefix("\ufeff")
        assert list(csv.reader(io.StringIO(text))) == [
            ["A", "B", "C"],
            ["Zoë, “Head”", 'a "b"\nc', "3"],
            ["'=cmd", "", ""],
        ]


class TestWorkbook:
    def test_keeps_days_and_numbers_and_runs_no_text(self) -> None:
        row = [date(2026, 11, 23), Decimal("1250.50"), 3, "=1+1", None]
        book = zipfile.ZipFile(io.BytesIO(xlsx_bytes(["Day", "Pounds", "N", "Words", "-"], [row])))
        sheet = book.read("xl/worksheets/sheet1.xml").decode()
        words = book.read("xl/sharedStrings.xml").decode()

        # days are counted from 30 December 1899
        for value in ("<v>46349</v>", "<v>1250.5</v>", "<v>3</v>"):
            assert value in sheet
        assert "<f>" not in sheet
        assert "<t>=1+1</t>" in words
