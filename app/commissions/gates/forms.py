"""What an officer records of the checks before approval."""

from __future__ import annotations

from typing import Any

from app.commissions.gates.facts import NEEDS_REASON, RESULT_WORDS, CheckResult
from app.core import clock
from app.web.fields import DateField, LongText, OneOf, Submit
from app.web.forms import Form

OFFICERS_ONLY = "Only officers and quality assurance leads read this."


class CheckForm(Form):
    result = OneOf(
        "How does it stand?",
        choices=list(RESULT_WORDS.items()),
        missing="Say how the check stands",
    )
    sources = LongText(
        "What did you check?",
        hint="For example, the register, two references, insurance. Never a certificate number. "
        f"{OFFICERS_ONLY}",
        rows=3,
    )
    checked_on = DateField(
        "When?", hint="For example, 23 11 2026", missing="Enter the day of the check"
    )
    reason = LongText(
        "Why?",
        hint=f"Needed if it is not passed or not needed. {OFFICERS_ONLY}",
        rows=3,
    )
    submit = Submit("Record the check")

    def validate(self, extra_validators: Any = None) -> bool:
        valid = bool(super().validate(extra_validators))
        day, result = self.checked_on.data, self.result.data
        if day and day > clock.today():
            self.checked_on.errors = ["Enter the day of the check, not a day to come"]
            valid = False
        if result and result != CheckResult.NOT_NEEDED and not self.sources.data:
            self.sources.errors = ["Say what you checked"]
            valid = False
        if result in NEEDS_REASON and not self.reason.data:
            self.reason.errors = ["Say why"]
            valid = False
        return valid


class WaiverForm(Form):
    reason = LongText(
        "Why is no designation in date needed?",
        hint="Officers and quality assurance leads read this.",
        missing="Say why no designation in date is needed",
    )
    submit = Submit("Record the waiver")


class RefuseSupporterForm(Form):
    reason = LongText(
        "Why does the support not go ahead?",
        hint="The school and the provider read this. Leave out what the checks found.",
        missing="Say why the support does not go ahead",
    )
    submit = Submit("Refuse the supporter")
