"""The button that undoes a step; no reason is asked for a mistake."""

from __future__ import annotations

from app.web.fields import Submit
from app.web.forms import Form


class UndoForm(Form):
    submit = Submit("Undo it")
