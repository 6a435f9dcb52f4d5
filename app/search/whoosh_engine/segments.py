"""What is read once from a segment of the index. A segment never changes, so neither do these."""

from __future__ import annotations

import threading
from collections import OrderedDict
from collections.abc import Callable, Hashable
from hashlib import blake2b
from typing import Any, Generic, TypeVar

import numpy as np
from numpy.typing import NDArray

from app.search.documents import FIELD_WEIGHTS

# a document and a place in one number, so that phrases are found by adding and intersecting
PLACE_BITS = 20
CACHED_NUMBERS_PER_SEGMENT = 8_000_000

Numbers = NDArray[np.int64]
Weights = NDArray[np.float64]
K = TypeVar("K", bound=Hashable)
V = TypeVar("V")
T = TypeVar("T")


class UnreadableError(Exception):
    """A part of the index is damaged or has vanished."""


class BoundedCache(Generic[K, V]):
    """Keeps the values used last, as many as fit in `capacity` by their `size`."""

    def __init__(self, capacity: int, size: Callable[[V], int]) -> None:
        self._capacity = capacity
        self._size = size
        self._kept: OrderedDict[K, V] = OrderedDict()
        self._filled = 0
        self._lock = threading.Lock()

    def get(self, key: K, make: Callable[[], V]) -> V:
        with self._lock:
            if key in self._kept:
                self._kept.move_to_end(key)
                return self._kept[key]
        value = make()  # two threads may make the same; that is cheaper than waiting
        with self._lock:
            if key not in self._kept:
                self._kept[key] = value
                self._filled += self._size(value)
                while self._filled > self._capacity and len(self._kept) > 1:
                    self._filled -= self._size(self._kept.popitem(last=False)[1])
        return value


class Segment:
    def __init__(self, reader: Any) -> None:
        self.size: int = reader.doc_count_all()
        stored = [reader.stored_fields(number) for number in range(self.size)]
        self.ids: list[str] = [fields["id"] for fields in stored]
        self.digests: list[str] = [fields["digest"] for fields in stored]
        self.sort: list[dict[str, str | float]] = [fields["sort"] for fields in stored]
        # as written, also of entries deleted since
        self.words: set[str] = set()
        for fields in stored:
            self.words.update(fields["words"].split())
        self.lots = np.array([lot(document_id) for document_id in self.ids], dtype=np.uint64)
        self.lengths = {
            name: np.array(
                # None where the document lacks a field that others have
                [reader.doc_field_length(number, name) or 0 for number in range(self.size)],
                dtype=np.float64,
            )
            for name in FIELD_WEIGHTS
        }
        self.facets: dict[str, dict[str, list[int]]] = {}
        for number, fields in enumerate(stored):
            for facet, values in fields["facets"].items():
                by_value = self.facets.setdefault(facet, {})
                for value in values:
                    by_value.setdefault(value, []).append(number)
        self._reader = reader
        self._reading = threading.Lock()
        self._postings: BoundedCache[tuple[str, str], tuple[Numbers, Weights]] = BoundedCache(
            CACHED_NUMBERS_PER_SEGMENT, lambda postings: 2 * len(postings[0]) + 1
        )
        self._places: BoundedCache[tuple[str, str], Numbers] = BoundedCache(
            CACHED_NUMBERS_PER_SEGMENT, lambda places: len(places) + 1
        )

    def postings(self, name: str, token: str) -> tuple[Numbers, Weights]:
        """Return in which documents the field has the token, ascending, and how often."""
        return self._postings.get((name, token), lambda: self._read_postings(name, token))

    def places(self, name: str, token: str) -> Numbers:
        """Return every place of the token in the field, as document and position in one number."""
        return self._places.get((name, token), lambda: self._read_places(name, token))

    def _read_postings(self, name: str, token: str) -> tuple[Numbers, Weights]:
        read = self._read(name, token, lambda matcher: (matcher.id(), matcher.weight()))
        numbers, weights = zip(*read, strict=True) if read else ((), ())
        return np.array(numbers, dtype=np.int64), np.array(weights, dtype=np.float64)

    def _read_places(self, name: str, token: str) -> Numbers:
        read = self._read(
            name, token, lambda matcher: (matcher.id() << PLACE_BITS, matcher.value_as("positions"))
        )
        return np.array([base + place for base, places in read for place in places], dtype=np.int64)

    def _read(self, name: str, token: str, take: Callable[[Any], T]) -> list[T]:
        read = []
        try:
            # threads share the reader's file and its place in it
            with self._reading:
                if (name, token) in self._reader:
                    matcher = self._reader.postings(name, token)
                    while matcher.is_active():
                        read.append(take(matcher))
                        matcher.next()
        except Exception as problem:  # a damaged file fails in any manner
            message = f"the postings of {token} in {name}"
            raise UnreadableError(message) from problem
        return read


def lot(document_id: str) -> int:
    """Draw the entry's place among equals: by chance as it were, but always the same."""
    return int.from_bytes(blake2b(document_id.encode(), digest_size=8).digest(), "big")
