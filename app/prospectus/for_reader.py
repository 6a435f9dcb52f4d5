"""What an entry's own page says to its reader: how far, how it fits, whether to ask."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from app.accounts.models import Person
from app.prospectus.fit import fit_notes, may_be_asked
from app.prospectus.models import Provider
from app.prospectus.nearness import distance_words, miles_to, nearness_of
from app.prospectus.permissions import is_invited_to_ask
from app.prospectus.reader import reader_of


@dataclass(frozen=True)
class ForReader:
    distance: str
    place: str
    notes: Sequence[str]
    may_ask: bool


def for_reader(provider: Provider, person: Person | None, near: str, today: date) -> ForReader:
    """`near` is the place of the search that the reader came from, as its address has it."""
    reader = reader_of(person)
    here = nearness_of(near, reader)
    return ForReader(
        distance=distance_words(miles_to(provider.host, here)),
        place=here.place,
        notes=fit_notes([provider], reader, today).get(provider.id, ()),
        may_ask=is_invited_to_ask(person, provider) and may_be_asked(provider, reader),
    )
