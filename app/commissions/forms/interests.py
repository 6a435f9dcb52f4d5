"""One person's answer about their interests, in a request or in a commission."""

from __future__ import annotations

from typing import Any

from app.commissions.facts import Interest
from app.web.fields import LongText, OneOf, Submit
from app.web.forms import Form


class InterestForm(Form):
    answer = OneOf(
        "Do you have an interest in this?",
        hint="For example a relative, a past or second job, a seat on a board, or money",
        choices=[
            (Interest.NONE, "No, I have none"),
            (Interest.DECLARED, "Yes, I have an interest"),
        ],
        missing="Say whether you have an interest",
    )
    detail = LongText("If yes, what is the interest?", rows=3)
    submit = Submit("Record my answer")

    def validate(self, extra_validators: Any = None) -> bool:
        valid = bool(super().validate(extra_validators))
        if self.answer.data == Interest.DECLARED and not self.detail.data:
            self.detail.errors = ["Say what the interest is"]
            return False
        return valid
