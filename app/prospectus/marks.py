"""The texts of a hit with what was searched for marked in them."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from typing import NamedTuple

from markupsafe import Markup, escape

from app.prospectus.entry import EntrySummary
from app.search.highlight import marked
from app.search.query import Pattern


class Marked(NamedTuple):
    name: Markup
    headline: Markup
    designations: Markup
    expertise: Markup


def marks_of(entry: EntrySummary, sought: Sequence[Pattern], fields: Collection[str]) -> Marked:
    """Mark what was sought in the texts of the fields that have it; reading a text takes time."""

    def within(field: str) -> Sequence[Pattern]:
        return sought if field in fields else ()

    return Marked(
        name=marked(entry.provider.name, within("name")),
        headline=marked(entry.provider.headline, within("description")),
        designations=_list(entry.designations, within("designations")),
        expertise=_list(entry.expertise, within("expertise")),
    )


def _list(texts: Sequence[str], sought: Sequence[Pattern]) -> Markup:
    if not sought:
        return escape(", ".join(texts))
    # escaped already, each of them
    return Markup(", ".join([marked(text, sought) for text in texts]))  # noqa: S704
