"""One hit in words: what the entry says, why it was found, how far it is, how it fits."""

from __future__ import annotations

from collections.abc import Collection, Hashable, Mapping, Sequence
from typing import NamedTuple, TypeAlias

from app.prospectus.entry import EntrySummary
from app.prospectus.marks import Marked, marks_of
from app.search.documents import FIELD_WEIGHTS
from app.search.query import Hit, Pattern

FIELD_WORDS = {
    "name": "name",
    "organisation": "school or organisation",
    "expertise": "expertise",
    "designations": "designations",
    "locality": "places",
    "description": "description",
}


# what makes a hit another one, and the texts that come into its gaps
DrawnFrom: TypeAlias = tuple[tuple[Hashable, ...], Mapping[str, str]]


class Found(NamedTuple):
    """One hit: what the entry says in short, why it is here, how far it is and how it fits.

    Of these a page has twenty, so it is what Python makes and a template reads soonest.
    """

    entry: EntrySummary
    why: str
    marks: Marked
    distance: str = ""
    notes: Sequence[str] = ()

    def drawn_from(self, kept: Collection[int]) -> DrawnFrom:
        """`kept` are the entries of the reader's shortlist."""
        provider, about, designations, expertise, more, *rest = self.entry
        given = (
            *(provider.id, provider.slug, provider.name, about, *rest),
            *(bool(designations), bool(expertise), more, tuple(self.notes)),
            *(bool(self.distance), bool(self.why), provider.id in kept),
        )
        name, headline, marked_designations, marked_expertise = self.marks
        return given, {
            "name": name,
            "headline": headline,
            "designations": marked_designations,
            "expertise": marked_expertise,
            "distance": self.distance,
            "why": self.why,
        }


def shown(
    entry: EntrySummary,
    notes: Mapping[int, Sequence[str]],
    distance: str,
    why: str = "",
    sought: tuple[Pattern, ...] = (),
    fields: Collection[str] = (),
) -> Found:
    return Found(
        entry, why, marks_of(entry, sought, fields), distance, notes.get(entry.provider.id, ())
    )


def why_matched(hit: Hit) -> str:
    """Say in which part of the entry each word was found: the part that counts most."""
    by_field: dict[str, list[str]] = {}
    for words, fields in hit.matched.items():
        if fields:
            by_field.setdefault(max(fields, key=FIELD_WEIGHTS.__getitem__), []).append(words)
    ordered = sorted(by_field, key=lambda name: -FIELD_WEIGHTS[name])
    return "; ".join(f"{', '.join(by_field[name])} in {FIELD_WORDS[name]}" for name in ordered)
