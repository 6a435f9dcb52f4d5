"""The filters of the search page: each value with its count, and a chip for each that is chosen."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

from app.prospectus import queries
from app.prospectus.facts import (
    AVAILABILITY_WORDS,
    KIND_WORDS,
    MODE_WORDS,
    PHASE_WORDS,
)
from app.prospectus.nearness import Nearness
from app.prospectus.places import all_places
from app.prospectus.question import FACETS, Question

Labels = dict[str, str]


@dataclass(frozen=True)
class Option:
    """One value of a facet with the number of entries that choosing it would show."""

    id: str
    value: str
    label: str
    count: int
    chosen: bool


@dataclass(frozen=True)
class OptionGroup:
    """Options below one heading; a facet with short lists has one group without a title."""

    title: str
    options: Sequence[Option]

    @property
    def chosen(self) -> int:
        return sum(option.chosen for option in self.options)


@dataclass(frozen=True)
class Facet:
    name: str
    title: str
    groups: Sequence[OptionGroup]

    @property
    def options(self) -> list[Option]:
        return [option for group in self.groups for option in group.options]

    @property
    def chosen(self) -> int:
        return sum(group.chosen for group in self.groups)


@dataclass(frozen=True)
class Chip:
    """A chosen filter and the address of the page without it."""

    facet: str
    label: str
    url: str


def known_values() -> dict[str, Mapping[str, Labels]]:
    """Return for each facet its headings, and below each the values with their words."""
    flat: dict[str, Labels] = {
        "phase": {phase.value: words for phase, words in PHASE_WORDS.items()},
        "availability": {value.value: words for value, words in AVAILABILITY_WORDS.items()},
        "area": {place: place for place in all_places()},
        "mode": {mode.value: words for mode, words in MODE_WORDS.items()},
        "designation": queries.designation_names(),
        "kind": {kind.value: words for kind, words in KIND_WORDS.items()},
    }
    expertise = queries.area_names()
    return {facet: expertise if facet == "expertise" else {"": flat[facet]} for facet in FACETS}


def labels_of(groups: Mapping[str, Labels]) -> Labels:
    return {value: label for values in groups.values() for value, label in values.items()}


def facet_of(
    name: str, groups: Mapping[str, Labels], question: Question, counts: Mapping[str, int]
) -> Facet:
    return Facet(
        name,
        FACETS[name],
        [
            OptionGroup(
                title,
                [
                    Option(
                        id=_id_of(name, value),
                        value=value,
                        label=label,
                        count=counts.get(value, 0),
                        chosen=question.has(name, value),
                    )
                    for value, label in values.items()
                ],
            )
            for title, values in groups.items()
        ],
    )


@lru_cache(maxsize=2_000)
def _id_of(facet: str, value: str) -> str:
    return f"{facet}-{re.sub(r'[^a-z0-9]+', '-', value.lower())}"


def chips_of(question: Question, labels: Mapping[str, Labels], near: Nearness) -> Iterator[Chip]:
    for facet in FACETS:
        for value in question.chosen.get(facet, ()):
            yield Chip(FACETS[facet], labels[facet][value], question.without(facet, value).url)
    if near.point and not near.is_assumed:
        yield Chip("Near", f"Near {near.place}", question.near_to("").url)
