"""The officer's answer to a closing report, and the lead's answer to what was asked."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from app.quality.closing.facts import ClosingAction
from app.web.fields import LongText, OneOf, Submit
from app.web.forms import Form

if TYPE_CHECKING:
    from collections.abc import Mapping


class DecideForm(Form):
    decision = OneOf(
        "Do you accept the closing report?",
        choices=[
            (ClosingAction.ACCEPT.value, "Yes, accept it"),
            (ClosingAction.RETURN.value, "No, return it to the quality lead"),
        ],
        missing="Say whether you accept the report",
    )
    reason = LongText(
        "What should the quality lead answer?",
        hint="Only if you return it. Officers and quality leads read it, neither side does.",
    )
    submit = Submit("Record it")

    @property
    def returns(self) -> bool:
        return bool(self.decision.data == ClosingAction.RETURN)

    def validate(self, extra_validators: Mapping[str, Any] | None = None) -> bool:
        if not super().validate(extra_validators):
            return False
        if self.returns and not self.reason.data:
            self.reason.errors = ["Say what the quality lead should answer"]
            return False
        return True


class AnswerForm(Form):
    answer = LongText(
        "Your answer",
        hint="The judgement stays as it was given. Officers and quality leads read this.",
        missing="Answer what was asked",
    )
    submit = Submit("Put the report forward again")
