"""What officers and the panel fill in."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from app.governance.champions.facts import (
    FINDING_WORDS,
    LOWEST,
    REVIEW_CHOICES,
    Finding,
    ReviewDecision,
)
from app.governance.champions.models import Application, lines_of
from app.governance.champions.services.check import Checked
from app.governance.champions.services.serve import Reviewed
from app.web.fields import (
    DateField,
    LongText,
    NumberField,
    OneFromList,
    OneOf,
    ShortText,
    SomeOf,
    Submit,
    Tick,
)
from app.web.forms import Form

YES, NO = "yes", "no"
APPLICANT_READS = "The applicant reads this."
NO_INTEREST = "I have no interest in this application: no relative, friend, shared board or work"
A_LINE_EACH = "One a line."


class CallForm(Form):
    """Choices of strands come from the view."""

    title = ShortText("Title", missing="Enter a title")
    sought = LongText("Who is sought?", hint="In plain words. This is public.")
    strands = SomeOf("Strands of governance")
    places = NumberField(
        "How many are sought?", least=1, most=50, places=0, missing="Enter how many are sought"
    )
    criteria = LongText(
        "Criteria",
        hint="One a line. After a colon, say what good evidence is. Applicants read both.",
        rows=6,
    )
    scale = LongText("Scale", hint="Five lines, from the lowest score to the highest.")
    checks = LongText("Checks of eligibility", hint=f"{A_LINE_EACH} An officer answers each.")
    training = LongText(
        "Training before the term begins", hint=f"{A_LINE_EACH} An officer signs each off."
    )
    opens_on = DateField("Opens on", hint="For example, 4 1 2027")
    closes_on = DateField("Last day to apply", hint="For example, 29 1 2027")
    interviews = ShortText("Interview days", hint="For example, 22 and 24 February 2027")
    submit = Submit("Save the call")


def check_form(application: Application) -> type[Form]:
    """Return the form with a finding and a note for each named check of the call."""
    fields: dict[str, Any] = {}
    choices = [(one.value, words) for one, words in FINDING_WORDS.items()]
    for number, words in enumerate(lines_of(application.call.checks)):
        fields[f"finding_{number}"] = OneOf(words, choices=choices, missing=f"Answer “{words}”")
        fields[f"note_{number}"] = ShortText("Note (needed unless it is yes)", most=1000)
    fields["none"] = Tick(NO_INTEREST, missing="Tick the box, or declare your interest instead")
    fields["submit"] = Submit("Save the checks")
    return type("CheckForm", (Form,), fields)


def found_by(form: Form, application: Application) -> list[Checked]:
    return [
        Checked(words, Finding(form[f"finding_{n}"].data), form[f"note_{n}"].data or "")
        for n, words in enumerate(lines_of(application.call.checks))
    ]


class SettleForm(Form):
    eligible = OneOf(
        "Is the applicant eligible?",
        choices=[(YES, "Yes: the application goes on"), (NO, "No")],
        missing="Say whether the applicant is eligible",
    )
    reason = LongText("If not, why?", hint=APPLICANT_READS, rows=3)
    submit = Submit("Record it and tell the applicant")


class InterestForm(Form):
    words = LongText("What is your interest?", missing="Say what your interest is", rows=3)
    submit = Submit("Declare the interest")


class PanelForm(Form):
    emails = LongText(
        "Who sits on the panel?",
        hint="E-mail addresses of people with accounts, one a line, at least three. "
        "The first takes the chair.",
        missing="Enter at least three e-mail addresses",
    )
    interview_on = DateField(
        "Day of the interview", hint="For example, 22 2 2027", missing="Enter the day"
    )
    submit = Submit("Name the panel")


def score_form(application: Application) -> type[Form]:
    """Return the form with a score and a reason for each criterion."""
    fields: dict[str, Any] = {}
    choices = [
        (str(number), f"{number}: {words}")
        for number, words in enumerate(application.call.scale_words, start=LOWEST)
    ]
    for one in application.call.criteria_asked:
        fields[f"score_{one.key}"] = OneOf(
            one.words, choices=choices, missing=f"Choose a score for “{one.words}”"
        )
        fields[f"reason_{one.key}"] = LongText(
            "Reason", missing=f"Give the reason for “{one.words}”", rows=2
        )
    fields["none"] = Tick(NO_INTEREST, missing="Tick the box, or declare your interest instead")
    fields["submit"] = Submit("Record my scores")
    return type("ScoreForm", (Form,), fields)


def scores_of(form: Form, application: Application) -> dict[str, Mapping[str, Any]]:
    return {
        one.key: {
            "score": form[f"score_{one.key}"].data,
            "reason": form[f"reason_{one.key}"].data or "",
        }
        for one in application.call.criteria_asked
    }


class DecideForm(Form):
    discussion = LongText(
        "What did the panel discuss?",
        hint="Where scores differed, and what you agreed. The applicant does not read this.",
        missing="Write down what the panel discussed",
    )
    appoint = OneOf(
        "Decision",
        choices=[(YES, "Appoint, subject to training"), (NO, "Do not appoint")],
        missing="Choose the decision",
    )
    reason = LongText("Reason", hint=APPLICANT_READS, missing="Give the reason", rows=3)
    submit = Submit("Record the decision")


class AnswerForm(Form):
    uphold = OneOf(
        "Your answer",
        choices=[
            (YES, "Uphold it: the decision is undone and looked at afresh"),
            (NO, "Do not uphold it: the decision stands"),
        ],
        missing="Choose your answer",
    )
    words = LongText("Reason", hint=APPLICANT_READS, missing="Give the reason", rows=3)
    submit = Submit("Send the answer")


class TrainingForm(Form):
    """Choices are the call's training; anything else is named in words."""

    what = OneFromList("What was it?")
    other = ShortText("If something else, what?")
    done_on = DateField("When?", hint="For example, 27 3 2027", missing="Enter the day")
    with_whom = ShortText("With whom?", missing="Say with whom")
    submit = Submit("Record the training")


class ReviewForm(Form):
    support = LongText("Support given this year", missing="Say what support was given", rows=3)
    training = LongText("Training this year", missing="Say what training was done", rows=3)
    eligible = OneOf(
        "Still eligible?", choices=[(YES, "Yes"), (NO, "No")], missing="Say whether they still are"
    )
    decision = OneOf(
        "Decision", choices=list(REVIEW_CHOICES.items()), missing="Choose the decision"
    )
    ends_on = DateField("For a renewal: new last day")
    conditions = LongText("For conditions: what must they do?", rows=2)
    look_again_on = DateField("For conditions: looked at again on")
    reason = LongText("Reason", hint="The champion reads this.", missing="Give the reason", rows=3)
    submit = Submit("Record the review")

    def found(self) -> Reviewed:
        return Reviewed(
            support=self.support.data or "",
            training=self.training.data or "",
            eligible=self.eligible.data == YES,
            decision=ReviewDecision(self.decision.data),
            reason=self.reason.data or "",
            conditions=self.conditions.data or "",
            look_again_on=self.look_again_on.data,
            ends_on=self.ends_on.data,
        )
