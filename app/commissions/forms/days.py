from __future__ import annotations

from typing import TYPE_CHECKING, Any

from app.commissions.days import OfferedDays
from app.core.calendar import academic_year_words
from app.web.fields import NumberField, OneOf, Submit
from app.web.forms import Form, StaleFormError

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from decimal import Decimal


class DaysForm(Form):
    year = OneOf("Academic year", missing="Choose the academic year")
    days = NumberField(
        "Days offered",
        hint="In all, with those already reserved or used. Half days count, like 12.5",
        missing="Enter the number of days, or 0",
        most=400,
        places=1,
        suffix="days",
    )
    submit = Submit("Save")

    def __init__(self, years: Sequence[int], **kwargs: Any) -> None:
        super().__init__(**kwargs)
        self.years = years
        self.year.choices = [(str(year), academic_year_words(year)) for year in years]

    def remember(self, offered: Mapping[int, Decimal]) -> None:
        """Carry the numbers that stand on the page, one version for each year."""
        seen = [OfferedDays(year, offered.get(year)) for year in self.years]
        self.version.data = " ".join(one.version for one in seen)

    def refuse_if_stale(self, record: OfferedDays) -> None:
        """Compare the chosen year alone: somebody else may change the others meanwhile."""
        seen = str(self.version.data or "").split()
        if record.version not in seen and record.days != self.days.data:
            self.days.label.text = f"Days offered in {academic_year_words(record.year)}"
            raise StaleFormError(self, record)
