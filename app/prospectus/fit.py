"""How an entry fits the reader's school: said beside it, and never a reason to hide it."""

from __future__ import annotations

from collections.abc import Callable, Collection, Sequence
from datetime import date

from app.core.calendar import academic_year
from app.prospectus.listed import Entry
from app.prospectus.reader import Reader
from app.schools.brief import SchoolInBrief
from app.schools.models import School

# given ids and the year that starts in September: those of them that have no day left in it
WithoutDays = Callable[[Sequence[int], int], Collection[int]]
NO_DAYS = "No days left this year"
NO_DESIGNATION = "No designation in date"

_without_days: list[WithoutDays] = []


def register_without_days(load: WithoutDays) -> None:
    """Say who counts the days: the commissions above know them, the prospectus does not."""
    _without_days[:] = [load]


def is_own_staff(provider: Entry, school_urn: int) -> bool:
    return provider.host_urn == school_urn


def has_designation(provider: Entry, day: date) -> bool:
    return any(designation.in_date(day) for designation in provider.designations)


def is_in_same_trust(provider: Entry, school: School) -> bool:
    """Tell whether another school of the school's trust lends the provider."""
    return provider.host is not None and are_in_one_trust(provider.host, school)


def are_in_one_trust(one: School | SchoolInBrief, other: School) -> bool:
    """Tell whether they are two schools of one trust."""
    if one.urn == other.urn:
        return False
    if one.trust_code or other.trust_code:
        return one.trust_code == other.trust_code
    return bool(one.trust_name) and one.trust_name == other.trust_name


def may_be_asked(provider: Entry, reader: Reader) -> bool:
    """Tell whether a school can ask at all: not one for its own staff."""
    schools = reader.speaks_for
    return not schools or any(not is_own_staff(provider, school.urn) for school in schools)


def fit_notes(providers: Sequence[Entry], reader: Reader, today: date) -> dict[int, Sequence[str]]:
    """Return by provider what speaks against it for the reader's schools; nothing for others."""
    if not reader.speaks_for or not providers:
        return {}
    ids, year = [provider.id for provider in providers], academic_year(today)
    full = {number for load in _without_days for number in load(ids, year)}
    return {
        provider.id: [
            *_about_schools(provider, reader.speaks_for),
            *([NO_DAYS] if provider.id in full else []),
            *([] if has_designation(provider, today) else [NO_DESIGNATION]),
        ]
        for provider in providers
    }


def _about_schools(provider: Entry, schools: Sequence[School]) -> list[str]:
    notes = []
    for school in schools:
        name = "your school" if len(schools) == 1 else school.name
        if is_own_staff(provider, school.urn):
            there = "Works at" if provider.kind.is_person else "Is based at"
            notes.append(f"{there} {name}, so cannot be asked")
        elif is_in_same_trust(provider, school):
            notes.append(f"In the same trust as {name}")
    return notes
