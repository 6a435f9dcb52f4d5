"""An entry in words: for a list, and its designations and expertise for its own page."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cache, lru_cache
from typing import NamedTuple

from app.prospectus.facts import (
    AVAILABILITY_WORDS,
    DESIGNATION_STATUS_WORDS,
    MODE_WORDS,
    PHASE_WORDS,
    Availability,
    DesignationStatus,
    ProviderKind,
)
from app.prospectus.freshness import SINK_AFTER
from app.prospectus.listed import KEPT_ENTRIES, AtLength, Award, Entry, Held, Listed
from app.prospectus.models import Designation, Provider, ProviderExpertise
from app.prospectus.places import area_words
from app.web.filters import date_words

_AREAS_IN_A_LIST = 4
_DAYS_A_MONTH = 30.44

AVAILABILITY_TONES = {
    Availability.NOW: "good",
    Availability.NEXT_TERM: "active",
    Availability.WAITING_LIST: "waiting",
}
STANDING_TONES = {
    DesignationStatus.ACTIVE: "good",
    DesignationStatus.CONDITIONAL: "warning",
    DesignationStatus.UNDER_REVIEW: "waiting",
    DesignationStatus.SUSPENDED: "bad",
    DesignationStatus.ENDED: "neutral",
    DesignationStatus.LAPSED: "neutral",
}


class EntrySummary(NamedTuple):
    """What a list says of an entry."""

    provider: Entry
    about: str
    designations: Sequence[str]
    expertise: Sequence[str]
    more_expertise: int
    phases: str
    availability: str
    availability_tone: str
    confirmed: str
    # commissions quality assured; 0 while there are too few to be shown
    assured: int


@dataclass(frozen=True)
class DesignationLine:
    name: str
    awarded_by: str
    standing: str
    tone: str
    dates: str


@dataclass(frozen=True)
class ExpertiseSection:
    """Areas of one group, in the order of the list of areas."""

    title: str
    held: Sequence[ProviderExpertise]


def summary_of(provider: Entry, today: date) -> EntrySummary:
    """Return the entry in short."""
    # a listed one never changes
    return (_kept_summary if isinstance(provider, Listed) else _summary)(provider, today)


def summary_for(
    provider: Listed, today: date, codes: Collection[str], words: Collection[str]
) -> EntrySummary:
    """Return the entry in short; areas of the codes and words asked for come first."""
    summary = _kept_summary(provider, today)
    # a single area needs no order
    if len(provider.expertise) < 2 or not (codes or words):
        return summary
    areas = _asked_for_first(provider.expertise, codes, [word.casefold() for word in words])
    return summary._replace(expertise=areas[:_AREAS_IN_A_LIST])


def _summary(provider: Entry, today: date) -> EntrySummary:
    areas = [held.area.name for held in provider.expertise]
    return EntrySummary(
        provider=provider,
        about=about_words(provider),
        designations=[
            _in_a_list(held, today) for held in provider.designations if held.in_date(today)
        ],
        expertise=areas[:_AREAS_IN_A_LIST],
        more_expertise=max(0, len(areas) - _AREAS_IN_A_LIST),
        phases=phase_words(provider),
        availability=AVAILABILITY_WORDS[provider.availability],
        availability_tone=AVAILABILITY_TONES[provider.availability],
        confirmed=confirmed_words(provider.confirmed_on, today),
        assured=provider.assured,
    )


_kept_summary = lru_cache(maxsize=KEPT_ENTRIES)(_summary)


def _asked_for_first(
    expertise: Sequence[Held], codes: Collection[str], folded: Sequence[str]
) -> list[str]:
    """Return the names of the areas."""
    first: list[str] = []
    others: list[str] = []
    for held in expertise:
        asked = held.area.code in codes
        # a loop: there are a hundred areas on a page, and few words
        for word in folded:
            if word in held.folded:
                asked = True
        (first if asked else others).append(held.area.name)
    return first + others


def rows_to_confirm(provider: Provider, summary: EntrySummary) -> list[dict[str, str]]:
    """Return what most often goes out of date, for its lead to read before confirming."""
    facts = {
        "In one line": provider.headline,
        "Availability": summary.availability,
        "Phases": summary.phases,
        "How they work": mode_words(provider),
        "Serves": places_words(provider),
        "Areas of expertise": ", ".join(held.area.name for held in provider.expertise),
    }
    return [{"key": key, "value": value} for key, value in facts.items()]


def about_words(provider: Entry) -> str:
    """Return what kind of provider it is and where it is at home."""
    what = "Individual"
    if provider.kind is ProviderKind.ORGANISATION:
        kind = provider.organisation_type or "organisation"
        what = kind[:1].upper() + kind[1:]
    elif provider.kind is ProviderKind.CHAMPION:
        what = "Champion of governance"
    if provider.host is None:
        return what
    town = provider.host.town
    place = f", {town}" if town and town not in provider.host.name else ""
    return f"{what} at {provider.host.name}{place}"


def _in_a_list(held: Designation | Award, today: date) -> str:
    standing = held.standing_on(today)
    if standing is DesignationStatus.ACTIVE:
        return held.type.name
    return f"{held.type.name} ({DESIGNATION_STATUS_WORDS[standing].lower()})"


def phase_words(provider: Entry) -> str:
    return _phase_words(tuple(provider.phases))


@cache
def _phase_words(phases: tuple[str, ...]) -> str:
    return ", ".join(words for phase, words in PHASE_WORDS.items() if phase in phases)


def mode_words(provider: Provider | AtLength) -> str:
    return ", ".join(words for mode, words in MODE_WORDS.items() if mode in provider.modes)


def places_words(provider: Provider | AtLength) -> str:
    return ", ".join(area_words(area) for area in provider.areas)


def confirmed_words(confirmed_on: date | None, today: date) -> str:
    """Say how fresh the entry is."""
    if confirmed_on is None:
        return "Not yet confirmed"
    days = (today - confirmed_on).days
    if days >= SINK_AFTER.days:
        return f"Not confirmed for {round(days / _DAYS_A_MONTH)} months"
    if days < 1:
        return "Confirmed today"
    return "Confirmed yesterday" if days == 1 else f"Confirmed {days} days ago"


def designation_lines(provider: Provider, today: date) -> list[DesignationLine]:
    """Return every designation: those that may be relied on first, then the latest first."""
    held = sorted(provider.designations, key=lambda one: not one.in_date(today))
    return [designation_line(one, today) for one in held]


def designation_line(held: Designation, today: date) -> DesignationLine:
    standing = held.standing_on(today)
    words, tone = DESIGNATION_STATUS_WORDS[standing], STANDING_TONES[standing]
    if held.awarded_on > today:
        words, tone = "Not yet in force", "neutral"
    awarded = date_words(held.awarded_on)
    dates = f"{awarded} to {date_words(held.ends_on)}" if held.ends_on else f"From {awarded}"
    return DesignationLine(held.type.name, held.type.awarding_body, words, tone, dates)


def expertise_sections(provider: Provider) -> list[ExpertiseSection]:
    rows = sorted(provider.expertise, key=lambda held: (held.area.position, held.area.id))
    groups = {held.area.parent_id: held.area.parent for held in rows}
    ordered = sorted(groups.values(), key=lambda group: group.position if group else 0)
    return [
        ExpertiseSection(
            group.name if group else "Other",
            [held for held in rows if held.area.parent is group],
        )
        for group in ordered
    ]
