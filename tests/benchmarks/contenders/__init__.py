"""Engines that answer the same questions.

Each returns the total after it has taken the first 20 entries with the words marked in name,
expertise and description, and the counts of four facets, where a facet's own filter is left aside.
"""

from __future__ import annotations

from collections.abc import Callable
from importlib.util import find_spec

from tests.benchmarks.contenders import fts5, ours, plain_whoosh, tantivy_engine
from tests.benchmarks.contenders.bench import Answering, Bench

Opening = Callable[[Bench], Answering]
CONTENDERS: dict[str, Opening] = {
    "ours": ours.opened,
    "tantivy": tantivy_engine.opened,
    "SQLite FTS5": fts5.opened,
    "plain Whoosh": plain_whoosh.opened,
}
NEEDS = {"tantivy": "tantivy"}
WHAT_EACH_DOES = {
    "ours": "the portal's engine: synonyms and the nearest word for a misspelt one; counts all "
    "seven facets; texts of the hits by one SQL statement, marked in headline and lists. It has "
    "no beginnings: a word nobody has is taken as misspelt",
    "tantivy": "compiled; English stems, boosts as ours; misspelt and beginnings by automaton; "
    "snippets and counts by its own generator and aggregations",
    "SQLite FTS5": "porter stems, bm25() with our weights, highlight() and snippet(); the entries "
    "found go into a temporary table once, from which SQL counts. Finds nothing for misspelt words",
    "plain Whoosh": "as its manual shows it: one searcher, MultifieldParser, stored facets, "
    "groupedby, highlights(); misspelt by ~, beginnings by *. Every filter narrows every count",
}


def is_missing(name: str) -> bool:
    return name in NEEDS and find_spec(NEEDS[name]) is None
