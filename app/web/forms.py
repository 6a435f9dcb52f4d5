"""The form base: every form is taken once, and none overwrites what its sender did not see."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any
from uuid import uuid4

from flask_wtf import FlaskForm
from wtforms import HiddenField, SubmitField

from app.core.errors import Stale


class Form(FlaskForm):
    """Carries the one-time token of this copy and the version of the record it was filled from."""

    once = HiddenField(default=lambda: str(uuid4()))
    version = HiddenField()

    def refuse_if_stale(self, record: Any) -> None:
        """Raise StaleForm when somebody saved the record after this form was opened."""
        if str(self.version.data) != str(record.version):
            raise StaleFormError(self, record)

    def renew(self) -> None:
        """Give a copy that was refused a new token, for it is posted again."""
        self.once.data = str(uuid4())

    def show_faults(self, faults: Mapping[str, str]) -> None:
        """Put what a service refused at the fields it is about, by their names."""
        for name, words in faults.items():
            self[name].errors = [words]

    def values(self) -> dict[str, Any]:
        """Return the answers, without what only serves the form itself."""
        own = {"csrf_token", "once", "version"}
        return {
            field.name: field.data
            for field in self
            if field.name not in own and not isinstance(field, SubmitField)
        }


class StaleFormError(Stale):
    """Keeps both versions, so that the page can show them side by side."""

    def __init__(self, form: Form, record: Any) -> None:
        super().__init__("Somebody else saved this while you were working on it.")
        both = [
            (field, field.data, getattr(record, field.name))
            for field in form
            if hasattr(record, field.name) and field.name not in {"version", "once"}
        ]
        self.pairs = [
            (field.label.text, answer_words(field, yours), answer_words(field, theirs))
            for field, yours, theirs in both
            if answer_words(field, yours) != answer_words(field, theirs)
        ]


def answer_words(field: Any, answer: Any) -> str:
    """Return an answer as the form's own choices word it; nothing for none."""
    if answer is None:
        return ""
    if getattr(field, "choices", None):
        words = {str(value): label for value, label, *_rest in field.iter_choices()}
        return str(words.get(str(answer), answer))
    return str(answer)
