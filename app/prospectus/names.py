"""What the filters call what can be chosen: every search needs these hundred names.

A process keeps them for as long as the index may be behind the database, which is seconds: officers
change kinds of designation in one process, and the others must notice. The one that changes them
lets go of them at once.
"""

from __future__ import annotations

import time
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import TypeAlias
from weakref import WeakKeyDictionary

from sqlalchemy import Connection, Engine, event
from sqlalchemy.orm import Session

from app.core import clock
from app.extensions import db
from app.prospectus import queries
from app.prospectus.facts import AVAILABILITY_WORDS, KIND_WORDS, MODE_WORDS, PHASE_WORDS
from app.prospectus.models import DesignationType, ExpertiseArea, ExpertiseVersion
from app.prospectus.places import all_places
from app.prospectus.question import FACETS

KEPT_SECONDS = 2.0
# facets whose values are offered in the search field: few enough to send with the page
SUGGESTED = ("expertise", "designation")

Labels: TypeAlias = Mapping[str, str]
# each with its values and their words; as tuples, by which a page keeps what it drew of them
Headings: TypeAlias = tuple[tuple[str, tuple[tuple[str, str], ...]], ...]


@dataclass(frozen=True)
class Names:
    """For each facet its headings with the words of each value, and the words without headings."""

    headings: Mapping[str, Headings]
    labels: Mapping[str, Labels]
    # what the search field offers while somebody types
    suggestions: tuple[str, ...]


# of each database: until when they are kept, the day they are of, and the names
_kept: WeakKeyDictionary[Engine | Connection, tuple[float, date, Names]] = WeakKeyDictionary()


def known_names() -> Names:
    bind, today, now = db.engine, clock.today(), time.monotonic()
    until, day, names = _kept.get(bind, (now, today, None))
    if names is None or until <= now or day != today:
        names = _read()
        _kept[bind] = now + KEPT_SECONDS, today, names
    return names


def forget() -> None:
    _kept.clear()


def _read() -> Names:
    flat: dict[str, Labels] = {
        "phase": {phase.value: words for phase, words in PHASE_WORDS.items()},
        "availability": {value.value: words for value, words in AVAILABILITY_WORDS.items()},
        "area": {place: place for place in all_places()},
        "mode": {mode.value: words for mode, words in MODE_WORDS.items()},
        "designation": queries.designation_names(),
        "kind": {kind.value: words for kind, words in KIND_WORDS.items()},
    }
    expertise = queries.area_names()
    groups: dict[str, Mapping[str, Labels]] = {
        facet: expertise if facet == "expertise" else {"": flat[facet]} for facet in FACETS
    }
    headings = {
        facet: tuple((title, tuple(values.items())) for title, values in titled.items())
        for facet, titled in groups.items()
    }
    labels = {
        facet: {value: words for _title, values in titled for value, words in values}
        for facet, titled in headings.items()
    }
    offered = {words for facet in SUGGESTED for words in labels[facet].values()}
    return Names(headings, labels, tuple(sorted(offered)))


@event.listens_for(Session, "after_flush")
def _let_go(session: Session, _context: object) -> None:
    changed = (*session.new, *session.dirty, *session.deleted)
    if any(isinstance(one, DesignationType | ExpertiseArea | ExpertiseVersion) for one in changed):
        forget()
