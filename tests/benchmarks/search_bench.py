"""The prospectus search beside Whoosh as its manual shows it and SQLite's FTS5, in one run.

Each answers the same questions with the first 20 entries, their total and the counts of four
facets. `python -m tests.benchmarks.search_bench [SIZE…]`
"""
# ruff: noqa: T201  # a benchmark prints its table

from __future__ import annotations

import random
import re
import sqlite3
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from statistics import median, quantiles

from app.search.documents import FIELD_WEIGHTS, Document
from app.search.query import SearchRequest
from app.search.whoosh_engine import WhooshEngine

SIZES = (500, 5_000, 50_000)
QUESTIONS = 100
FACETS = {
    "kind": ["person", "organisation"],
    "designation": ["LLE", "NLE", "SLE", "NLG", "hub", "alliance"],
    "phase": ["nursery", "primary", "secondary", "special", "all-through"],
    "area": [f"area {number}" for number in range(20)],
}
COMMON = """phonics reading writing maths governance behaviour attendance inclusion leadership
    curriculum assessment mentoring coaching safeguarding phase transition staff primary secondary
    improvement review planning mastery vocabulary boys pupils premium disadvantaged""".split()  # noqa: SIM905
RARE = [f"{start}{end}" for start in ("wen", "cal", "brad", "thorn", "oak") for end in
        ("ford", "ley", "dale", "wick", "ham", "ton", "by", "shaw", "worth", "field")]  # fmt: skip


def listings(count: int) -> list[Document]:
    dice = random.Random(count)  # noqa: S311  # the same listings in every run

    def words(many: int) -> str:
        return " ".join(
            dice.choice(RARE) if dice.random() < 0.2 else dice.choice(COMMON) for _ in range(many)
        )

    return [
        Document(
            f"entry-{number}",
            {
                "name": words(3),
                "organisation": words(4),
                "expertise": f"{words(8)} Year {dice.randint(1, 6)}",
                "designations": words(2),
                "locality": dice.choice(RARE),
                "description": words(dice.randint(60, 160)),
            },
            {facet: (dice.choice(values),) for facet, values in FACETS.items()},
        )
        for number in range(count)
    ]


Question = tuple[str, dict[str, str]]


def questions() -> list[Question]:
    dice = random.Random(1)  # noqa: S311
    asked: list[Question] = []
    for number in range(QUESTIONS):
        common, other, rare = dice.choice(COMMON), dice.choice(COMMON), dice.choice(RARE)
        shapes = (common, rare, f"{common} {rare}", f"{common} {other}", f'"{common} {other}"')
        chosen = {"phase": "primary", "area": "area 3"} if number % 3 == 0 else {}
        asked.append((shapes[number % len(shapes)], chosen))
    return asked


Answering = Callable[[Question], int]


def ours(documents: list[Document], folder: Path) -> Answering:
    engine = WhooshEngine(folder / "ours")
    with engine.writing(afresh=True) as writer:
        for document in documents:
            writer.put(document)

    def answer(question: Question) -> int:
        words, chosen = question
        filters = {facet: frozenset([value]) for facet, value in chosen.items()}
        return engine.search(SearchRequest(words, filters)).total

    return answer


def plain_whoosh(documents: list[Document], folder: Path) -> Answering:
    from whoosh import fields, query, sorting
    from whoosh.index import create_in
    from whoosh.qparser import MultifieldParser

    texts = {name: fields.TEXT(field_boost=weight) for name, weight in FIELD_WEIGHTS.items()}
    facets = {facet: fields.ID(stored=True) for facet in FACETS}
    (folder / "plain").mkdir()
    index = create_in(folder / "plain", fields.Schema(id=fields.ID(stored=True), **texts, **facets))
    writer = index.writer(limitmb=256)
    for document in documents:
        values = {facet: value for facet, (value,) in document.facets.items()}
        writer.add_document(id=document.id, **document.text, **values)
    writer.commit()
    searcher = index.searcher()
    parser = MultifieldParser(list(FIELD_WEIGHTS), index.schema)
    groups = sorting.Facets()
    for facet in FACETS:
        groups.add_field(facet)

    def answer(question: Question) -> int:
        words, chosen = question
        only = query.And([query.Term(facet, value) for facet, value in chosen.items()])
        results = searcher.search(
            parser.parse(words), limit=20, groupedby=groups, filter=only if chosen else None
        )
        for facet in FACETS:
            results.groups(facet)
        for hit in results:
            hit.fields()
        return len(results)

    return answer


