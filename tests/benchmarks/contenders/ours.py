"""The portal's engine, and for its hits what the page shows of them with the words marked."""

from __future__ import annotations

import sqlite3

from app.search.highlight import marker
from app.search.query import SearchRequest
from app.search.whoosh_engine import WhooshEngine
from tests.benchmarks.contenders import fts5
from tests.benchmarks.contenders.bench import TOP, Answering, Bench
from tests.benchmarks.questions import Question

_AREAS_IN_A_LIST = 4


def opened(bench: Bench) -> Answering:
    engine = WhooshEngine(bench.index)
    texts = sqlite3.connect(fts5.file_of(bench))

    def answer(question: Question) -> int:
        filters = {facet: frozenset([value]) for facet, value in question.filters.items()}
        results = engine.search(SearchRequest(as_typed(question), filters, limit=TOP))
        ids = [int(hit.id) for hit in results.hits]
        rows = texts.execute(
            "SELECT id, name, designations, expertise, description FROM entry"  # noqa: S608
            f" WHERE id IN ({', '.join('?' * len(ids))})",
            ids,
        )
        fields = {int(hit.id): hit.fields for hit in results.hits}
        for number, name, designations, expertise, description in rows:
            shown = {
                "name": [name],
                "description": [description.split("\n", 1)[0]],
                "designations": designations.split("\n"),
                "expertise": expertise.split("\n")[:_AREAS_IN_A_LIST],
            }
            for field, parts in shown.items():
                mark = marker(results.sought if field in fields[number] else ())
                for text in parts:
                    mark(text)
        return results.total

    return answer


def as_typed(question: Question) -> str:
    words = " ".join(question.words)
    return f'"{words}"' if question.kind == "phrase" else words
