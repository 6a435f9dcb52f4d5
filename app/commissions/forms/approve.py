from __future__ import annotations

from app.commissions.facts import ASKED_WORDS
from app.web.fields import LongText, OneOf, Submit
from app.web.forms import Form

NO_NAMES = "Do not name pupils or record safeguarding details."


class ApproveForm(Form):
    submit = Submit("Approve")


class SendBackForm(Form):
    reason = LongText(
        "What should change?",
        hint=f"Both sides will read this. {NO_NAMES}",
        missing="Say what should change",
    )
    submit = Submit("Send back for changes")


class RecommendForm(Form):
    words = LongText(
        "Why do you recommend it?",
        hint=f"Officers and quality leads read this. {NO_NAMES}",
        missing="Say why you recommend it",
    )
    submit = Submit("Recommend it")


class AskForm(Form):
    asked = OneOf(
        "Who can answer?",
        choices=[(value.value, words) for value, words in ASKED_WORDS.items()],
        missing="Choose who can answer",
    )
    question = LongText(
        "What do you want to know?",
        hint=f"If you ask the provider, the school reads this too. {NO_NAMES}",
        missing="Say what you want to know",
    )
    submit = Submit("Ask")


class AnswerForm(Form):
    words = LongText("Your answer", hint=NO_NAMES, missing="Write your answer")
    submit = Submit("Send the answer")
