"""Commands for the search index."""

from __future__ import annotations

from collections.abc import Iterable

import click
from flask.cli import AppGroup
from tqdm import tqdm

from app.extensions import db
from app.search import get_engine
from app.search.documents import Document
from app.search.pending import heal

cli = AppGroup("search", help="Look after the search index.")


@cli.command()
def reindex() -> None:
    """Make the search index anew from the database."""
    engine = get_engine()
    heal(engine, db.engine, afresh=True, shown=_with_progress)
    click.echo(f"{len(engine.digests())} entries in the search index")


def _with_progress(documents: Iterable[Document]) -> Iterable[Document]:
    # disable=None draws on a terminal only
    return tqdm(documents, desc="Indexing", unit=" entries", disable=None)
