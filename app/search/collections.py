"""Several indexes behind the interface of one: entries, courses, … each ranked and counted alone.

A document's id says to which it belongs, so whoever keeps the index up to date knows one engine.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from contextlib import ExitStack, contextmanager

from app.search.documents import Document, collection_of
from app.search.engine import LOCK_SECONDS, IndexWriter, SearchEngine
from app.search.query import SearchRequest, SearchResults


class Collections:
    def __init__(self, engines: Mapping[str, SearchEngine]) -> None:
        self.engines = engines

    def search(self, request: SearchRequest) -> SearchResults:
        return self.engines[request.collection].search(request)

    def ready(self) -> bool:
        return all(engine.ready() for engine in self.engines.values())

    def digests(self) -> Mapping[str, str]:
        return _joined(engine.digests() for engine in self.engines.values())

    @contextmanager
    def writing(
        self, *, afresh: bool = False, timeout: float = LOCK_SECONDS
    ) -> Iterator[CollectionsWriter]:
        with ExitStack() as stack:
            # always in the same order, so that of two writers none waits for the other's second
            yield CollectionsWriter(
                {
                    name: stack.enter_context(engine.writing(afresh=afresh, timeout=timeout))
                    for name, engine in self.engines.items()
                }
            )


class CollectionsWriter:
    def __init__(self, writers: Mapping[str, IndexWriter]) -> None:
        self._writers = writers

    def digests(self) -> Mapping[str, str]:
        return _joined(writer.digests() for writer in self._writers.values())

    def put(self, document: Document) -> None:
        self._writers[collection_of(document.id)].put(document)

    def remove(self, document_id: str) -> None:
        self._writers[collection_of(document_id)].remove(document_id)


def _joined(parts: Iterator[Mapping[str, str]]) -> Mapping[str, str]:
    return {document_id: digest for part in parts for document_id, digest in part.items()}
