"""`flask worker`: settles what was left to be done after a commit, until it is stopped."""

from __future__ import annotations

import itertools
import signal
import threading

import click
from flask import current_app
from flask.cli import with_appcontext

from app.extensions import db
from app.search import get_engine
from app.search.engine import SearchUnavailableError
from app.search.pending import heal, keep_up

SECONDS_BETWEEN_PASSES = 2.0
# what changes without anybody's act: a designation lapses at the end of its last day
PASSES_BETWEEN_COMPARISONS = 900


@click.command("worker")
@click.option("--once", is_flag=True, help="Make one pass and stop.")
@with_appcontext
def worker(*, once: bool) -> None:
    """Bring pending changes into the search index."""
    engine = get_engine()
    if once:
        heal(engine, db.engine)
        return
    stop = threading.Event()
    for stopping in (signal.SIGINT, signal.SIGTERM):
        signal.signal(stopping, lambda *_signal: stop.set())
    heal(engine, db.engine)
    for number in itertools.count(1):
        if stop.wait(SECONDS_BETWEEN_PASSES):
            return
        compare = number % PASSES_BETWEEN_COMPARISONS == 0
        try:
            (heal if compare else keep_up)(engine, db.engine)
        except SearchUnavailableError:
            current_app.logger.warning("The search index is busy; the next pass tries again")
