from __future__ import annotations

from app.web.fields import LongText, Submit
from app.web.forms import Form


class HideForm(Form):
    reason = LongText(
        "Why? (optional)",
        hint="Only you and the authority’s officers read it",
        most=500,
        rows=3,
    )
    submit = Submit("Take it out")


class HideByOfficerForm(Form):
    reason = LongText(
        "Why?",
        hint="The provider reads it",
        missing="Say why the entry goes out of sight",
        most=500,
        rows=3,
    )
    submit = Submit("Take it out")


class ShowForm(Form):
    submit = Submit("Bring it back")
