"""From a question to a page of hits and the counts beside it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

import numpy as np

from app.search.analysis import Term, settled, typed_terms
from app.search.distances import miles_between
from app.search.documents import FIELD_WEIGHTS, SINKS
from app.search.query import (
    DISTANCE,
    RELEVANCE,
    Hit,
    Matching,
    Pattern,
    SearchRequest,
    SearchResults,
    parse,
)
from app.search.synonyms import Widened, widened
from app.search.whoosh_engine.segments import Numbers, Weights
from app.search.whoosh_engine.snapshot import Bits, Snapshot
from app.search.whoosh_engine.spelling import nearest, with_nearest

# by one bit for each field
_NAMES = tuple(
    tuple(name for bit, name in enumerate(FIELD_WEIGHTS) if bits >> bit & 1)
    for bits in range(1 << len(FIELD_WEIGHTS))
)
OPTIONAL_WEIGHT = 0.1
SCORE_DECIMALS = 6
# a question of so many words that so few have may do without one in three of them
LONG = 3
FEW = 3


@dataclass(frozen=True)
class Matched:
    """Who has the words, before the filters: ascending, with the scores, and as bits."""

    documents: Numbers
    scores: Weights
    bits: Bits
    matching: Matching = Matching.ALL


def answer(snapshot: Snapshot, request: SearchRequest) -> SearchResults:
    asked = _asked(request)
    terms = settled(asked.terms)
    near = nearest(snapshot, terms, asked.unclear)
    if not request.exact:
        terms = with_nearest(terms, near)
    matched = _matched(snapshot, terms)
    chosen = {
        facet: _any_of(snapshot, facet, values)
        for facet, values in request.filters.items()
        if values
    }
    found = _narrowed(matched.bits, chosen.values())
    there = snapshot.mask(found)[matched.documents]
    numbers, scores = matched.documents[there], matched.scores[there]
    best = _best(snapshot, request, numbers, scores)
    page = numbers[best]
    return SearchResults(
        hits=_hits(snapshot, page, scores[best], terms, _miles(snapshot, request, page)),
        total=len(numbers),
        facets=_counts(snapshot, matched.bits, found, chosen),
        matching=matched.matching,
        also=_also(snapshot, terms),
        unclear=asked.unclear,
        nearest=near,
        sought=tuple(
            pattern
            for term in terms
            if not (term.excluded or term.optional)
            for pattern in (term.pattern, *(meaning.pattern for meaning in term.meanings))
        ),
    )


def _asked(request: SearchRequest) -> Widened:
    terms = typed_terms(parse(request.words))
    return Widened(tuple(terms), {}) if request.exact else widened(terms)


def _also(snapshot: Snapshot, terms: tuple[Term, ...]) -> dict[str, tuple[str, ...]]:
    """Return the other words that somebody has; the rest would only be noise on the page."""
    also: dict[str, dict[str, None]] = {}
    for meaning in (meaning for term in terms for meaning in term.meanings):
        if len(snapshot.scored(meaning.pattern).documents):
            also.setdefault(meaning.instead_of, {})[meaning.shown] = None
    return {typed: tuple(found) for typed, found in also.items()}


def _matched(snapshot: Snapshot, terms: tuple[Term, ...]) -> Matched:
    if len(terms) == 1 and not (terms[0].excluded or terms[0].optional):
        # the shortest way for what is asked most often
        alone = snapshot.scored(terms[0].pattern, terms[0].meanings)
        return Matched(alone.documents, alone.scores, alone.bits)
    return _matched_by_several(snapshot, terms)


def _matched_by_several(snapshot: Snapshot, terms: tuple[Term, ...]) -> Matched:
    """Return who has all required terms; if nobody, who has half of them; else any of them.

    When few have all of a long question, also who has most of it.
    """
    scores = np.zeros(snapshot.size)
    had = np.zeros(snapshot.size, dtype=np.int64)
    required = 0
    for term in terms:
        if term.excluded:
            continue
        scored = snapshot.scored(term.pattern, term.meanings)
        scores[scored.documents] += scored.scores * (OPTIONAL_WEIGHT if term.optional else 1)
        if not term.optional:
            required += 1
            had[scored.documents] += 1
    allowed = snapshot.live.copy()
    for term in terms:
        if term.excluded:
            allowed[snapshot.scored(term.pattern).documents] = False
    for enough in sorted({required, (required + 1) // 2, min(required, 1)}, reverse=True):
        matched = (had >= enough) & allowed
        if not matched.any():
            continue
        matching = Matching.ALL if enough == required else Matching.SOME
        if matching is Matching.ALL and required >= LONG and np.count_nonzero(matched) < FEW:
            # of many words one is often beside the point, and would hide who fits
            most = (had >= required - required // LONG) & allowed
            if np.count_nonzero(most) > np.count_nonzero(matched):
                matched, matching = most, Matching.MOST
        documents = np.flatnonzero(matched)
        return Matched(documents, scores[documents], snapshot.packed(matched), matching)
    nobody = np.zeros(snapshot.size, dtype=bool)
    return Matched(np.flatnonzero(nobody), scores[nobody], snapshot.packed(nobody))


def _any_of(snapshot: Snapshot, facet: str, values: Iterable[str]) -> Bits:
    rows = snapshot.facets.get(facet, {})
    wanted = [rows[value] for value in values if value in rows]
    if len(wanted) == 1:
        alone: Bits = snapshot.rows[wanted[0]]
        return alone
    # of no row: nobody
    either: Bits = np.bitwise_or.reduce(snapshot.rows[wanted], axis=0)
    return either


def _narrowed(bits: Bits, others: Iterable[Bits]) -> Bits:
    for other in others:
        bits = bits & other
    return bits


def _counts(
    snapshot: Snapshot, matched: Bits, found: Bits, chosen: Mapping[str, Bits]
) -> dict[str, dict[str, int]]:
    sums = _sums(snapshot.rows & found)
    counts = {}
    for facet, rows in snapshot.facets.items():
        # one below the other
        own = slice(min(rows.values()), max(rows.values()) + 1)
        if facet in chosen:
            # a facet's own selection must not hide what else could be chosen in it
            others = (bits for other, bits in chosen.items() if other != facet)
            sums[own] = _sums(snapshot.rows[own] & _narrowed(matched, others))
        counts[facet] = dict(zip(rows, sums[own], strict=True))
    return counts


def _sums(rows: Bits) -> list[int]:
    sums: list[int] = np.bitwise_count(rows).sum(axis=1, dtype=np.uint32).tolist()
    return sums


def _best(snapshot: Snapshot, request: SearchRequest, numbers: Numbers, scores: Weights) -> Numbers:
    """Return the places among the numbers of those that the page shows, in its order."""
    key = request.sort.removeprefix("-")
    if request.sort == RELEVANCE:
        order = _sunk(snapshot, numbers, -np.round(scores, SCORE_DECIMALS))
    elif request.sort == DISTANCE:
        order = _miles(snapshot, request, numbers)
    else:
        order = snapshot.order(key)[numbers]
        if request.sort.startswith("-"):
            order = np.where(np.isinf(order), order, -order)
    best = _first(order, snapshot.lots, numbers, request.offset + request.limit)
    return best[request.offset :]


def _sunk(snapshot: Snapshot, numbers: Numbers, order: Weights) -> Weights:
    """Put whoever sinks behind everybody else, and leave the order among them as it is."""
    if not snapshot.has(SINKS) or not len(numbers):
        return order
    sinks = np.isfinite(snapshot.order(SINKS)[numbers])
    return order + np.where(sinks, np.ptp(order) + 1, 0)


def _miles(snapshot: Snapshot, request: SearchRequest, numbers: Numbers) -> Weights:
    """Return how far each document is; infinitely, where its place or the reader's is unknown."""
    if request.near is None:
        return np.full(len(numbers), np.inf)
    latitudes, longitudes = (snapshot.order(key)[numbers] for key in ("latitude", "longitude"))
    known = np.isfinite(latitudes) & np.isfinite(longitudes)
    miles = np.full(len(numbers), np.inf)
    miles[known] = miles_between(request.near, latitudes[known], longitudes[known])
    return miles


