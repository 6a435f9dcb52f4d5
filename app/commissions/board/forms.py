"""Assigning, watching and noting."""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.web.fields import LongText, OneFromList, Submit
from app.web.forms import Form

if TYPE_CHECKING:
    from collections.abc import Sequence

    from app.accounts.models import Person

NOBODY = "Nobody"


class AssignForm(Form):
    """`officers` are those who may take it; the empty choice is nobody."""

    officer_id = OneFromList("Who works on it?", hint="They are told, and find it on their board.")
    submit = Submit("Save")

    def offer(self, officers: Sequence[Person]) -> None:
        named = [(str(officer.id), officer.name) for officer in officers]
        self.officer_id.choices = [("", NOBODY), *named]

    def chosen(self, officers: Sequence[Person]) -> Person | None:
        return next((o for o in officers if str(o.id) == self.officer_id.data), None)


class NoteForm(Form):
    words = LongText(
        "New note",
        hint="Only officers with no part in this read it. Do not name pupils or record "
        "safeguarding details.",
        missing="Write the note",
        rows=4,
    )
    submit = Submit("Save the note")


class RemindForm(Form):
    submit = Submit("Send")
