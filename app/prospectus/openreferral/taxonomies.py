"""The lists that entries choose from, as taxonomies and terms."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import TypeVar

from app.prospectus.facts import AVAILABILITY_WORDS, KIND_WORDS, MODE_WORDS, PHASE_WORDS
from app.prospectus.identifiers import identifier
from app.prospectus.models import DesignationType, ExpertiseArea

V = TypeVar("V", bound=StrEnum)
NAMES = {
    "expertise": "Areas of expertise",
    "designation": "Designations",
    "kind": "Who provides it",
    "phase": "Phases",
    "mode": "How they work",
    "availability": "Availability",
}


@dataclass(frozen=True)
class Term:
    """One value of a facet; `parent` is the code of the heading it stands under."""

    facet: str
    code: str
    name: str
    description: str
    parent: str | None = None

    @property
    def id(self) -> str:
        return term_id(self.facet, self.code)


@dataclass(frozen=True)
class Taxonomy:
    facet: str
    description: str
    terms: tuple[Term, ...]

    @property
    def name(self) -> str:
        return NAMES[self.facet]

    @property
    def id(self) -> str:
        return identifier("taxonomy", self.facet)

    def codes_under(self, code: str) -> frozenset[str]:
        """Return what an entry may have that counts as this term: itself, or what is below it."""
        return frozenset(term.code for term in self.terms if code in {term.code, term.parent})


def term_id(facet: str, code: str) -> str:
    return identifier("term", facet, code)


def taxonomies(
    areas: Sequence[ExpertiseArea], designations: Sequence[DesignationType]
) -> list[Taxonomy]:
    """Return all of them; of several editions of an area, the first in `areas` counts."""
    return [
        Taxonomy(
            "expertise",
            "What schools ask for help with, in groups.",
            tuple(_expertise(areas)),
        ),
        Taxonomy(
            "designation",
            "Awards that providers hold.",
            tuple(
                Term("designation", kind.code, kind.name, kind.description or kind.name)
                for kind in designations
            ),
        ),
        _fixed("kind", "A person, an organisation or a champion of governance.", KIND_WORDS),
        _fixed("phase", "Phases of education that a provider works in.", PHASE_WORDS),
        _fixed("mode", "In person or remote.", MODE_WORDS),
        _fixed("availability", "When support can start.", AVAILABILITY_WORDS),
    ]


def _expertise(areas: Sequence[ExpertiseArea]) -> Iterator[Term]:
    by_code: dict[str, ExpertiseArea] = {}
    for area in areas:
        by_code.setdefault(area.code, area)
    code_of = {area.id: area.code for area in areas}
    for code, area in by_code.items():
        parent = code_of[area.parent_id] if area.parent_id is not None else None
        yield Term("expertise", code, area.name, area.hint or area.name, parent)


def _fixed(facet: str, description: str, words: Mapping[V, str]) -> Taxonomy:
    terms = tuple(Term(facet, value.value, label, label) for value, label in words.items())
    return Taxonomy(facet, description, terms)