def _first(order: Weights, lots: Numbers, numbers: Numbers, many: int) -> Numbers:
    """Return the places of the first so many, without putting the rest in order."""
    if 0 < many < len(order):
        last = np.partition(order, many - 1)[many - 1]
        before, equal = np.flatnonzero(order < last), np.flatnonzero(order == last)
        missing = many - len(before)
        if missing < len(equal):
            equal = equal[np.argpartition(lots[numbers[equal]], missing - 1)[:missing]]
        places = np.concatenate([before, equal])
    else:
        places = np.arange(len(order))
    return places[np.lexsort((lots[numbers[places]], order[places]))][: max(many, 0)]


def _hits(
    snapshot: Snapshot, page: Numbers, scores: Weights, terms: tuple[Term, ...], miles: Weights
) -> tuple[Hit, ...]:
    matched: list[dict[str, tuple[str, ...]]] = [{} for _ in page]
    everywhere = [0 for _ in page]
    for term in terms:
        if term.excluded or term.optional:
            continue
        own = _fields(snapshot, page, term.pattern)
        for meaning in term.meanings:
            for place, bits in _fields(snapshot, page, meaning.pattern).items():
                everywhere[place] |= bits
                if place not in own:
                    matched[place][meaning.shown] = _NAMES[bits]
        for place, bits in own.items():
            everywhere[place] |= bits
            matched[place][term.shown] = _NAMES[bits]
    return tuple(
        Hit(
            snapshot.ids[number],
            round(score, SCORE_DECIMALS),
            found,
            _NAMES[bits],
            far if far < np.inf else None,
        )
        for number, score, found, bits, far in zip(
            page.tolist(), scores.tolist(), matched, everywhere, miles.tolist(), strict=True
        )
    )


def _fields(snapshot: Snapshot, page: Numbers, pattern: Pattern) -> dict[int, int]:
    """Return in which fields, a bit each, the hits at each place of the page have the pattern."""
    scored = snapshot.scored(pattern)
    if not len(scored.documents):
        return {}
    # documents ascend, so that twenty are looked up in many without sorting these
    at = np.minimum(np.searchsorted(scored.documents, page), len(scored.documents) - 1)
    there, fields = scored.documents[at] == page, scored.fields[at]
    return {
        place: bits
        for place, (has, bits) in enumerate(zip(there.tolist(), fields.tolist(), strict=True))
        if has
    }
