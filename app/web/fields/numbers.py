"""Money and other figures."""

from __future__ import annotations

from decimal import Decimal, InvalidOperation
from typing import Any

from govuk_frontend_wtf.wtforms_widgets import GovTextInput
from wtforms import Field
from wtforms.validators import InputRequired, Optional

MOST_PENCE = 100_000_000_00


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
