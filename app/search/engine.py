"""The small interface behind which an engine works, so that another can take its place."""

from __future__ import annotations

from collections.abc import Mapping
from contextlib import AbstractContextManager
from typing import Protocol

from app.search.documents import Document
from app.search.query import SearchRequest, SearchResults

LOCK_SECONDS = 10.0


class SearchUnavailableError(Exception):
    """The index cannot be read or written now; pages say so and go on without it."""


class IndexWriter(Protocol):
    """The index while it is being changed; nobody else changes it meanwhile."""

    def digests(self) -> Mapping[str, str]:
        """Return the digest of every document as it stood when the writing began."""

    def put(self, document: Document) -> None:
        """Add the document, or replace the one of the same id."""

    def remove(self, document_id: str) -> None: ...


class SearchEngine(Protocol):
    """An index of documents, shared by the threads of a process and by several processes."""

    def search(self, request: SearchRequest) -> SearchResults:
        """Return a page of hits; raise SearchUnavailableError when the index cannot be read."""

    def writing(
        self, *, afresh: bool = False, timeout: float = LOCK_SECONDS
    ) -> AbstractContextManager[IndexWriter]:
        """Change the index, all at once when the block ends, not at all when it raises.

        Load the documents inside the block: the lock is held there, so that of two processes the
        later one also has read the later state. `afresh` drops all that was in the index, and
        also starts from a damaged one. Raises SearchUnavailableError after `timeout` seconds of
        waiting for the lock.
        """

    def digests(self) -> Mapping[str, str]:
        """Return document id → digest of everything in the index."""

    def ready(self) -> bool:
        """Say whether the index has been filled and can be read."""
