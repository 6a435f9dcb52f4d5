"""The search: engines behind one small interface. It knows documents, not models."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path
from typing import cast

from flask import Flask, current_app

from app.extensions import db
from app.search import pending
from app.search.collections import Collections
from app.search.documents import ENTRIES
from app.search.engine import SearchEngine
from app.search.query import SearchRequest, SearchResults
from app.search.whoosh_engine import WhooshEngine

ENGINES: Mapping[str, Callable[[Path], SearchEngine]] = {"whoosh": WhooshEngine}
# each collection with the folder of its index, below the one that the settings name
COLLECTIONS = {ENTRIES: "", "training": "training"}


def init_app(app: Flask) -> None:
    """Open the engine that the settings name, and let it follow every commit."""
    name = app.config["SEARCH_ENGINE"]
    if name not in ENGINES:
        message = f"SEARCH_ENGINE must be one of {', '.join(ENGINES)}, not {name!r}"
        raise ValueError(message)
    folder = Path(app.config["SEARCH_INDEX_DIR"])
    engines = {kind: ENGINES[name](folder / below) for kind, below in COLLECTIONS.items()}
    app.extensions["search"] = Collections(engines)
    app.extensions["search_watch"] = pending.Watch()
    pending.listen()


def get_engine() -> SearchEngine:
    return cast("SearchEngine", current_app.extensions["search"])


def find(request: SearchRequest) -> SearchResults:
    """Answer from an index that is at most a few seconds behind; raises SearchUnavailableError."""
    engine = get_engine()
    current_app.extensions["search_watch"].look(engine, db.session.get_bind)
    return engine.search(request)
