"""SQLite's full text search with its facets in SQL; Datasette serves the same file."""

from __future__ import annotations

import sqlite3
from pathlib import Path

from app.search.documents import FIELD_WEIGHTS
from tests.benchmarks.contenders.bench import (
    FACETS,
    SNIPPET_WORDS,
    TOP,
    Answering,
    Bench,
    without_own,
)
from tests.benchmarks.questions import Question

# facets of which an entry has one value are columns
COLUMNS = ("availability", "kind")
NAMES = tuple(FIELD_WEIGHTS)


def file_of(bench: Bench) -> Path:
    return bench.folder / "fts.db"


def build(bench: Bench) -> None:
    database = sqlite3.connect(file_of(bench))
    texts, columns = ", ".join(NAMES), ", ".join(COLUMNS)
    marks = ", ".join("?" * (1 + len(NAMES) + len(COLUMNS)))
    database.executescript(
        f"""
        CREATE TABLE entry (id INTEGER PRIMARY KEY, {texts}, {columns});
        CREATE TABLE facet (entry INTEGER, name, value, PRIMARY KEY (entry, name, value))
            WITHOUT ROWID;
        CREATE VIRTUAL TABLE words USING fts5(
            {texts}, content='entry', content_rowid='id', tokenize='porter unicode61'
        );
        """
    )
    database.executemany(
        f"INSERT INTO entry VALUES ({marks})",  # noqa: S608
        (
            [
                int(one.id),
                *(one.text[name] for name in NAMES),
                *(one.facets[facet][0] for facet in COLUMNS),
            ]
            for one in bench.documents
        ),
    )
    database.executemany(
        "INSERT INTO facet VALUES (?, ?, ?)",
        (
            (int(one.id), facet, value)
            for one in bench.documents
            for facet in FACETS
            for value in set(one.facets.get(facet, ()))
        ),
    )
    database.execute("INSERT INTO words(words) VALUES ('rebuild')")
    database.execute("INSERT INTO words(words) VALUES ('optimize')")
    database.execute("ANALYZE")
    database.commit()
    database.close()


def opened(bench: Bench) -> Answering:
    database = sqlite3.connect(file_of(bench))
    database.execute("CREATE TEMP TABLE found (id INTEGER PRIMARY KEY)")
    weights = ", ".join(str(weight) for weight in FIELD_WEIGHTS.values())
    marked = ", ".join(
        f"highlight(words, {NAMES.index(name)}, '<mark>', '</mark>')"
        for name in ("name", "expertise")
    )
    described = NAMES.index("description")
    snippet = f"snippet(words, {described}, '<mark>', '</mark>', '…', {SNIPPET_WORDS})"

    # cross joins: the planner knows nothing of the temporary table and would begin with the other
    def count(facet: str, filters: dict[str, str]) -> list[tuple[str, int]]:
        narrowed, given = _narrowed(filters, "found.id")
        if facet in COLUMNS:
            counting = (
                f"SELECT {facet}, count(*) FROM found"  # noqa: S608
                f" CROSS JOIN entry USING (id) {narrowed} GROUP BY 1"
            )
        else:
            counting = (
                "SELECT value, count(*) FROM found CROSS JOIN facet"  # noqa: S608
                f" ON facet.entry = found.id AND facet.name = '{facet}' {narrowed} GROUP BY 1"
            )
        return database.execute(counting, given).fetchall()

    def answer(question: Question) -> int:
        match = _match(question)
        filters = dict(question.filters)
        narrowed, given = _narrowed(filters, "words.rowid")
        database.execute(
            f"SELECT words.rowid, {marked}, {snippet} FROM words"  # noqa: S608
            f" {narrowed.replace('WHERE', 'WHERE words MATCH ? AND', 1) or 'WHERE words MATCH ?'}"
            # rank, not bm25(): so the marks are made for the first 20 only
            f" AND rank MATCH 'bm25({weights})' ORDER BY rank LIMIT {TOP}",
            [match, *given],
        ).fetchall()
        database.execute("DELETE FROM found")
        database.execute("INSERT INTO found SELECT rowid FROM words WHERE words MATCH ?", [match])
        for facet in FACETS:
            count(facet, without_own(filters, facet))
        narrowed, given = _narrowed(filters, "found.id")
        total = database.execute(f"SELECT count(*) FROM found {narrowed}", given)  # noqa: S608
        return int(total.fetchone()[0])

    return answer


def _narrowed(filters: dict[str, str], number: str) -> tuple[str, list[str]]:
    conditions = [
        f"EXISTS (SELECT 1 FROM facet WHERE facet.entry = {number}"  # noqa: S608
        f" AND facet.name = '{name}' AND facet.value = ?)"
        for name in filters
    ]
    where = f"WHERE {' AND '.join(conditions)}" if conditions else ""
    return where, list(filters.values())


def _match(question: Question) -> str:
    if question.either:
        return " OR ".join(f'"{words}"' for words in question.either)
    if question.kind == "phrase":
        return f'"{" ".join(question.words)}"'
    ending = "*" if question.kind == "beginning" else ""
    return " ".join(f'"{word}"{ending}' for word in question.words)
