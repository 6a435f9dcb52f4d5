"""A time of day, typed as people write it."""

from __future__ import annotations

import re
from datetime import time
from typing import Any

from govuk_frontend_wtf.wtforms_widgets import GovTextInput
from wtforms import Field
from wtforms.validators import InputRequired, Optional

_WRITTEN = re.compile(r"(\d{1,2})(?:[:.]?(\d{2}))?\s*(am|pm)?", re.ASCII)
_NAMED = {"noon": time(12), "midday": time(12)}
NOT_A_TIME = "Enter a time like 9:30am or 14:00"


class TimeField(Field):
    """A time on the wall clock: 9:30am, 9.30, 2pm, 14:00 or noon."""

    widget = GovTextInput()

    def __init__(
        self, label: str, *, hint: str = "", missing: str | None = None, **kwargs: Any
    ) -> None:
        rules = [InputRequired(missing)] if missing else [Optional()]
        render = {"params": {"classes": "govuk-input--width-5"}}
        super().__init__(label, description=hint, validators=rules, render_kw=render, **kwargs)

    def _value(self) -> str:
        if self.raw_data:
            return str(self.raw_data[0])
        return time_words(self.data) if self.data else ""

    def process_formdata(self, valuelist: list[str]) -> None:
        self.data = None
        if valuelist and valuelist[0].strip():
            self.data = read_time(valuelist[0])


def read_time(text: str) -> time:
    """Return the time that was typed; raise ValueError with what to type instead."""
    typed = text.strip().lower()
    if typed in _NAMED:
        return _NAMED[typed]
    found = _WRITTEN.fullmatch(typed)
    if found is None:
        raise ValueError(NOT_A_TIME)
    hour, minute, half = int(found[1]), int(found[2] or 0), found[3]
    if half and not 1 <= hour <= 12:
        raise ValueError(NOT_A_TIME)
    if half:
        hour = hour % 12 + (12 if half == "pm" else 0)
    try:
        return time(hour, minute)
    except ValueError as error:
        raise ValueError(NOT_A_TIME) from error


def time_words(at: time) -> str:
    """Return 9:30am."""
    return f"{at.hour % 12 or 12}:{at:%M}{'am' if at.hour < 12 else 'pm'}"
