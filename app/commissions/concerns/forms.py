"""Raising a concern, and what is done about it."""

from __future__ import annotations

from typing import Any

from app.commissions.concerns.facts import KIND_WORDS, TRIED_WORDS, Tried
from app.core import clock
from app.web.fields import DateField, LongText, OneOf, SomeOf, Submit
from app.web.forms import Form

NO_NAMES = "Do not name pupils or record safeguarding details."
READERS = f"Everybody who can see this concern reads it. {NO_NAMES}"
IN_CONFIDENCE, MAY_BE_SHARED = "in_confidence", "may_be_shared"


class RaiseForm(Form):
    kind = OneOf(
        "What is it about?",
        choices=list(KIND_WORDS.items()),
        missing="Choose what it is about",
    )
    words = LongText(
        "What goes wrong?",
        hint=f"What happened, when, and what you would like to change. {NO_NAMES}",
        missing="Say what goes wrong",
    )
    sharing = OneOf(
        "May the other side read it?",
        hint="An officer decides, and thinks of your wish.",
        choices=[
            (MAY_BE_SHARED, "Yes, if an officer thinks it helps"),
            (IN_CONFIDENCE, "No, I raise it in confidence"),
        ],
        missing="Say whether the other side may read it",
    )
    submit = Submit("Raise the concern")


class ActForm(Form):
    words = LongText("What was done?", hint=READERS, missing="Say what was done")
    done_on = DateField(
        "When was it done?",
        hint="For example, 23 11 2026",
        missing="Enter the day it was done",
    )
    submit = Submit("Record it")

    def validate(self, extra_validators: Any = None) -> bool:
        valid = bool(super().validate(extra_validators))
        if self.done_on.data and self.done_on.data > clock.today():
            self.done_on.errors = ["Enter the day it was done, not a day to come"]
            return False
        return valid


class ShareForm(Form):
    words = LongText(
        "Why should both sides read it?",
        hint=f"Both sides read this. {NO_NAMES}",
        missing="Say why both sides should read it",
    )
    submit = Submit("Share it with both sides")


class EscalateForm(Form):
    tried = SomeOf(
        "What was tried?",
        choices=list(TRIED_WORDS.items()),
        missing="Tick what was tried before it is escalated",
    )
    words = LongText("What is needed now?", hint=READERS, missing="Say what is needed now")
    submit = Submit("Escalate the concern")

    def ticked(self) -> list[Tried]:
        return [Tried(value) for value in self.tried.data or ()]


class ResolveForm(Form):
    words = LongText("How was it resolved?", hint=READERS, missing="Say how it was resolved")
    submit = Submit("Record that it is resolved")


class WithdrawConcernForm(Form):
    words = LongText("Why do you withdraw it?", hint=READERS, missing="Say why you withdraw it")
    submit = Submit("Withdraw the concern")
