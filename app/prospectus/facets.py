"""The filters of the search page: each value with its count, and a chip for each that is chosen."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import NamedTuple

from app.prospectus.names import Labels
from app.prospectus.nearness import Nearness
from app.prospectus.question import FACETS, Question


class Option(NamedTuple):
    """One value of a facet with the number of entries that choosing it would show.

    Of these a page has a hundred, so it is what Python makes and reads soonest.
    """

    id: str
    value: str
    label: str
    entries: int
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


def facet_of(
    name: str, groups: Mapping[str, Labels], question: Question, counts: Mapping[str, int]
) -> Facet:
    chosen = question.chosen.get(name, ())
    return Facet(
        name,
        FACETS[name],
        [
            OptionGroup(
                title,
                [
                    Option(_id_of(name, value), value, label, counts.get(value, 0), value in chosen)
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
