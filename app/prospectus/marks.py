"""The texts of a hit with what was searched for marked in them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from markupsafe import Markup

from app.prospectus.entry import EntrySummary
from app.search.highlight import marked
from app.search.query import Pattern


@dataclass(frozen=True)
class Marked:
    name: Markup
    headline: Markup
    designations: Markup
    expertise: Markup


def marks_of(entry: EntrySummary, sought: Sequence[Pattern] = ()) -> Marked:
    return Marked(
        name=marked(entry.provider.name, sought),
        headline=marked(entry.provider.headline, sought),
        designations=_list(entry.designations, sought),
        expertise=_list(entry.expertise, sought),
    )


def _list(texts: Sequence[str], sought: Sequence[Pattern]) -> Markup:
    return Markup(", ").join(marked(text, sought) for text in texts)
