"""Conditions of an approval: set, reported on, looked at again."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from app.commissions.services.conditions import MOST_CONDITIONS
from app.core import clock
from app.web.fields import DateField, LongText, OneOf, Submit
from app.web.forms import Form

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date

NO_NAMES = "Do not name pupils or record safeguarding details."
AFTER_TODAY = "Enter a day after today"
MET, NOT_YET = "met", "not_yet"


class ConditionsForm(Form):
    words_1 = LongText(
        "First condition",
        hint=f"What must be shown. Both sides read it. {NO_NAMES}",
        missing="Say what the condition is",
        rows=3,
    )
    due_1 = DateField("Look at it again on", missing="Enter the day to look at it again")
    words_2 = LongText("Second condition", hint="Optional", rows=3)
    due_2 = DateField("Look at the second again on")
    words_3 = LongText("Third condition", hint="Optional", rows=3)
    due_3 = DateField("Look at the third again on")
    submit = Submit("Check your decision")

    def validate(self, extra_validators: Mapping[str, Any] | None = None) -> bool:
        valid: bool = super().validate(extra_validators)
        for number in range(1, MOST_CONDITIONS + 1):
            words, due = self[f"words_{number}"], self[f"due_{number}"]
            if words.data and due.data is None and not due.errors:
                due.errors = ["Enter the day to look at it again"]
            elif due.data and not words.data and not words.errors:
                words.errors = ["Say what the condition is"]
            elif due.data and due.data <= clock.today():
                due.errors = [AFTER_TODAY]
            valid = valid and not words.errors and not due.errors
        return valid

    def conditions(self) -> list[tuple[str, date]]:
        rows = [
            (self[f"words_{n}"].data, self[f"due_{n}"].data) for n in range(1, MOST_CONDITIONS + 1)
        ]
        return [(words, due) for words, due in rows if words]


class ReportForm(Form):
    report = LongText(
        "How is it met?",
        hint=f"Say what can be seen, and where. {NO_NAMES}",
        missing="Say how the condition is met",
    )
    submit = Submit("Send")


class LookForm(Form):
    outcome = OneOf(
        "Is the condition met?",
        choices=[(MET, "Yes, it is met"), (NOT_YET, "Not yet: look again on a new day")],
        missing="Say whether it is met",
    )
    finding = LongText(
        "What did you find?",
        hint=f"Both sides read it. {NO_NAMES}",
        missing="Say what you found",
    )
    due_on = DateField("New day, if it is not met yet", hint="For example, 9 2 2027")
    submit = Submit("Record it")

    def validate(self, extra_validators: Mapping[str, Any] | None = None) -> bool:
        if not super().validate(extra_validators):
            return False
        if self.outcome.data == NOT_YET and (
            self.due_on.data is None or self.due_on.data <= clock.today()
        ):
            self.due_on.errors = [AFTER_TODAY]
            return False
        return True
