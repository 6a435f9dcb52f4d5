"""The fields that all features share, in GOV.UK dress, with messages that say what to do."""

from __future__ import annotations

from datetime import date
from decimal import Decimal, InvalidOperation
from typing import TYPE_CHECKING, Any

from govuk_frontend_wtf.wtforms_widgets import (
    GovCheckboxesInput,
    GovCheckboxInput,
    GovDateInput,
    GovRadioInput,
    GovSelect,
    GovSubmitInput,
    GovTextArea,
    GovTextInput,
)
from wtforms import (
    BooleanField,
    Field,
    RadioField,
    SelectField,
    SelectMultipleField,
    StringField,
    SubmitField,
    TextAreaField,
)
from wtforms.fields.choices import SelectChoice  # type: ignore[attr-defined]  # newer than its types
from wtforms.validators import DataRequired, InputRequired, Length, Optional, StopValidation

if TYPE_CHECKING:
    from collections.abc import Sequence

SHORT = 200
LONG = 4000
MOST_PENCE = 100_000_000_00


def tidy(text: str | None) -> str | None:
    """Strip, and drop the control characters that neither a page nor PostgreSQL can hold."""
    if text is None:
        return None
    lines = text.replace("\r\n", "\n").replace("\r", "\n")
    kept = (
        c
        for c in lines
        if (c >= " " and c != "\x7f" and not "\ud800" <= c <= "\udfff") or c in "\n\t"
    )
    return "".join(kept).strip()


def _text_rules(missing: str | None, most: int) -> list[Any]:
    length = Length(max=most, message=f"Shorten this to {most:,} characters or fewer")
    return [DataRequired(missing) if missing else Optional(), length]


class ShortText(StringField):
    """One line. `missing` makes it compulsory and is the message."""

    widget = GovTextInput()

    def __init__(
        self,
        label: str,
        *,
        hint: str = "",
        missing: str | None = None,
        most: int = SHORT,
        **kwargs: Any,
    ) -> None:
        kwargs.setdefault("validators", _text_rules(missing, most))
        super().__init__(label, description=hint, filters=[tidy], **kwargs)


class LongText(TextAreaField):
    """Several lines. `missing` makes it compulsory and is the message."""

    widget = GovTextArea()

    def __init__(
        self,
        label: str,
        *,
        hint: str = "",
        missing: str | None = None,
        most: int = LONG,
        rows: int = 5,
        **kwargs: Any,
    ) -> None:
        kwargs.setdefault("validators", _text_rules(missing, most))
        kwargs.setdefault("render_kw", {"params": {"rows": rows}})
        super().__init__(label, description=hint, filters=[tidy], **kwargs)


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


class PenceField(Field):
    """Pounds in the box, whole pence in the data."""

    widget = GovTextInput()

    def __init__(
        self, label: str, *, hint: str = "", missing: str | None = None, **kwargs: Any
    ) -> None:
        rules = [InputRequired(missing)] if missing else [Optional()]
        render = {
            "params": {
                "prefix": {"text": "£"},
                "classes": "govuk-input--width-10",
                "inputmode": "decimal",
            }
        }
        super().__init__(label, description=hint, validators=rules, render_kw=render, **kwargs)

    def _value(self) -> str:
        if self.raw_data:
            return str(self.raw_data[0])
        return "" if self.data is None else f"{Decimal(self.data) / 100:.2f}".removesuffix(".00")

    def process_formdata(self, valuelist: list[str]) -> None:
        text = (valuelist[0] if valuelist else "").strip().lstrip("£").replace(",", "")
        self.data = None
        if not text:
            return
        amount = _decimal(text, places=2)
        if amount is None or not 0 <= amount * 100 <= MOST_PENCE:
            message = "Enter an amount in pounds, like 450 or 450.50"
            raise ValueError(message)
        self.data = int(amount * 100)


class NumberField(Field):
    """A decimal number; `most` and `least` bound it, `places` limits its fraction."""

    widget = GovTextInput()

    def __init__(
        self,
        label: str,
        *,
        hint: str = "",
        missing: str | None = None,
        least: int = 0,
        most: int = 1_000_000,
        places: int = 2,
        suffix: str = "",
        **kwargs: Any,
    ) -> None:
        rules = [InputRequired(missing)] if missing else [Optional()]
        params: dict[str, Any] = {"classes": "govuk-input--width-5", "inputmode": "decimal"}
        if suffix:
            params["suffix"] = {"text": suffix}
        super().__init__(
            label, description=hint, validators=rules, render_kw={"params": params}, **kwargs
        )
        self.least, self.most, self.places = least, most, places

    def _value(self) -> str:
        if self.raw_data:
            return str(self.raw_data[0])
        return "" if self.data is None else f"{Decimal(self.data).normalize():f}"

    def process_formdata(self, valuelist: list[str]) -> None:
        text = (valuelist[0] if valuelist else "").strip().rstrip("%").replace(",", "")
        self.data = None
        if not text:
            return
        number = _decimal(text, places=self.places)
        if number is None:
            message = "Enter a number, like 58" + (" or 58.5" if self.places else "")
            raise ValueError(message)
        if not self.least <= number <= self.most:
            message = f"Enter a number from {self.least:,} to {self.most:,}"
            raise ValueError(message)
        self.data = number if self.places else int(number)


def _decimal(text: str, *, places: int) -> Decimal | None:
    try:
        number = Decimal(text)
    except InvalidOperation:
        return None
    exponent = number.as_tuple().exponent
    if not number.is_finite() or not isinstance(exponent, int) or -exponent > places:
        return None
    return number


def not_after(limit: date, message: str) -> Any:
    """Return a rule that refuses a later date."""

    def check(_form: object, field: Any) -> None:
        if field.data and field.data > limit:
            raise StopValidation(message)

    return check
