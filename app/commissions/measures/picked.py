"""What was picked for an objective, and how it fills the form.

Source and year go into the starting point itself, so that they are signed with it.
"""

from __future__ import annotations

from calendar import monthrange
from dataclasses import dataclass, replace
from datetime import date
from typing import TYPE_CHECKING

from app.commissions.services.answers import ObjectiveAnswers
from app.core.calendar import SEPTEMBER
from app.core.measure_words import Direction, value_words
from app.schools.figures.words import source_words

if TYPE_CHECKING:
    from app.schools.figures.models import Measure, PublishedFigure

LONGEST_SOURCE = 200


@dataclass(frozen=True)
class Picked:
    """A measure of the catalogue, with a published figure in it or without.

    `whose` names the predecessor whose figure it is, and is empty for the school's own.
    """

    measure: Measure
    figure: PublishedFigure | None = None
    whose: str = ""
    beside: str = ""
    invented: bool = False

    @property
    def source(self) -> str:
        if self.figure is None:
            return ""
        of = f", of {self.whose}" if self.whose else ""
        return f"{source_words(self.figure, invented=self.invented)}{of}"[:LONGEST_SOURCE]

    @property
    def value(self) -> str:
        if self.figure is None or self.figure.value is None:
            return ""
        return value_words(self.figure.value, self.measure.unit)

    def onto(self, answers: ObjectiveAnswers | None) -> ObjectiveAnswers:
        """Return the answers with what was picked in its places; the rest stays as it is."""
        direction = self.measure.direction or Direction.HIGHER
        base = answers or ObjectiveAnswers(
            change_sought="", measure="", unit="", direction=direction
        )
        named = replace(
            base,
            measure=self.measure.name,
            unit=self.measure.unit,
            direction=direction,
            cohort=self.measure.cohort,
        )
        if self.figure is None:
            return named
        return replace(
            named,
            starting_value=self.figure.value,
            starting_on=last_day_measured(self.measure, self.figure.year),
            cohort_size=self.figure.cohort_size,
            source=self.source,
            evidence=f"In the same year: {self.beside}." if self.beside else base.evidence,
        )


def last_day_measured(measure: Measure, year: int) -> date:
    """Return the last day of the month it was measured in: the day itself is not published."""
    month = measure.measured_month
    calendar_year = year if month >= SEPTEMBER else year + 1
    return date(calendar_year, month, monthrange(calendar_year, month)[1])
