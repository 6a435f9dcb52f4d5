"""Sending an edition, taking it back, dropping it, and what the home school answers."""

from __future__ import annotations

from app.web.fields import LongText, OneOf, Submit, Tick
from app.web.forms import Form


class SendForm(Form):
    is_true = Tick(
        "What the entry says is true, and every school in an example agreed in writing",
        missing="Confirm that what the entry says is true",
    )
    submit = Submit("Send the entry")


class TakeBackForm(Form):
    submit = Submit("Take it back")


class DiscardForm(Form):
    submit = Submit("Drop these changes")


YES, NO = "yes", "no"


class ReleaseForm(Form):
    answer = OneOf(
        "Do you agree?",
        choices=[(YES, "Yes, the school agrees"), (NO, "No")],
        missing="Say whether the school agrees",
    )
    reason = LongText(
        "If not, why not?",
        hint="Or say for how many days you could agree. The provider and officers read this.",
        rows=3,
    )
    submit = Submit("Send the answer")

    def validate(self, extra_validators: object = None) -> bool:
        valid = bool(super().validate(extra_validators))
        if valid and self.answer.data == NO and not self.reason.data:
            self.reason.errors = ["Say why not, or for how many days you could agree"]
            return False
        return valid
