"""The shortlist's own page: what it says of each entry, and what can be done with them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from app.accounts.models import Person
from app.prospectus.entry import EntrySummary, summary_of
from app.prospectus.fit import fit_notes
from app.prospectus.models import Provider
from app.prospectus.nearness import distance_words, miles_to, nearness_of
from app.prospectus.reader import reader_of
from app.prospectus.shortlist.compare import MOST_COMPARED


@dataclass(frozen=True)
class Line:
    """`summary` is missing for what is public no more: its name is all that is said."""

    provider: Provider
    summary: EntrySummary | None
    notes: Sequence[str] = ()
    distance: str = ""
    # the first few are ticked, ready to be compared
    ticked: bool = False


def lines_of(providers: Sequence[Provider], person: Person | None, today: date) -> list[Line]:
    reader = reader_of(person)
    near = nearness_of("", reader)
    public = [provider for provider in providers if provider.is_public]
    notes = fit_notes(public, reader, today)
    first = {provider.id for provider in public[:MOST_COMPARED]}
    return [
        Line(
            provider=provider,
            summary=summary_of(provider, today),
            notes=notes.get(provider.id, ()),
            distance=distance_words(miles_to(provider.host, near)),
            ticked=provider.id in first,
        )
        if provider.is_public
        else Line(provider, None)
        for provider in providers
    ]
