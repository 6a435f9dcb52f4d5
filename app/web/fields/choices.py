"""Choices, boxes to tick, and the button."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from govuk_frontend_wtf.wtforms_widgets import (
    GovCheckboxesInput,
    GovCheckboxInput,
    GovRadioInput,
    GovSelect,
    GovSubmitInput,
)
from wtforms import BooleanField, RadioField, SelectField, SelectMultipleField, SubmitField
from wtforms.fields.choices import SelectChoice  # type: ignore[attr-defined]  # newer than its types
from wtforms.validators import DataRequired, InputRequired, Optional

if TYPE_CHECKING:
    from collections.abc import Sequence


def _choices(pairs: Sequence[tuple[str, str]]) -> list[SelectChoice]:
    return [SelectChoice(value=value, label=words) for value, words in pairs]


class OneOf(RadioField):
    """One of a few; `choices` are (value, words)."""

    widget = GovRadioInput()

    def __init__(
        self,
        label: str,
        *,
        choices: Sequence[tuple[str, str]] = (),
        hint: str = "",
        missing: str | None = None,
        **kwargs: Any,
    ) -> None:
        rules = [InputRequired(missing)] if missing else [Optional()]
        super().__init__(
            label,
            choices=_choices(choices),
            description=hint,
            validators=rules,
            validate_choice=bool(missing),
            **kwargs,
        )


class OneFromList(SelectField):
    """One of many, in a drop-down; the empty choice comes first."""

    widget = GovSelect()

    def __init__(
        self,
        label: str,
        *,
        choices: Sequence[tuple[str, str]] = (),
        hint: str = "",
        missing: str | None = None,
        **kwargs: Any,
    ) -> None:
        rules = [DataRequired(missing)] if missing else [Optional()]
        super().__init__(
            label, choices=_choices(choices), description=hint, validators=rules, **kwargs
        )


class SomeOf(SelectMultipleField):
    """Any number of a few."""

    widget = GovCheckboxesInput()

    def __init__(
        self,
        label: str,
        *,
        choices: Sequence[tuple[str, str]] = (),
        hint: str = "",
        missing: str | None = None,
        **kwargs: Any,
    ) -> None:
        rules = [DataRequired(missing)] if missing else [Optional()]
        super().__init__(
            label, choices=_choices(choices), description=hint, validators=rules, **kwargs
        )


class Tick(BooleanField):
    """One box to tick; `missing` makes ticking it compulsory."""

    widget = GovCheckboxInput()

    def __init__(
        self, label: str, *, hint: str = "", missing: str | None = None, **kwargs: Any
    ) -> None:
        super().__init__(
            label, description=hint, validators=[DataRequired(missing)] if missing else [], **kwargs
        )


class Submit(SubmitField):
    widget = GovSubmitInput()
