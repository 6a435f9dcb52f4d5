"""Entries side by side: a row a fact, first the facts in which they differ."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from app.accounts.models import Person
from app.core.calendar import academic_year, academic_year_words
from app.core.money import pounds
from app.prospectus import entry
from app.prospectus.facts import AVAILABILITY_WORDS
from app.prospectus.fit import fit_notes
from app.prospectus.models import Provider
from app.prospectus.nearness import Nearness, distance_words, miles_to, nearness_of
from app.prospectus.permissions import can_see_contacts, can_see_rate
from app.prospectus.reader import Reader, reader_of
from app.prospectus.shortlist.days_left import days_left
from app.web.filters import counted, days_words

FEWEST_COMPARED, MOST_COMPARED = 2, 4
NOT_GIVEN = "Not given"
NOT_FOR_YOU = "Not shown to you"
NOT_ENOUGH = "Not yet shown"


@dataclass(frozen=True)
class Fact:
    """One fact of every entry, in the order of the entries; each is a list of short lines."""

    name: str
    values: Sequence[Sequence[str]]

    @property
    def differs(self) -> bool:
        return len({tuple(sorted(lines)) for lines in self.values}) > 1


@dataclass(frozen=True)
class Comparison:
    providers: Sequence[Provider]
    different: Sequence[Fact]
    alike: Sequence[Fact]


@dataclass(frozen=True)
class _Known:
    """What of the entries depends on who reads, loaded once for all of them."""

    person: Person | None
    near: Nearness
    notes: Mapping[int, Sequence[str]]
    days: Mapping[int, Decimal | None]
    today: date
    asked: Collection[str]


def comparison(
    providers: Sequence[Provider], person: Person | None, asked: Collection[str], today: date
) -> Comparison:
    """`asked` are codes of the areas the reader looked for; without them all areas are shown."""
    reader: Reader = reader_of(person)
    year = academic_year(today)
    seen = [p.id for p in providers if can_see_contacts(person, p)]
    known = _Known(
        person=person,
        near=nearness_of("", reader),
        notes=fit_notes(providers, reader, today),
        days=days_left(seen, year),
        today=today,
        asked=asked,
    )
    rows: dict[str, Callable[[Provider, _Known], Sequence[str]]] = {
        "Availability": lambda p, _k: [AVAILABILITY_WORDS[p.availability]],
        "Speaks against it": lambda p, k: k.notes.get(p.id) or ["Nothing known"],
        "Designations": _designations,
        "Expertise you looked for" if asked else "Areas of expertise": _expertise,
        "Phases": lambda p, _k: [entry.phase_words(p) or NOT_GIVEN],
        "How they work": lambda p, _k: [entry.mode_words(p) or NOT_GIVEN],
        "Serves": lambda p, _k: [entry.places_words(p) or NOT_GIVEN],
        f"Distance from {known.near.place}": _distance,
        f"Days left, {academic_year_words(year)}": _days,
        "Rate": _rate,
        "Quality assured": _assured,
        "Entry": lambda p, k: [entry.confirmed_words(p.confirmed_on, k.today)],
    }
    if known.near.point is None:
        del rows[f"Distance from {known.near.place}"]
    if not reader.speaks_for:
        del rows["Speaks against it"]
    facts = [Fact(name, [value(p, known) for p in providers]) for name, value in rows.items()]
    told = [fact for fact in facts if any(lines != [NOT_FOR_YOU] for lines in fact.values)]
    return Comparison(
        providers,
        [fact for fact in told if fact.differs],
        [fact for fact in told if not fact.differs],
    )


def _designations(provider: Provider, known: _Known) -> Sequence[str]:
    held = entry.summary_of(provider, known.today).designations
    return held or ["None in date"]


def _expertise(provider: Provider, known: _Known) -> Sequence[str]:
    held = sorted(provider.expertise, key=lambda one: (one.area.position, one.area.id))
    if known.asked:
        held = [one for one in held if one.area.code in known.asked]
        return [f"{h.area.name}: {h.note}" if h.note else h.area.name for h in held] or [
            "Not listed"
        ]
    return [one.area.name for one in held] or [NOT_GIVEN]


def _distance(provider: Provider, known: _Known) -> Sequence[str]:
    return [distance_words(miles_to(provider.host, known.near)) or "Not known"]


def _days(provider: Provider, known: _Known) -> Sequence[str]:
    if provider.id not in known.days:
        return [NOT_FOR_YOU]
    left = known.days[provider.id]
    if left is None:
        return [NOT_GIVEN]
    return [days_words(left) if left > 0 else "None"]


def _rate(provider: Provider, known: _Known) -> Sequence[str]:
    if not can_see_rate(known.person, provider):
        return [NOT_FOR_YOU]
    pence = provider.private.rate_pence_per_day
    return [NOT_GIVEN if pence is None else f"{pounds(pence)} a day"]


def _assured(provider: Provider, known: _Known) -> Sequence[str]:
    assured = entry.summary_of(provider, known.today).assured
    return [counted(assured, "commission") if assured else NOT_ENOUGH]
