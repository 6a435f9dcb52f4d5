"""The engine: one snapshot shared by the process, replaced by a fresh one after a commit."""

from __future__ import annotations

import logging
import threading
from collections.abc import Iterator, Mapping
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Any

from app.search.documents import Document
from app.search.engine import LOCK_SECONDS, SearchUnavailableError
from app.search.query import SearchRequest, SearchResults
from app.search.whoosh_engine.matching import answer
from app.search.whoosh_engine.segments import UnreadableError
from app.search.whoosh_engine.snapshot import Snapshot
from app.search.whoosh_engine.storage import Commit, IndexDirectory, commit, stored_form

log = logging.getLogger(__name__)


class WhooshEngine:
    def __init__(self, path: Path) -> None:
        self._directory = IndexDirectory(path)
        self._snapshot: Snapshot | None = None
        self._loading = threading.Lock()
        # the commit that proved unreadable: only writing afresh helps then
        self._damaged: Commit | None = None

    def search(self, request: SearchRequest) -> SearchResults:
        try:
            return answer(self._current(), request)
        except UnreadableError:
            log.warning("The search index could not be read; trying once more", exc_info=True)
        self._forget()
        snapshot = self._current()
        try:
            return answer(snapshot, request)
        except UnreadableError as problem:
            self._damaged = snapshot.commit
            message = "the search index is damaged"
            raise SearchUnavailableError(message) from problem

    def ready(self) -> bool:
        try:
            return self._current().commit != self._damaged
        except SearchUnavailableError:
            return False

    def digests(self) -> Mapping[str, str]:
        return self._current().digests()

    @contextmanager
    def writing(
        self, *, afresh: bool = False, timeout: float = LOCK_SECONDS
    ) -> Iterator[WhooshWriter]:
        with self._directory.locked(timeout):
            digests = {} if afresh else self._current().digests()
            writer = WhooshWriter(self._directory.writer(afresh=afresh), digests)
            try:
                yield writer
                if afresh or writer.changed:
                    writer.commit(afresh=afresh)
                else:
                    writer.cancel()
            except BaseException:
                # whatever went wrong, Whoosh's own lock must not stay behind
                with suppress(Exception):
                    writer.cancel()
                raise
            if afresh:
                self._damaged = None
                self._forget()
                self._directory.delete_forgotten()

    def _forget(self) -> None:
        with self._loading:
            self._snapshot = None

    def _current(self) -> Snapshot:
        last = self._directory.last_commit()
        snapshot = self._snapshot
        if snapshot is not None and snapshot.commit == last:
            return snapshot
        with self._loading:
            # another thread may have loaded it, or another process moved on, while we waited
            last = self._directory.last_commit()
            if last is None:
                message = "the search index has not been made yet"
                raise SearchUnavailableError(message)
            if self._snapshot is None or self._snapshot.commit != last:
                self._snapshot = self._loaded(last)
            return self._snapshot

    def _loaded(self, last: Commit) -> Snapshot:
        known = {} if self._snapshot is None else self._snapshot.segments
        try:
            return Snapshot(last, self._directory.reader(), known)
        except Exception:  # a writer may have removed a file between two steps
            log.info("Reading the search index once more", exc_info=True)
        try:
            return Snapshot(last, self._directory.reader(), {})
        except Exception as problem:
            message = "the search index cannot be read"
            raise SearchUnavailableError(message) from problem


class WhooshWriter:
    def __init__(self, writer: Any, digests: Mapping[str, str]) -> None:
        self._writer = writer
        self._searcher: Any = None
        self._digests = digests
        self._put: set[str] = set()
        self.changed = False

    def digests(self) -> Mapping[str, str]:
        return self._digests

    def put(self, document: Document) -> None:
        if document.id in self._put:
            message = f"document {document.id} was put into the index twice"
            raise ValueError(message)
        if document.id in self._digests:
            self.remove(document.id)
        self._put.add(document.id)
        self._writer.add_document(**stored_form(document))
        self.changed = True

    def remove(self, document_id: str) -> None:
        if self._searcher is None:
            # one for all: Whoosh would open another for each deletion
            self._searcher = self._writer.searcher()
        self._writer.delete_by_term("id", document_id, searcher=self._searcher)
        self.changed = True

    def commit(self, *, afresh: bool) -> None:
        self._close_searcher()
        commit(self._writer, afresh=afresh)

    def cancel(self) -> None:
        self._close_searcher()
        self._writer.cancel()

    def _close_searcher(self) -> None:
        if self._searcher is not None:
            self._searcher.close()
            self._searcher = None
