"""Areas of expertise: which, and what exactly in each."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, ClassVar

from app.prospectus.listing.claims import Claims
from app.prospectus.listing.forms.question import QuestionForm
from app.prospectus.models import Provider
from app.prospectus.queries import ExpertiseGroup
from app.web.fields import ShortText, SomeOf


class ExpertiseForm(QuestionForm):
    title = "Which areas of expertise do you offer?"
    about = (
        "Choose those you have done with other schools. Fewer is better: schools search by them."
    )
    codes = SomeOf("Areas of expertise", missing="Choose at least one area of expertise")

    def fit(self, provider: Provider, claims: Claims, groups: list[ExpertiseGroup]) -> None:  # noqa: ARG002
        self.notes = claims.expertise
        self.codes.choices = [(area.code, area.name) for group in groups for area in group.areas]
        if not self.is_submitted():
            self.codes.data = list(claims.expertise)

    def answers(self) -> dict[str, Any]:
        chosen = self.codes.data or []
        return {"expertise": {code: self.notes.get(code, "") for code in chosen}}


class NotesForm(QuestionForm):
    """A line for each area that was chosen; made for one entry by `notes_form`."""

    title = "What exactly do you do in each area?"
    about = "A few words each. Schools see them below the area. You can leave a line empty."
    areas: ClassVar[Mapping[str, str]] = {}

    def answers(self) -> dict[str, Any]:
        return {"expertise": {code: self[field].data or "" for field, code in self.areas.items()}}


def notes_form(claims: Claims, groups: list[ExpertiseGroup]) -> type[NotesForm]:
    """Return the form with a field for each area of expertise in the claims."""
    names = {area.code: area.name for group in groups for area in group.areas}
    fields = {f"note_{n}": code for n, code in enumerate(claims.expertise)}
    lines = {
        field: ShortText(names.get(code, code), default=claims.expertise[code])
        for field, code in fields.items()
    }
    return type("NotesFormOfEntry", (NotesForm,), {**lines, "areas": fields})
