"""Forms of the kinds of designation and of the criteria."""

from __future__ import annotations

from collections.abc import Iterable

from app.prospectus.designations.services.kinds import KindFacts
from app.prospectus.models import DesignationType
from app.web.fields import (
    DateField,
    LongText,
    NumberField,
    OneFromList,
    OneOf,
    ShortText,
    Submit,
)
from app.web.forms import Form

HELD_BY = [("person", "A person"), ("organisation", "An organisation"), ("both", "Either")]
EVERY_ENTRY = "every-entry"


class KindForm(Form):
    name = ShortText("Name", missing="Enter the name")
    short_name = ShortText(
        "Short name", hint="For example, LLE", most=60, missing="Enter the short name"
    )
    held_by = OneOf("Who may hold it?", choices=HELD_BY, missing="Choose who may hold it")
    awarding_body = ShortText("Who awards it?", missing="Enter who awards it")
    description = LongText(
        "What it means", hint="The public reads this.", rows=4, missing="Say what it means"
    )
    term_years = NumberField(
        "Usual term",
        hint="Leave this empty if there is none.",
        least=1,
        most=20,
        places=0,
        suffix="years",
    )
    scheme_ended_on = DateField(
        "Scheme ended on",
        hint="Only if it has. Nobody is awarded it after that day. Whoever holds it keeps it.",
    )
    submit = Submit("Save")

    def facts(self) -> KindFacts:
        return KindFacts(
            name=self.name.data or "",
            short_name=self.short_name.data or "",
            held_by=self.held_by.data,
            awarding_body=self.awarding_body.data or "",
            description=self.description.data or "",
            term_years=self.term_years.data,
            scheme_ended_on=self.scheme_ended_on.data,
        )


class RemoveForm(Form):
    submit = Submit("Remove it")


class CriterionForm(Form):
    words = ShortText(
        "Criterion",
        hint="One sentence that is true of whoever meets it. The public reads this.",
        missing="Enter the criterion",
    )
    guidance = LongText("How to judge it", hint="The public reads this too.", rows=4, most=2000)
    submit = Submit("Save")


class NewCriterionForm(CriterionForm):
    belongs_to = OneFromList("For", missing="Choose what it is for")

    def offer(self, kinds: Iterable[DesignationType]) -> None:
        """Let people choose among every entry and the kinds."""
        choices = [(str(kind.id), kind.name) for kind in kinds]
        self.belongs_to.choices = [(EVERY_ENTRY, "Every entry in the prospectus"), *choices]

    @property
    def type_id(self) -> int | None:
        return None if self.belongs_to.data == EVERY_ENTRY else int(self.belongs_to.data)


class RetireForm(Form):
    submit = Submit("Retire it")
