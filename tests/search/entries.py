"""Invented entries for the tests of the search."""

from __future__ import annotations

from pathlib import Path

from app.search.documents import Document
from app.search.query import RELEVANCE, SearchRequest, SearchResults
from app.search.whoosh_engine import WhooshEngine


def entry(document_id: str, name: str = "", **parts: object) -> Document:
    """Make a document: text fields by name, `facets` and `sort` as they are."""
    facets = parts.pop("facets", {})
    sort = parts.pop("sort", {})
    text = {"name": name, **{field: str(words) for field, words in parts.items()}}
    return Document(document_id, text, facets, sort)  # type: ignore[arg-type]


def filled(folder: Path, documents: list[Document]) -> WhooshEngine:
    engine = WhooshEngine(folder)
    with engine.writing(afresh=True) as writer:
        for document in documents:
            writer.put(document)
    return engine


def ask(
    engine: WhooshEngine,
    words: str = "",
    *,
    sort: str = RELEVANCE,
    offset: int = 0,
    limit: int = 20,
    **filters: str | list[str],
) -> SearchResults:
    chosen = {
        facet: frozenset([values] if isinstance(values, str) else values)
        for facet, values in filters.items()
    }
    return engine.search(SearchRequest(words, chosen, sort, offset, limit))


def ids(results: SearchResults) -> list[str]:
    return [hit.id for hit in results.hits]
