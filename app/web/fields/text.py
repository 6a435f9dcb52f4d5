"""Words, in one line or several."""

from __future__ import annotations

from typing import Any

from govuk_frontend_wtf.wtforms_widgets import GovTextArea, GovTextInput
from wtforms import StringField, TextAreaField
from wtforms.validators import DataRequired, Length, Optional

SHORT = 200
LONG = 4000


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
