"""How the index follows the database, which is the truth.

A change writes `IndexUpdate` rows in its own transaction. Right after the commit they are applied
to the index and deleted. When that is interrupted the rows are still there: the worker applies
them at its next pass, and a search that meets them brings the *index* up to date without touching
the rows, because a GET must not write to the database. Documents are always loaded while the
index is locked: of two writers the later one then also has the later state.
"""

from __future__ import annotations

import logging
import threading
import time
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager

from flask import current_app, has_app_context
from sqlalchemy import Connection, Engine, delete, event, select
from sqlalchemy.orm import Session

from app.core.database import read_only
from app.search.documents import Document
from app.search.engine import LOCK_SECONDS, IndexWriter, SearchEngine, SearchUnavailableError
from app.search.models import IndexUpdate
from app.search.services import CHANGED

log = logging.getLogger(__name__)

Bind = Engine | Connection
# Given ids, the documents among them that should be found; given None, all of them, each id once.
Source = Callable[[Session, Sequence[str] | None], Iterable[Document]]
Shown = Callable[[Iterable[Document]], Iterable[Document]]

AFTER_COMMIT_LOCK_SECONDS = 2.0
SECONDS_BETWEEN_LOOKS = 2.0
_DELETE_AT_ONCE = 500

_sources: list[Source] = []


def register_source(load: Source) -> None:
    """Say where documents come from; registering the same function again changes nothing."""
    if load not in _sources:
        _sources.append(load)


def apply_pending(engine: SearchEngine, bind: Bind, *, timeout: float = LOCK_SECONDS) -> int:
    """Bring what was changed into the index and return how many notes of it were settled."""
    if not _notes(bind):
        return 0
    with engine.writing(timeout=timeout) as writer:
        notes = _notes(bind)
        _bring_up_to_date(writer, bind, sorted(set(notes.values())))
    _settle(bind, notes)
    return len(notes)


def heal(engine: SearchEngine, bind: Bind, *, afresh: bool = False, shown: Shown = iter) -> None:
    """Compare everything with the database and mend the differences.

    An index that is absent or damaged, or any with `afresh`, is made anew. `shown` wraps the
    documents as they pass, to draw progress.
    """
    with engine.writing(afresh=afresh or not engine.ready()) as writer:
        notes = _notes(bind)
        _bring_up_to_date(writer, bind, None, shown)
    _settle(bind, notes)


def keep_up(engine: SearchEngine, bind: Bind) -> None:
    """Do what a pass of the worker does: settle what is pending, or make an index that is lost."""
    if engine.ready():
        apply_pending(engine, bind)
    else:
        heal(engine, bind)


class Watch:
    """Lets a search notice that the index is behind, at most every few seconds in a process."""

    def __init__(self) -> None:
        self._last_look = float("-inf")
        self._looking = threading.Lock()
        # notes whose documents are in the index already, but that only a writer may delete
        self._applied: frozenset[int] = frozenset()

    def look(self, engine: SearchEngine, bind: Callable[[], Bind]) -> None:
        """Mend the index, only; never the database. Raises nothing: old results beat none.

        `bind` is asked for when there is something to do, for it takes longer than to see that.
        """
        if time.monotonic() - self._last_look < SECONDS_BETWEEN_LOOKS:
            return
        if not self._looking.acquire(blocking=False):
            return
        try:
            self._mend(engine, bind())
        except Exception:  # the search itself will say it, if it cannot be answered
            log.warning("The search index could not be brought up to date", exc_info=True)
        finally:
            self._last_look = time.monotonic()
            self._looking.release()

    def _mend(self, engine: SearchEngine, bind: Bind) -> None:
        if not engine.ready():
            # without waiting: whoever holds the lock is making the index already
            with engine.writing(afresh=True, timeout=0) as writer:
                _bring_up_to_date(writer, bind, None)
            return
        notes = _notes(bind)
        if fresh := {
            document_id for note, document_id in notes.items() if note not in self._applied
        }:
            with engine.writing(timeout=AFTER_COMMIT_LOCK_SECONDS) as writer:
                _bring_up_to_date(writer, bind, sorted(fresh))
        self._applied = frozenset(notes)


def _bring_up_to_date(
    writer: IndexWriter, bind: Bind, document_ids: Sequence[str] | None, shown: Shown = iter
) -> None:
    known = writer.digests()
    found = set()
    with _reading(bind) as session:
        for source in _sources:
            for document in shown(source(session, document_ids)):
                found.add(document.id)
                if known.get(document.id) != document.digest:
                    writer.put(document)
    gone = set(known if document_ids is None else document_ids) - found
    for document_id in gone & known.keys():
        writer.remove(document_id)


def _notes(bind: Bind) -> dict[int, str]:
    with _reading(bind) as session:
        rows = session.execute(select(IndexUpdate.id, IndexUpdate.document_id))
        return {row.id: row.document_id for row in rows}


def _settle(bind: Bind, notes: Iterable[int]) -> None:
    ids = sorted(notes)
    for start in range(0, len(ids), _DELETE_AT_ONCE):
        with _session(bind) as session:
            some = ids[start : start + _DELETE_AT_ONCE]
            session.execute(delete(IndexUpdate).where(IndexUpdate.id.in_(some)))
            session.commit()


def _session(bind: Bind) -> Session:
    # on a connection that is in a transaction of its owner, ours is a savepoint in it
    return Session(bind, join_transaction_mode="create_savepoint")


@contextmanager
def _reading(bind: Bind) -> Iterator[Session]:
    """Open a session of our own that sees all that is committed, and takes no write lock."""
    before = read_only.set(True)
    try:
        with _session(bind) as session:
            yield session
    finally:
        read_only.reset(before)


def _after_commit(session: Session) -> None:
    # the release of a savepoint comes by here, too; nothing is committed then
    if session.in_nested_transaction() or not has_app_context():
        return
    if not session.info.pop(CHANGED, False):
        return
    try:
        apply_pending(
            current_app.extensions["search"],
            session.get_bind(),
            timeout=AFTER_COMMIT_LOCK_SECONDS,
        )
    except SearchUnavailableError as problem:
        log.warning("The search index will follow later: %s", problem)
    except Exception:
        # the change itself is safe in the database, and its note makes the index follow later
        log.exception("The search index could not follow a change")


def listen() -> None:
    """Let the index follow every commit; called when the application is made."""
    if not event.contains(Session, "after_commit", _after_commit):
        event.listen(Session, "after_commit", _after_commit)
