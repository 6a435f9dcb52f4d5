"""What a school's figure is read beside: the same measure and year in its authority and England."""

from collections.abc import Sequence
from dataclasses import dataclass

from app.core.measure_words import value_words
from app.schools.figures.facts import (
    ENGLAND,
    ENGLAND_PRIMARY,
    ENGLAND_SECONDARY,
    ENGLAND_SPECIAL,
    of_authority,
)
from app.schools.figures.models import PublishedFigure
from app.schools.figures.queries import figures_beside
from app.schools.models import School

_ENGLAND_OF_PHASE = {
    "primary": (ENGLAND_PRIMARY, "England’s primary schools"),
    "middle deemed primary": (ENGLAND_PRIMARY, "England’s primary schools"),
    "secondary": (ENGLAND_SECONDARY, "England’s secondary schools"),
    "middle deemed secondary": (ENGLAND_SECONDARY, "England’s secondary schools"),
}
# a number of pupils says nothing beside that of a whole country
COUNT = "pupils"


@dataclass(frozen=True)
class Beside:
    """Looks up what stands beside the figures of one school."""

    names: Sequence[tuple[str, str]]
    held: dict[tuple[str, str, int], PublishedFigure]

    def words(self, figure: PublishedFigure) -> str:
        """Return “Wakefield 62%, England 65%”; empty where nothing can be compared."""
        if figure.measure.unit == COUNT:
            return ""
        found = [
            (name, other)
            for about, name in self.names
            if (other := self.held.get((about, figure.measure_key, figure.year)))
            and other.value is not None
        ]
        if not found:
            return ""
        words = ", ".join(
            f"{name} {value_words(other.value, figure.measure.unit)}"
            for name, other in found
            if other.value is not None
        )
        provisional = any(other.provisional for _name, other in found)
        return f"{words} (provisional)" if provisional else words


def beside(school: School, figures: Sequence[PublishedFigure]) -> Beside:
    names = [(of_authority(school.authority_code), school.authority.name), (ENGLAND, "England")]
    if total := _ENGLAND_OF_PHASE.get((school.phase_name or "").lower()):
        names.append(total)
    elif "special" in (school.type_name or "").lower():
        names.append((ENGLAND_SPECIAL, "England’s special schools"))
    return Beside(names, figures_beside(figures, [about for about, _name in names]))
