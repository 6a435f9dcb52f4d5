"""Making a complaint, and what the authority does about it."""

from __future__ import annotations

from typing import Any

from app.quality.complaints.facts import (
    ABOUT_WORDS,
    MADE_FOR_WORDS,
    OUTCOME_WORDS,
    MadeFor,
)
from app.web.fields import LongText, OneFromList, OneOf, ShortText, Submit
from app.web.forms import Form

NO_NAMES = "Do not name pupils or record safeguarding details."
THEY_READ = f"Those complained about read this. Leave out who complained. {NO_NAMES}"


class ComplaintForm(Form):
    about = OneOf(
        "Whom or what is it about?",
        choices=list(ABOUT_WORDS.items()),
        missing="Choose whom or what it is about",
    )
    words = LongText(
        "What happened?",
        hint=f"When it was, and what you have done about it so far. {NO_NAMES}",
        missing="Say what happened",
    )
    wanted = LongText("What would put it right? (optional)", rows=3)
    submit = Submit("Make the complaint")


class OnBehalfForm(ComplaintForm):
    made_for = OneOf(
        "Whose complaint is it?",
        choices=list(MADE_FOR_WORDS.items()),
        missing="Say whose complaint it is",
    )
    complainant = ShortText(
        "Name and role, if it is somebody else’s",
        hint="Never a pupil. You tell them yourself what becomes of it.",
    )

    def validate(self, extra_validators: Any = None) -> bool:
        valid = bool(super().validate(extra_validators))
        if self.made_for.data == MadeFor.SOMEBODY_ELSE and not self.complainant.data:
            self.complainant.errors = ["Say whose complaint it is"]
            return False
        return valid


class AcknowledgeForm(Form):
    words = LongText(
        "What do you tell whoever complained?",
        hint=f"What happens now, and by when they hear from you. {NO_NAMES}",
        missing="Write what you tell whoever complained",
    )
    submit = Submit("Acknowledge the complaint")


class AssignForm(Form):
    investigator = OneFromList(
        "Who investigates?",
        hint="Only people who neither brokered nor approved the support, belong to no side and "
        "have no interest in it.",
        missing="Choose who investigates",
    )
    told = LongText(
        "What do those complained about need to know?",
        hint=THEY_READ,
        missing="Say what those complained about need to know",
    )
    submit = Submit("Begin the investigation")


class DecideForm(Form):
    findings = LongText(
        "What did you find?",
        hint=f"Only officers and quality assurance leads read this. {NO_NAMES}",
        missing="Say what you found",
    )
    outcome = OneOf(
        "Is the complaint upheld?",
        choices=list(OUTCOME_WORDS.items()),
        missing="Choose whether it is upheld",
    )
    reasons = LongText(
        "Why?",
        hint=f"Whoever complained reads this. {NO_NAMES}",
        missing="Say why, to whoever complained",
    )
    told = LongText(
        "What do those complained about need to know?",
        hint=THEY_READ,
        missing="Say what those complained about need to know",
    )
    submit = Submit("Record the decision")


class WithdrawComplaintForm(Form):
    submit = Submit("Withdraw the complaint")
