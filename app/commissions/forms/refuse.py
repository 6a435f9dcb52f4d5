from __future__ import annotations

from app.web.fields import LongText, OneOf, Submit
from app.web.forms import Form

NO_NAMES = "Do not name pupils or record safeguarding details."
UPHELD, NOT_UPHELD = "upheld", "not_upheld"
OUTCOME_WORDS = {
    UPHELD: "Upheld: the refusal is set aside and the agreement waits for an approval again",
    NOT_UPHELD: "Not upheld: the refusal stands, for good",
}


class RefuseForm(Form):
    reason = LongText(
        "Why do you refuse it?",
        hint=f"Both sides will read this. {NO_NAMES}",
        missing="Say why you refuse it",
    )
    submit = Submit("Check your decision")


class ChallengeForm(Form):
    grounds = LongText(
        "Why is the refusal wrong?",
        hint=f"Both sides and officers will read this. {NO_NAMES}",
        missing="Say why the refusal is wrong",
    )
    submit = Submit("Check your challenge")


class DecideChallengeForm(Form):
    outcome = OneOf(
        "What do you decide?",
        choices=list(OUTCOME_WORDS.items()),
        missing="Choose whether the challenge is upheld",
    )
    reason = LongText(
        "Reason",
        hint=f"Both sides will read this. {NO_NAMES}",
        missing="Give the reason for your decision",
    )
    submit = Submit("Check your decision")


class LetStandForm(Form):
    submit = Submit("Let the refusal stand")
