"""Marks in a text what was searched for, found as the search finds it and safe with any text."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from markupsafe import Markup, escape

from app.search.analysis import Position, index_positions
from app.search.query import Pattern


def marked(text: str, sought: Iterable[Pattern]) -> Markup:
    """Return the text, escaped, with every mention of a pattern between <mark> and </mark>."""
    patterns = tuple(sought)
    if not patterns:
        return escape(text)
    pieces: list[Markup] = []
    done = 0
    for start, end in _joined(_mentions(index_positions(text), patterns)):
        pieces += escape(text[done:start]), Markup("<mark>{}</mark>").format(text[start:end])
        done = end
    return Markup("").join([*pieces, escape(text[done:])])


def _mentions(
    positions: Sequence[Position], patterns: Sequence[Pattern]
) -> Iterator[tuple[int, int]]:
    for at, first in enumerate(positions):
        for pattern in patterns:
            there = positions[at : at + len(pattern)]
            if len(there) == len(pattern) and all(
                not set(tokens).isdisjoint(position.tokens)
                for tokens, position in zip(pattern, there, strict=True)
            ):
                yield first.start, there[-1].end


def _joined(mentions: Iterable[tuple[int, int]]) -> list[tuple[int, int]]:
    """Put mentions that overlap together; neighbours stay apart, with the space between them."""
    joined: list[tuple[int, int]] = []
    for start, end in sorted(mentions):
        if joined and start < joined[-1][1]:
            joined[-1] = joined[-1][0], max(end, joined[-1][1])
        else:
            joined.append((start, end))
    return joined
