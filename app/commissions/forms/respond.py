"""Answers to an offer. Every refusal has its own form: giving the reason is the confirmation."""

from __future__ import annotations

from app.web.fields import LongText, Submit
from app.web.forms import Form

READERS = "Both sides and the authority’s officers will read this."


class ReleaseForm(Form):
    submit = Submit("Agree to release")


class RefuseReleaseForm(Form):
    reason = LongText(
        "Why can you not release them?", hint=READERS, missing="Say why you cannot release them"
    )
    submit = Submit("Do not release")


class AcceptForm(Form):
    submit = Submit("Accept the offer")


class DeclineForm(Form):
    reason = LongText("Why do you decline?", hint=READERS, missing="Say why you decline")
    submit = Submit("Decline the offer")


class WithdrawForm(Form):
    reason = LongText("Why is it withdrawn?", hint=READERS, missing="Say why it is withdrawn")
    submit = Submit("Withdraw")
