"""Reads a published CSV file line by line, whatever was done to it on the way here."""

import csv
import hashlib
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO

# A register row is about two kilobytes. One far longer is another kind of file.
LONGEST_LINE = 1_000_000
# Cells may hold line breaks; a record of this many lines is a quotation mark left open.
MOST_LINES_IN_A_RECORD = 20

# Windows characters saved as UTF-8 unconverted: U+0092 was meant as a closing quotation mark.
_C1_AS_CP1252 = {code: bytes([code]).decode("cp1252", "replace") for code in range(0x80, 0xA0)}
_BYTE_ORDER_MARKS = ("\ufeff", "ï»¿")


class UnreadableFile(Exception):
    """The file as a whole cannot be imported; the message names it and says why."""


@dataclass(frozen=True, slots=True)
class Rejection:
    """A row or cell that was not taken. Holds no cell contents: they may name a person."""

    line: int
    reason: str
    key: str = ""
    whole_row: bool = True


@dataclass(frozen=True, slots=True)
class Row:
    line: int
    cells: list[str]


@dataclass(frozen=True)
class Table:
    """The header as a map from tidied name to position, and the rows still to be read."""

    positions: dict[str, int]
    rows: Iterator[Row | Rejection]


def tidy_header(name: str) -> str:
    return " ".join(name.split()).lower()


def decoded(raw: bytes) -> str:
    """UTF-8 where the line is valid UTF-8, otherwise Windows-1252; never an error.

    Line by line, because files that were joined by hand hold both.
    """
    try:
        text = raw.decode("utf-8")
    except UnicodeDecodeError:
        return raw.decode("cp1252", "replace")
    return text if text.isascii() else text.translate(_C1_AS_CP1252)


def read_table(file: BinaryIO, on_bytes: Callable[[int], object]) -> Table:
    """Find the header, then read one row at a time; `on_bytes` hears of each line's length."""
    lines = _lines(file, on_bytes)
    heading = next((line for line in lines if line.strip()), "")
    delimiter = max(",;\t", key=heading.count)
    header = next(csv.reader([heading], delimiter=delimiter), [])
    positions: dict[str, int] = {}
    for position, name in enumerate(header):
        positions.setdefault(tidy_header(name), position)
    return Table(positions, _rows(lines, delimiter, len(header)))


def _lines(file: BinaryIO, on_bytes: Callable[[int], object]) -> Iterator[str]:
    first = True
    while raw := file.readline(LONGEST_LINE):
        on_bytes(len(raw))
        if len(raw) == LONGEST_LINE:
            message = "a line is longer than a million bytes, so this is not a register file"
            raise UnreadableFile(message)
        text = decoded(raw)
        if first:
            for mark in _BYTE_ORDER_MARKS:
                text = text.removeprefix(mark)
            first = False
        yield text


def _rows(lines: Iterator[str], delimiter: str, width: int) -> Iterator[Row | Rejection]:
    reader = csv.reader(lines, delimiter=delimiter)
    before = 0
    while True:
        start = before + 2  # the header is line 1
        try:
            cells = next(reader)
        except StopIteration:
            return
        except csv.Error:
            before = reader.line_num
            yield Rejection(start, f"cannot be read as CSV up to line {before + 1}")
            continue
        length, before = reader.line_num - before, reader.line_num
        if length > MOST_LINES_IN_A_RECORD:
            yield Rejection(
                start, f"a quotation mark is not closed: lines {start} to {before + 1} run together"
            )
        elif any(cells):
            if len(cells) < width:
                cells += [""] * (width - len(cells))
            yield Row(start, cells)


def sha256_of(path: Path) -> str:
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()
