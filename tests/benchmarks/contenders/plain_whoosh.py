"""Whoosh as its manual shows it, on an index of its own."""

from __future__ import annotations

from typing import Any

from app.search.documents import FIELD_WEIGHTS
from tests.benchmarks.contenders.bench import FACETS, TOP, Answering, Bench
from tests.benchmarks.questions import Question


def build(bench: Bench) -> None:
    from whoosh.index import create_in

    folder = bench.folder / "plain"
    folder.mkdir()
    writer = create_in(folder, _schema()).writer(limitmb=256)
    for one in bench.documents:
        values = {facet: " ".join(one.facets.get(facet, ())) for facet in FACETS}
        writer.add_document(id=one.id, **one.text, **values)
    writer.commit()


def _schema() -> Any:
    from whoosh import fields
    from whoosh.analysis import StemmingAnalyzer

    shown = {"name", "expertise", "description"}
    texts = {
        name: fields.TEXT(analyzer=StemmingAnalyzer(), field_boost=weight, stored=name in shown)
        for name, weight in FIELD_WEIGHTS.items()
    }
    facets = {facet: fields.KEYWORD(stored=True) for facet in FACETS}
    return fields.Schema(id=fields.ID(stored=True), **texts, **facets)


def opened(bench: Bench) -> Answering:
    from whoosh import query, sorting
    from whoosh.index import open_dir
    from whoosh.qparser import FuzzyTermPlugin, MultifieldParser

    index = open_dir(bench.folder / "plain")
    searcher = index.searcher()
    parser = MultifieldParser(list(FIELD_WEIGHTS), index.schema)
    parser.add_plugin(FuzzyTermPlugin())
    groups = sorting.Facets()
    for facet in FACETS:
        groups.add_facet(facet, sorting.StoredFieldFacet(facet, allow_overlap=True))

    def answer(question: Question) -> int:
        only = query.And([query.Term(facet, value) for facet, value in question.filters.items()])
        results = searcher.search(
            parser.parse(_words(question)),
            limit=TOP,
            groupedby=groups,
            filter=only if question.filters else None,
        )
        for facet in FACETS:
            results.groups(facet)
        for hit in results:
            for name in ("name", "expertise", "description"):
                hit.highlights(name)
        return len(results)

    return answer


def _words(question: Question) -> str:
    if question.either:
        return " OR ".join(f'"{words}"' for words in question.either)
    words = " ".join(question.words)
    if question.kind == "phrase":
        return f'"{words}"'
    return words + {"beginning": "*", "misspelt": "~"}.get(question.kind, "")
