from __future__ import annotations

from typing import TYPE_CHECKING, Any

from app.core.calendar import academic_year_words
from app.web.fields import NumberField, OneOf, Submit
from app.web.forms import Form

if TYPE_CHECKING:
    from collections.abc import Sequence


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
        self.year.choices = [(str(year), academic_year_words(year)) for year in years]
