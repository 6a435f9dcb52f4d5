from __future__ import annotations

from typing import Any

from app.prospectus.designations.facts import AppealOutcome
from app.quality.provider_reviews.facts import DECISION_CHOICES, ReviewDecision
from app.web.fields import DateField, LongText, OneOf, Submit
from app.web.forms import Form

READERS = "The provider reads this. It is not public."


class OpenForm(Form):
    reason = LongText(
        "Why is the provider to be reviewed?",
        hint=f"{READERS} Do not name pupils.",
        missing="Say why the provider is to be reviewed",
    )
    submit = Submit("Open the review")


class DecideForm(Form):
    evidence = LongText("What did you look at?", hint=READERS, missing="Say what you looked at")
    decision = OneOf(
        "Decision", choices=list(DECISION_CHOICES.items()), missing="Choose the decision"
    )
    conditions = LongText("Conditions", hint="Only if you decide on conditions.", rows=3)
    look_again_on = DateField(
        "Look again on", hint="Only for conditions or a suspension. For example, 27 3 2027"
    )
    reason = LongText("Reason", hint=READERS, missing="Give the reason")
    submit = Submit("Record the decision")

    def answers(self) -> dict[str, Any]:
        """Return the answers under the names that the service and its rules take."""
        return {
            "decision": ReviewDecision(self.decision.data),
            "evidence": self.evidence.data or "",
            "reason": self.reason.data or "",
            "conditions": self.conditions.data or "",
            "look_again_on": self.look_again_on.data,
        }


class AppealForm(Form):
    words = LongText(
        "Why should it be undone?",
        hint="The authority’s officers read this. Do not name pupils.",
        missing="Say why the decision should be undone",
    )
    submit = Submit("Send the appeal")


class AnswerForm(Form):
    outcome = OneOf(
        "Your answer",
        choices=[
            (AppealOutcome.UPHELD, "Uphold it: the decision is undone"),
            (AppealOutcome.NOT_UPHELD, "Do not uphold it: the decision stands"),
        ],
        missing="Choose your answer",
    )
    answer = LongText("Reason", hint=READERS, missing="Give the reason")
    submit = Submit("Send the answer")