def sqlite_fts5(documents: list[Document], folder: Path) -> Answering:
    database = sqlite3.connect(folder / "fts.sqlite")
    names, facets = ", ".join(FIELD_WEIGHTS), ", ".join(FACETS)
    marks = ", ".join("?" * len(FIELD_WEIGHTS))
    database.execute(f"CREATE VIRTUAL TABLE words USING fts5({names}, tokenize='porter unicode61')")
    database.execute(f"CREATE TABLE entry (id INTEGER PRIMARY KEY, {facets})")
    for number, document in enumerate(documents):
        texts = [document.text[name] for name in FIELD_WEIGHTS]
        values = [document.facets[facet][0] for facet in FACETS]
        database.execute(
            f"INSERT INTO words (rowid, {names}) VALUES (?, {marks})",  # noqa: S608
            [number, *texts],
        )
        database.execute("INSERT INTO entry VALUES (?, ?, ?, ?, ?)", [number, *values])
    database.commit()
    weights = ", ".join(str(weight) for weight in FIELD_WEIGHTS.values())

    def answer(question: Question) -> int:
        words, chosen = question
        match = words if words.startswith('"') else re.sub(r"(\w+)", r'"\1"', words)

        def rows(what: str, end: str, filters: dict[str, str]) -> list[tuple[object, ...]]:
            narrowed = "".join(f" AND {facet} = ?" for facet in filters)
            return database.execute(
                f"SELECT {what} FROM words JOIN entry ON entry.id = words.rowid"  # noqa: S608
                f" WHERE words MATCH ?{narrowed} {end}",
                [match, *filters.values()],
            ).fetchall()

        rows("entry.id", f"ORDER BY bm25(words, {weights}) LIMIT 20", chosen)
        for facet in FACETS:
            others = {name: value for name, value in chosen.items() if name != facet}
            rows(f"{facet}, count(*)", f"GROUP BY {facet}", others)
        return int(str(rows("count(*)", "", chosen)[0][0]))

    return answer


def timed(answer: Answering, asked: list[Question]) -> tuple[float, float]:
    """Return the median and the 95th percentile in milliseconds."""
    taken = []
    for question in asked:
        start = time.perf_counter()
        answer(question)
        taken.append((time.perf_counter() - start) * 1000)
    return median(taken), quantiles(taken, n=20)[-1]


def main(sizes: tuple[int, ...]) -> None:
    asked = questions()
    for size in sizes:
        documents = listings(size)
        print(f"\n{size} listings, {len(asked)} questions, milliseconds")
        print(f"{'':14}{'first: p50':>14}{'p95':>9}{'again: p50':>14}{'p95':>9}{'built in s':>12}")
        base = 0.0
        for make in (ours, plain_whoosh, sqlite_fts5):
            with tempfile.TemporaryDirectory() as folder:
                start = time.perf_counter()
                answer = make(documents, Path(folder))
                built = time.perf_counter() - start
                first, first_slow = timed(answer, asked)
                middle, slow = timed(answer, asked)
            base = base or middle
            name = make.__name__.replace("_", " ")
            print(
                f"{name:14}{first:14.2f}{first_slow:9.2f}{middle:14.2f}{slow:9.2f}{built:12.1f}"
                f"   {middle / base:.1f} times ours"
            )


if __name__ == "__main__":
    main(tuple(int(size) for size in sys.argv[1:]) or SIZES)
