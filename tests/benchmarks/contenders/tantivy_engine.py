"""Tantivy: what a compiled engine can do, near the limit."""

from __future__ import annotations

from typing import Any

from app.search.documents import FIELD_WEIGHTS
from tests.benchmarks.contenders.bench import FACETS, TOP, Answering, Bench, without_own
from tests.benchmarks.questions import Question

SHOWN = ("name", "expertise", "description")


def build(bench: Bench) -> None:
    import tantivy

    folder = bench.folder / "tantivy"
    folder.mkdir()
    writer = tantivy.Index(_schema(), path=str(folder)).writer(num_threads=1)
    for one in bench.documents:
        entry = tantivy.Document()
        for name, text in one.text.items():
            entry.add_text(name, text)
        for facet in FACETS:
            for value in one.facets.get(facet, ()):
                entry.add_text(facet, value)
        writer.add_document(entry)
    writer.commit()
    writer.wait_merging_threads()


def _schema() -> Any:
    import tantivy

    schema = tantivy.SchemaBuilder()
    for name in FIELD_WEIGHTS:
        schema.add_text_field(name, stored=name in SHOWN, tokenizer_name="en_stem")
    for facet in FACETS:
        schema.add_text_field(facet, fast=True, tokenizer_name="raw", index_option="basic")
    return schema.build()


def opened(bench: Bench) -> Answering:
    import tantivy

    schema = _schema()
    index = tantivy.Index(schema, path=str(bench.folder / "tantivy"))
    searcher = index.searcher()
    names = list(FIELD_WEIGHTS)

    def only(facet: str, value: str) -> Any:
        chosen = tantivy.Query.term_query(schema, facet, value, "basic")
        return tantivy.Query.const_score_query(chosen, 0.0)

    def narrowed(words: Any, filters: dict[str, str]) -> Any:
        if not filters:
            return words
        parts = [words, *(only(facet, value) for facet, value in filters.items())]
        return tantivy.Query.boolean_query([(tantivy.Occur.Must, part) for part in parts])

    def count(words: Any, filters: dict[str, str], facets: list[str]) -> Any:
        wanted = {facet: {"terms": {"field": facet, "size": 50}} for facet in facets}
        return searcher.aggregate(narrowed(words, filters), wanted)

    def answer(question: Question) -> int:
        options: dict[str, Any] = {}
        if question.kind in {"beginning", "misspelt"}:
            how = (True, 0, True) if question.kind == "beginning" else (False, 1, True)
            options["fuzzy_fields"] = dict.fromkeys(names, how)
        words = index.parse_query(
            _words(question),
            names,
            field_boosts=dict(FIELD_WEIGHTS),
            conjunction_by_default=True,
            **options,
        )
        filters = dict(question.filters)
        results = searcher.search(narrowed(words, filters), TOP)
        generators = {
            name: tantivy.SnippetGenerator.create(searcher, words, schema, name) for name in SHOWN
        }
        for _score, address in results.hits:
            entry = searcher.doc(address)
            for generator in generators.values():
                generator.snippet_from_doc(entry).to_html()
        count(words, filters, [facet for facet in FACETS if facet not in filters])
        for facet in filters:
            count(words, without_own(filters, facet), [facet])
        return int(results.count)

    return answer


def _words(question: Question) -> str:
    if question.either:
        return " OR ".join(f'"{words}"' for words in question.either)
    words = " ".join(question.words)
    return f'"{words}"' if question.kind == "phrase" else words
