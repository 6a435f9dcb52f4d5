"""From the cells of a row to the facts that it states about a record."""

import sqlite3
from collections.abc import Callable, Iterator
from contextlib import closing
from dataclasses import dataclass, field
from typing import Any, TypeAlias

import sqlalchemy as sa

from app.extensions import Base
from app.schools.importing.cells import Meaning, Reader, UnreadableCell, named
from app.schools.importing.reading import Rejection, Row


def table_of(model: type[Base]) -> sa.Table:
    return Base.metadata.tables[model.__tablename__]


Key: TypeAlias = tuple[Any, ...]
Facts: TypeAlias = dict[str, Meaning]


@dataclass(slots=True)
class Draft:
    """What one row says about one record. Facts on which the row is silent are absent."""

    table: sa.Table
    key: Key
    facts: Facts


@dataclass(slots=True)
class Entry:
    """One accepted row: the record it is about, and others that it mentions on the way.

    `rest` are further records of the main one's table. Where `main` may be another of them from
    row to row, `same` is what two rows about the same have in common.
    """

    line: int
    main: Draft
    mentioned: list[Draft] = field(default_factory=list)
    notes: list[Rejection] = field(default_factory=list)
    rest: list[Draft] = field(default_factory=list)
    same: Key = ()


@dataclass(frozen=True)
class Fact:
    """A column of ours and the header it is read from.

    With `code` the header is the name of a coded fact and `code` the header of its code.
    """

    column: str
    header: str
    read: Reader
    code: str | None = None


@dataclass(frozen=True)
class Bundle:
    """Facts that only make sense together.

    A row that states one of them replaces them all; a row that is silent about all of them
    leaves them alone.
    """

    facts: tuple[Fact, ...]
    whole_or_nothing: bool = False


def alone(column: str, header: str, read: Reader, code: str | None = None) -> Bundle:
    return Bundle((Fact(column, header, read, code),))


_Cell: TypeAlias = Callable[[list[str]], Meaning]


class Plan:
    """The bundles of a layout, resolved once against the header of one file.

    A column that the file lacks is not in the plan, so it can never wipe anything.
    """

    def __init__(
        self, bundles: tuple[Bundle, ...], positions: dict[str, int], table: sa.Table
    ) -> None:
        self._lengths = {
            column.name: column.type.length
            for column in table.columns
            if isinstance(column.type, sa.String) and column.type.length
        }
        self._steps = [
            (step, bundle.whole_or_nothing)
            for bundle in bundles
            if (step := [part for fact in bundle.facts if (part := _resolve(fact, positions))])
            and not (bundle.whole_or_nothing and len(step) < len(bundle.facts))
        ]

    def facts(self, row: Row, key: str, notes: list[Rejection]) -> Facts:
        """Read the row; a cell that cannot be read is noted and counts as silence."""
        facts: Facts = {}
        for step, whole_or_nothing in self._steps:
            if len(step) == 1:
                column, _, read = step[0]
                meaning = self._meaning(column, step[0][1], read, row, key, notes)
                if meaning is not None:
                    facts[column] = meaning
                continue
            found = {
                column: self._meaning(column, header, read, row, key, notes)
                for column, header, read in step
            }
            stated = [meaning for meaning in found.values() if meaning is not None]
            if len(stated) == len(found) or (stated and not whole_or_nothing):
                facts |= found
        return facts

    def _meaning(
        self, column: str, header: str, read: _Cell, row: Row, key: str, notes: list[Rejection]
    ) -> Meaning:
        try:
            meaning = read(row.cells)
        except UnreadableCell as error:
            notes.append(Rejection(row.line, f"{header} {error}", key, whole_row=False))
            return None
        if isinstance(meaning, str):
            longest = self._lengths.get(column)
            if longest and len(meaning) > longest:
                reason = f"{header} is longer than {longest} characters"
                notes.append(Rejection(row.line, reason, key, whole_row=False))
                return None
        return meaning


def _resolve(fact: Fact, positions: dict[str, int]) -> tuple[str, str, _Cell] | None:
    position = positions.get(fact.header.lower())
    if position is None:
        return None
    read = fact.read
    if fact.code is None:
        return fact.column, fact.header, lambda cells: read(cells[position])
    code_position = positions.get(fact.code.lower())
    if code_position is None:
        return fact.column, fact.header, lambda cells: named("", cells[position])
    return (
        fact.column,
        fact.header,
        lambda cells: named(cells[code_position], cells[position]),
    )


def cell_reader(positions: dict[str, int]) -> Callable[[Row, str], str]:
    """Make a function (row, header) -> cell that gives an empty cell for an absent column."""

    def cell(row: Row, header: str) -> str:
        position = positions.get(header.lower())
        return "" if position is None else row.cells[position]

    return cell


Parsed: TypeAlias = Entry | Rejection
RowParser: TypeAlias = Callable[[Row], Parsed]


def parse_all(rows: Iterator[Row | Rejection], parse: RowParser) -> Iterator[Parsed]:
    """Parse each row once and refuse the second row about the same record.

    Were the last row to win, importing the same file again would change the record twice.
    """
    with closing(_FirstLines()) as first_lines:
        for row in rows:
            parsed = row if isinstance(row, Rejection) else parse(row)
            if isinstance(parsed, Entry):
                key = "/".join(map(str, parsed.same or parsed.main.key))
                if earlier := first_lines.earlier(key, parsed.line):
                    reason = f"line {earlier} of this file is about the same record"
                    parsed = Rejection(parsed.line, reason, key)
            yield parsed


class _FirstLines:
    """On which line each key came first.

    In a temporary database, because a dictionary of the keys would grow with the file.
    """

    def __init__(self) -> None:
        self._database = sqlite3.connect("", isolation_level=None)
        self._database.execute("PRAGMA synchronous=OFF")
        self._database.execute(
            "CREATE TABLE seen (key TEXT PRIMARY KEY, line INTEGER) WITHOUT ROWID"
        )
        self._database.execute("BEGIN")

    def earlier(self, key: str, line: int) -> int | None:
        """Note the key; return the line where it stood before, if it did."""
        noted = self._database.execute("INSERT OR IGNORE INTO seen VALUES (?, ?)", (key, line))
        if noted.rowcount:
            return None
        found = self._database.execute("SELECT line FROM seen WHERE key = ?", (key,)).fetchone()
        return int(found[0])

    def close(self) -> None:
        self._database.close()
