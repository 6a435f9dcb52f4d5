"""What applicants and their referees fill in."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from app.governance.champions.facts import (
    REFERENCE_QUESTIONS,
)
from app.governance.champions.models import Call
from app.web.fields import (
    LongText,
    NumberField,
    ShortText,
    SomeOf,
    Submit,
    Tick,
)
from app.web.forms import Form


class ExperienceForm(Form):
    experience = LongText(
        "Your experience",
        hint="What you have done as a governor, chair or clerk. If you are appointed, schools "
        "read this in the prospectus. Do not name pupils.",
    )
    submit = Submit("Save and continue")


class RolesForm(Form):
    """Four rows; those left empty are no roles."""

    submit = Submit("Save and continue")
    rows = range(1, 5)

    @property
    def lines(self) -> list[Sequence[Any]]:
        return [[self[f"{part}_{row}"] for part in ("board", "role", "years")] for row in self.rows]

    def answers(self) -> dict[str, Any]:
        told = [
            {field.name.partition("_")[0]: field.data or "" for field in line}
            for line in self.lines
        ]
        return {"roles": [one for one in told if any(one.values())]}


for _row in RolesForm.rows:
    setattr(RolesForm, f"board_{_row}", ShortText("Board"))
    setattr(RolesForm, f"role_{_row}", ShortText("Role", hint="For example, chair"))
    setattr(RolesForm, f"years_{_row}", ShortText("From and to", hint="For example, 2019 to now"))


def evidence_form(call: Call) -> type[Form]:
    fields = {
        f"evidence_{one.key}": LongText(one.words, hint=one.guidance) for one in call.criteria_asked
    }
    return type("EvidenceForm", (Form,), {**fields, "submit": Submit("Save and continue")})


class StrandsForm(Form):
    strands = SomeOf("Strands of governance that you know well")
    phases = SomeOf("Phases that you know")
    submit = Submit("Save and continue")


class AvailabilityForm(Form):
    days = NumberField("Days you can give in a school year", least=1, most=100, places=1)
    miles = NumberField("How far would you travel?", most=100, places=0, suffix="miles")
    submit = Submit("Save and continue")


class InterestsForm(Form):
    interests = LongText(
        "Interests",
        hint="Boards you sit on, relatives and friends on boards here, paid work for schools. "
        "Write “None” if there are none.",
    )
    submit = Submit("Save and continue")


def _email(missing: str | None = None) -> ShortText:
    return ShortText("E-mail address", missing=missing, most=254)


class RefereesForm(Form):
    """Two people; each counts once all three answers are given."""

    name_1 = ShortText("Name")
    email_1 = _email()
    knows_1 = ShortText("How do they know you?")
    name_2 = ShortText("Name")
    email_2 = _email()
    knows_2 = ShortText("How do they know you?")
    submit = Submit("Save and continue")

    @property
    def lines(self) -> list[Sequence[Any]]:
        return [[self[f"{part}_{n}"] for part in ("name", "email", "knows")] for n in (1, 2)]

    def validate(self, extra_validators: Any = None) -> bool:
        valid = bool(super().validate(extra_validators))
        for name, email, knows in self.lines:
            if not any(field.data for field in (name, email, knows)):
                continue
            for field, words in ((name, "Enter the name"), (knows, "Say how they know you")):
                if not field.data:
                    field.errors, valid = [words], False
            if not _is_address(email.data or ""):
                email.errors, valid = ["Enter an e-mail address, like name@example.org"], False
        return valid

    def people(self) -> list[dict[str, str]]:
        return [
            {"name": name.data, "email": email.data.lower(), "knows": knows.data}
            for name, email, knows in self.lines
            if name.data
        ]


def _is_address(text: str) -> bool:
    name, _at, domain = text.partition("@")
    return bool(name) and "." in domain and " " not in text and "@" not in domain


class ReplaceForm(Form):
    name = ShortText("Name", missing="Enter the name")
    email = _email("Enter an e-mail address, like name@example.org")
    knows = ShortText("How do they know the applicant?", missing="Say how they know the applicant")
    submit = Submit("Ask this person instead")

    def validate_email(self, field: Any) -> None:
        if not _is_address(field.data or ""):
            message = "Enter an e-mail address, like name@example.org"
            raise ValueError(message)


class SendForm(Form):
    agree = Tick(
        "What I say is true, and my referees may be asked",
        missing="Tick the box to say that it is true",
    )
    submit = Submit("Send the application")


class AppealForm(Form):
    words = LongText(
        "Why should it be undone?",
        hint="An officer who took no part reads this.",
        missing="Say why the decision should be undone",
    )
    submit = Submit("Send the appeal")


class StandDownForm(Form):
    reason = LongText("Why?", hint="Governor services read this.", missing="Say why", rows=3)
    submit = Submit("Stand down")


class ReferenceForm(Form):
    experience = LongText(REFERENCE_QUESTIONS["experience"], missing="Say what you have seen")
    evidence = LongText(REFERENCE_QUESTIONS["evidence"], missing="Say how far it matches")
    concerns = LongText(
        REFERENCE_QUESTIONS["concerns"], hint="Write “Nothing” if so.", missing="Answer this too"
    )
    submit = Submit("Send the reference")
