"""Marks in a text what was searched for, found as the search finds it and safe with any text."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import lru_cache

from markupsafe import Markup, escape

from app.search.analysis import Position, index_positions
from app.search.query import Pattern

# names of areas and of kinds of designation come back on every page, headlines on many
_SHORT = 200
_KEPT = 500

# the positions of a text, and where among them each token stands
Places = tuple[Sequence[Position], Mapping[str, Sequence[int]]]


@lru_cache(maxsize=64)
def marker(sought: tuple[Pattern, ...]) -> Callable[[str], Markup]:
    """Return what escapes a text and puts every mention of a pattern in it into <mark>.

    Of short texts it keeps what it made: an area stands in a third of the hits of a page.
    """
    if not sought:
        return escape
    before: dict[str, Markup] = {}

    def mark(text: str) -> Markup:
        if len(text) > _SHORT:
            return _marked(text, sought)
        marked_before = before.get(text)
        if marked_before is None:
            if len(before) >= _KEPT:
                before.clear()
            marked_before = before[text] = _marked(text, sought)
        return marked_before

    return mark


def _marked(text: str, patterns: tuple[Pattern, ...]) -> Markup:
    positions, where = _short_places(text) if len(text) <= _SHORT else _places(text)
    mentions = [*_mentions(positions, where, patterns)]
    if not mentions:
        return escape(text)
    pieces: list[str] = []
    done = 0
    for start, end in _joined(mentions):
        pieces += escape(text[done:start]), "<mark>", escape(text[start:end]), "</mark>"
        done = end
    pieces.append(escape(text[done:]))
    # every piece is escaped, and joined as Markup each would be once more
    return Markup("".join(pieces))  # noqa: S704


def _places(text: str) -> Places:
    positions = index_positions(text)
    where: dict[str, list[int]] = {}
    for at, position in enumerate(positions):
        for token in position.tokens:
            where.setdefault(token, []).append(at)
    return positions, where


_short_places = lru_cache(maxsize=2_048)(_places)


def _mentions(
    positions: Sequence[Position],
    where: Mapping[str, Sequence[int]],
    patterns: Iterable[Pattern],
) -> Iterator[tuple[int, int]]:
    for pattern in patterns:
        for token in pattern[0]:
            for at in where.get(token, ()):
                there = positions[at : at + len(pattern)]
                if len(there) == len(pattern) and all(
                    not set(tokens).isdisjoint(position.tokens)
                    for tokens, position in zip(pattern[1:], there[1:], strict=True)
                ):
                    yield there[0].start, there[-1].end


def _joined(mentions: Iterable[tuple[int, int]]) -> list[tuple[int, int]]:
    """Put mentions that overlap together; neighbours stay apart, with the space between them."""
    joined: list[tuple[int, int]] = []
    for start, end in sorted(mentions):
        if joined and start < joined[-1][1]:
            joined[-1] = joined[-1][0], max(end, joined[-1][1])
        else:
            joined.append((start, end))
    return joined
