"""The nearest word that somebody has, for a word that nobody has: searched for, too, and said.

Only words of entries that are there now: what has gone must not show through a suggestion.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace

from rapidfuzz import process
from rapidfuzz.distance import OSA

from app.search.analysis import Meaning, Term, folded, pattern_of
from app.search.whoosh_engine.snapshot import Snapshot

# shorter ones are near to too many
SHORTEST = 5
MOST_SUGGESTIONS = 5
CANDIDATES = 12


def nearest(
    snapshot: Snapshot, terms: Iterable[Term], unclear: Mapping[str, object]
) -> dict[str, str]:
    """Return words as typed that neither an entry nor the sector's words know, and the nearest."""
    found: dict[str, str] = {}
    for term in terms:
        if len(found) < MOST_SUGGESTIONS and _is_unknown(snapshot, term, unclear):
            suggestion = _suggestion(snapshot, folded(term.shown))
            if suggestion:
                found[term.shown] = suggestion
    return found


def with_nearest(terms: Iterable[Term], near: Mapping[str, str]) -> tuple[Term, ...]:
    return tuple(
        replace(term, meanings=(Meaning(word, pattern_of(word), term.shown),))
        if (word := near.get(term.shown))
        else term
        for term in terms
    )


def _is_unknown(snapshot: Snapshot, term: Term, unclear: Mapping[str, object]) -> bool:
    if term.optional or term.as_typed or term.meanings or term.shown in unclear:
        return False
    word = term.shown
    return len(word) >= SHORTEST and word.isalpha() and not _count(snapshot, term.shown)


def _suggestion(snapshot: Snapshot, word: str) -> str | None:
    close = process.extract(
        word,
        snapshot.words(),
        scorer=OSA.distance,
        score_cutoff=1 if len(word) < 6 else 2,
        limit=CANDIDATES,
    )
    best = min(
        (
            (distance, candidate[0] != word[0], -count, candidate)
            for candidate, distance, _place in close
            if (count := _count(snapshot, candidate))
        ),
        default=None,
    )
    return best[-1] if best else None


def _count(snapshot: Snapshot, word: str) -> int:
    return len(snapshot.scored(pattern_of(word)).documents)
