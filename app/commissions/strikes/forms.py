"""Why an entry is struck out, and the buttons that do it and take it back."""

from __future__ import annotations

from app.web.fields import LongText, Submit
from app.web.forms import Form

NO_NAMES = "Do not name pupils or record safeguarding details."


class StrikeForm(Form):
    reason = LongText(
        "Why do you strike it out?",
        hint=f"Everybody who can read the entry will read this. {NO_NAMES}",
        missing="Say why you strike it out",
        rows=3,
    )
    submit = Submit("Strike it out")


class StrikeDraftForm(Form):
    """Of what both sides still write, nobody has to say why."""

    reason = LongText(
        "Why do you strike it out? (optional)",
        hint=f"Everybody who can read the agreement will read this. {NO_NAMES}",
        rows=3,
    )
    submit = Submit("Strike it out")


class RestoreForm(Form):
    submit = Submit("Restore it")
