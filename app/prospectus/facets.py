"""The filters of the search page: each value with its count, and a chip for each that is chosen."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import NamedTuple

from app.prospectus.names import Headings, Labels
from app.prospectus.nearness import Nearness
from app.prospectus.question import FACETS, Question


class Option(NamedTuple):
    """One value of a facet, as its box shows it."""

    id: str
    value: str
    label: str
    chosen: bool


class OptionGroup(NamedTuple):
    """Options below one heading; a facet with short lists has one group without a title."""

    title: str
    options: tuple[Option, ...]

    @property
    def chosen(self) -> int:
        return sum(option.chosen for option in self.options)


class Facet(NamedTuple):
    """A filter, and of each of its options in turn how many entries choosing it would show.

    All but the counts is the same for whoever chose the same in it, so that it is drawn once.
    """

    name: str
    title: str
    groups: tuple[OptionGroup, ...]
    counts: tuple[int, ...]


@dataclass(frozen=True)
class Chip:
    """A chosen filter and the address of the page without it."""

    facet: str
    label: str
    url: str


def facet_of(name: str, headings: Headings, question: Question, counts: Mapping[str, int]) -> Facet:
    groups = _groups(name, headings, question.chosen.get(name, ()))
    return Facet(
        name,
        FACETS[name],
        groups,
        tuple([counts.get(option.value, 0) for group in groups for option in group.options]),
    )


@lru_cache(maxsize=300)
def _groups(name: str, headings: Headings, chosen: tuple[str, ...]) -> tuple[OptionGroup, ...]:
    return tuple(
        OptionGroup(
            title,
            tuple(
                Option(_id_of(name, value), value, label, value in chosen)
                for value, label in labels
            ),
        )
        for title, labels in headings
    )


def _id_of(facet: str, value: str) -> str:
    return f"{facet}-{re.sub(r'[^a-z0-9]+', '-', value.lower())}"


def chips_of(question: Question, labels: Mapping[str, Labels], near: Nearness) -> Iterator[Chip]:
    for facet in FACETS:
        for value in question.chosen.get(facet, ()):
            yield Chip(FACETS[facet], labels[facet][value], question.without(facet, value).url)
    if near.point and not near.is_assumed:
        yield Chip("Near", f"Near {near.place}", question.near_to("").url)
