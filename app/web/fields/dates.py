"""Dates in three boxes."""

from __future__ import annotations

from datetime import date
from typing import Any

from govuk_frontend_wtf.wtforms_widgets import GovDateInput
from wtforms import Field
from wtforms.validators import InputRequired, Optional, StopValidation


class GuardedDateInput(GovDateInput):
    """The library's date input expects exactly three values and fails on a malformed post."""

    def map_gov_params(self, field: Any, **kwargs: Any) -> dict[str, Any]:
        raw = field.raw_data
        field.raw_data = None if raw is None else [*raw, "", "", ""][:3]
        try:
            params: dict[str, Any] = super().map_gov_params(field, **kwargs)
        finally:
            field.raw_data = raw
        return params


class DateField(Field):
    """Day, month and year in three boxes of one name."""

    widget = GuardedDateInput()

    def __init__(
        self, label: str, *, hint: str = "", missing: str | None = None, **kwargs: Any
    ) -> None:
        rules = [InputRequired(missing)] if missing else [Optional()]
        super().__init__(
            label, description=hint, validators=kwargs.pop("validators", rules), **kwargs
        )
        self.missing = missing
        # where the error summary's link puts the cursor
        self.error_anchor = f"{self.name}-day"

    def _value(self) -> str:
        return ""

    def process_formdata(self, valuelist: list[str]) -> None:
        parts = [part.strip() for part in valuelist]
        self.data = None
        if not any(parts):
            self.raw_data = None if self.missing is None else []
            return
        if len(parts) != 3 or not all(p.isascii() and p.isdigit() and len(p) <= 4 for p in parts):
            message = "Enter a date as day, month and year, like 27 3 2027"
            raise ValueError(message)
        day, month, year = map(int, parts)
        try:
            self.data = date(year, month, day)
        except ValueError as error:
            message = "Enter a date that exists, like 27 3 2027"
            raise ValueError(message) from error
        if not 1990 <= year <= 2100:
            self.data = None
            message = "Enter the year with four figures, like 2027"
            raise ValueError(message)


def not_after(limit: date, message: str) -> Any:
    """Return a rule that refuses a later date."""

    def check(_form: object, field: Any) -> None:
        if field.data and field.data > limit:
            raise StopValidation(message)

    return check
