"""The texts of a hit with what was searched for marked in them."""

from __future__ import annotations

from collections.abc import Callable, Collection, Sequence
from typing import NamedTuple

from markupsafe import Markup, escape

from app.prospectus.entry import EntrySummary
from app.search.highlight import marker
from app.search.query import Pattern


class Marked(NamedTuple):
    name: Markup
    headline: Markup
    designations: Markup
    expertise: Markup


def marks_of(entry: EntrySummary, sought: tuple[Pattern, ...], fields: Collection[str]) -> Marked:
    """Mark what was sought in the texts of the fields that have it; reading a text takes time."""
    mark, provider = marker(sought), entry.provider
    return Marked(
        (mark if "name" in fields else escape)(provider.name),
        (mark if "description" in fields else escape)(provider.headline),
        _list(entry.designations, mark if "designations" in fields else escape),
        _list(entry.expertise, mark if "expertise" in fields else escape),
    )


def _list(texts: Sequence[str], mark: Callable[[str], Markup]) -> Markup:
    if mark is escape:
        return escape(", ".join(texts))
    # escaped already, each of them
    return Markup(", ".join([mark(text) for text in texts]))  # noqa: S704
