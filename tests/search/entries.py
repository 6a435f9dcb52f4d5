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
    exact: bool = False,
    **filters: str | list[str],
) -> SearchResults:
    chosen = {
        facet: frozenset([values] if isinstance(values, str) else values)
        for facet, values in filters.items()
    }
    return engine.search(SearchRequest(words, chosen, sort, offset, limit, exact=exact))


def ids(results: SearchResults) -> list[str]:
    return [hit.id for hit in results.hits]


ENTRIES = [
    entry(
        "ada",
        "Ada Northfield",
        expertise="Phonics and early reading",
        description="Mentors teachers of Year 1. IT support on request.",
        facets={"kind": ("person",), "phase": ("primary",)},
        sort={"name": "Ada Northfield", "confirmed": 3.0},
    ),
    entry(
        "bea",
        "Bea Southgate",
        expertise="Mathematics mastery",
        description="Worked beside phonics leads in Year 1; it supports planning.",
        facets={"kind": ("person",), "phase": ("primary", "secondary")},
        sort={"name": "bea Southgate", "confirmed": 1.0},
    ),
    entry(
        "cedar",
        "Cedar Phonics Alliance",
        expertise="Phonics; early reading; Year 1 screening check",
        designations="Teaching school hub",
        description="Phonics phonics phonics.",
        facets={"kind": ("organisation",), "phase": ("primary",)},
        sort={"name": "Cedar Phonics Alliance"},
    ),
    entry(
        "dene",
        "Dene Trust",
        expertise="Governance",
        description="Reviews of governance by experienced governors.",
        facets={"kind": ("organisation",), "phase": ("secondary",)},
        sort={"name": "Dene Trust", "confirmed": 2.0},
    ),
]
