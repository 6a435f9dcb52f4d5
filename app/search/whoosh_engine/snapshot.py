"""The whole index as it stood after one commit: scores of a term, bits of a filter, orders."""

from __future__ import annotations

import threading
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from math import log
from typing import Any

import numpy as np
from numpy.typing import NDArray

from app.search.analysis import Meaning
from app.search.documents import FIELD_WEIGHTS
from app.search.query import Pattern
from app.search.whoosh_engine.segments import (
    PLACE_BITS,
    BoundedCache,
    Numbers,
    Segment,
    Weights,
)
from app.search.whoosh_engine.storage import Commit

# BM25's usual constants, as in Whoosh's own BM25F: how soon repetition stops to count, and how far
# a long text is held against a word
K1 = 1.2
B = 0.75
CACHED_SCORES = 4_000_000

# an entry with other words for what was typed counts like one with less than half of a mention
MEANING_WEIGHT = 0.4

Bits = NDArray[np.uint64]


@dataclass(frozen=True)
class Scored:
    """Who has a term, ascending, with its score over all fields and a bit for each that has it."""

    documents: Numbers
    scores: Weights
    fields: NDArray[np.uint8]
    # the documents once more, one bit each
    bits: Bits


class Snapshot:
    def __init__(self, commit: Commit, reader: Any, known: Mapping[str, Segment]) -> None:
        """Read the commit, taking over the segments that an earlier snapshot has read."""
        self.commit = commit
        self.segments: dict[str, Segment] = {}
        live: list[NDArray[np.bool_]] = []
        for part, _offset in reader.leaf_readers():
            if not part.doc_count_all():
                continue
            name = part.segment().segment_id()
            segment = known.get(name) or Segment(part)
            self.segments[name] = segment
            mask = np.zeros(segment.size, dtype=bool)
            mask[list(part.all_doc_ids())] = True
            live.append(mask)
        parts = list(self.segments.values())
        self.size = sum(part.size for part in parts)
        self._starts = np.cumsum([0, *(part.size for part in parts)])[:-1].tolist()
        self.live = np.concatenate(live) if live else np.zeros(0, dtype=bool)
        self.count = int(np.count_nonzero(self.live))
        self.ids = [document_id for part in parts for document_id in part.ids]
        lots = np.concatenate([p.lots for p in parts]) if parts else np.zeros(0, dtype=np.uint64)
        self.lots = np.empty(self.size, dtype=np.int64)
        self.lots[np.argsort(lots, kind="stable")] = np.arange(self.size)
        self._lengths = {name: self._field_lengths(name) for name in FIELD_WEIGHTS}
        # for each facet the row of each value, all in one block: one bit a document
        self.facets, self.rows = self._packed_facets()
        self._orders: dict[str, Weights] = {}
        self._sort_keys = frozenset(key for part in parts for sort in part.sort for key in sort)
        self._words: list[str] | None = None
        self._ordering = threading.Lock()
        self._scored: BoundedCache[tuple[Pattern, tuple[Meaning, ...]], Scored] = BoundedCache(
            CACHED_SCORES, lambda scored: 3 * len(scored.documents) + len(scored.bits) + 1
        )

    def digests(self) -> dict[str, str]:
        digests = (digest for part in self.segments.values() for digest in part.digests)
        return {
            document_id: digest
            for document_id, digest, live in zip(self.ids, digests, self.live, strict=True)
            if live
        }

    def words(self) -> list[str]:
        """Return every word as written, in order; put so when the first one is looked for."""
        with self._ordering:
            if self._words is None:
                parts = (part.words for part in self.segments.values())
                self._words = sorted(frozenset().union(*parts))
            return self._words

    # facets ------------------------------------------------------------------------------------

    def packed(self, mask: NDArray[np.bool_]) -> Bits:
        """Return one bit a document, in whole words."""
        packed = np.zeros(-(-len(mask) // 64) * 8, dtype=np.uint8)
        packed[: -(-len(mask) // 8)] = np.packbits(mask, bitorder="little")
        return packed.view(np.uint64)

    def mask(self, bits: Bits) -> NDArray[np.bool_]:
        """Return for each document whether its bit is set."""
        return np.unpackbits(bits.view(np.uint8), count=self.size, bitorder="little").view(bool)

    def _packed_facets(self) -> tuple[dict[str, dict[str, int]], Bits]:
        names = sorted({facet for part in self.segments.values() for facet in part.facets})
        rows: list[Bits] = []
        facets: dict[str, dict[str, int]] = {}
        for facet in names:
            packed = self._packed_facet(facet)
            if packed:
                facets[facet] = {value: len(rows) + row for row, value in enumerate(packed)}
                rows += packed.values()
        return facets, np.array(rows, dtype=np.uint64).reshape(len(rows), -(-self.size // 64))

    def _packed_facet(self, facet: str) -> dict[str, Bits]:
        masks: dict[str, NDArray[np.bool_]] = {}
        for start, part in self._parts():
            for value, numbers in part.facets.get(facet, {}).items():
                mask = masks.setdefault(value, np.zeros(self.size, dtype=bool))
                mask[np.array(numbers) + start] = True
        # a value that only deleted documents had is gone
        return {
            value: self.packed(masks[value] & self.live)
            for value in sorted(masks)
            if (masks[value] & self.live).any()
        }

    # scores ------------------------------------------------------------------------------------

    def scored(self, pattern: Pattern, meanings: tuple[Meaning, ...] = ()) -> Scored:
        """Return BM25F of the pattern: any of the tokens at each position, in one field.

        Its meanings count as rarer mentions of the same thing, so that an entry with the words as
        typed stands before one that is alike but for other words.
        """
        return self._scored.get((pattern, meanings), lambda: self._score(pattern, meanings))

    def _score(self, pattern: Pattern, meanings: tuple[Meaning, ...]) -> Scored:
        total = np.zeros(self.size)
        fields = np.zeros(self.size, dtype=np.uint8)
        for bit, (name, weight) in enumerate(FIELD_WEIGHTS.items()):
            documents, often = self._mentions(name, pattern, meanings)
            if not len(documents):
                continue
            lengths, average = self._lengths[name]
            # only what is there now counts, so that a rebuilt index ranks like a grown one
            rarity = log(self.count / (len(documents) + 1)) + 1
            norm = K1 * (1 - B + B * lengths[documents] / average)
            total[documents] += weight * rarity * often * (K1 + 1) / (often + norm)
            fields[documents] |= 1 << bit
        everyone = np.flatnonzero(total)
        return Scored(everyone, total[everyone], fields[everyone], self.packed(total > 0))

    def _mentions(
        self, name: str, pattern: Pattern, meanings: tuple[Meaning, ...]
    ) -> tuple[Numbers, Weights]:
        if not meanings:
            return self._found(name, pattern)
        often = np.zeros(self.size)
        for meaning in meanings:
            documents, counts = self._found(name, meaning.pattern)
            often[documents] = np.maximum(often[documents], counts)
        often = np.minimum(often, 1) * MEANING_WEIGHT / max(m.share for m in meanings)
        documents, counts = self._found(name, pattern)
        often[documents] += counts
        documents = np.flatnonzero(often)
        return documents, often[documents]

    def _found(self, name: str, pattern: Pattern) -> tuple[Numbers, Weights]:
        if len(pattern) > 1:
            return self._phrase(name, pattern)
        often = np.zeros(self.size)
        for token in pattern[0]:
            for start, part in self._parts():
                numbers, weights = part.postings(name, token)
                often[numbers + start] += weights
        often[~self.live] = 0
        documents = np.flatnonzero(often)
        return documents, often[documents]

    def _phrase(self, name: str, pattern: Pattern) -> tuple[Numbers, Weights]:
        found = []
        for start, part in self._parts():
            places: Numbers | None = None
            for step, tokens in enumerate(pattern):
                here = (
                    np.unique(np.concatenate([part.places(name, token) for token in tokens])) - step
                )
                places = (
                    here if places is None else np.intersect1d(places, here, assume_unique=True)
                )
            if places is not None and len(places):
                found.append((places >> PLACE_BITS) + start)
        if not found:
            return np.zeros(0, dtype=np.int64), np.zeros(0)
        documents, counts = np.unique(np.concatenate(found), return_counts=True)
        live = self.live[documents]
        return documents[live], counts[live].astype(np.float64)

    def _field_lengths(self, name: str) -> tuple[Weights, float]:
        parts = [part.lengths[name] for part in self.segments.values()]
        lengths = np.concatenate(parts) if parts else np.zeros(0)
        average = float(lengths[self.live].sum() / self.count) if self.count else 0.0
        return lengths, average or 1.0

    def _parts(self) -> Iterable[tuple[int, Segment]]:
        return zip(self._starts, self.segments.values(), strict=True)

    # orders ------------------------------------------------------------------------------------

    def order(self, key: str) -> Weights:
        """Return each document's place by a sort key, ascending; without the key it comes last."""
        with self._ordering:
            if key not in self._orders:
                self._orders[key] = self._order(key)
            return self._orders[key]

    def has(self, key: str) -> bool:
        """Tell whether anybody has the sort key."""
        return key in self._sort_keys

    def _order(self, key: str) -> Weights:
        values = [sort.get(key) for part in self.segments.values() for sort in part.sort]
        if any(isinstance(value, str) for value in values):
            texts = sorted({str(value).casefold() for value in values if value is not None})
            places = {text: float(place) for place, text in enumerate(texts)}
            values = [None if v is None else places[str(v).casefold()] for v in values]
        return np.array([np.inf if v is None else float(v) for v in values], dtype=np.float64)
