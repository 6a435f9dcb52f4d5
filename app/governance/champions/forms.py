from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from app.governance.champions.facts import (
    FINDING_WORDS,
    LOWEST,
    REFERENCE_QUESTIONS,
    REVIEW_CHOICES,
    Finding,
    ReviewDecision,
)
from app.governance.champions.models import Application, Call, lines_of
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


class ExperienceForm(Form):
    experience = LongText(
        "Your experience",
        hint="What you have done as a governor, chair or clerk. If you are appointed, schools "
        "read this in the prospectus. Do not name pupils.",
    )
    submit = Submit("Save and continue")


class RolesForm(Form):
    """Four rows; those left empty are no roles."""

    submit = Submit("Save and continue")
    rows = range(1, 5)

    @property
    def lines(self) -> list[Sequence[Any]]:
        return [[self[f"{part}_{row}"] for part in ("board", "role", "years")] for row in self.rows]

    def answers(self) -> dict[str, Any]:
        told = [
            {field.name.partition("_")[0]: field.data or "" for field in line}
            for line in self.lines
        ]
        return {"roles": [one for one in told if any(one.values())]}


for _row in RolesForm.rows:
    setattr(RolesForm, f"board_{_row}", ShortText("Board"))
    setattr(RolesForm, f"role_{_row}", ShortText("Role", hint="For example, chair"))
    setattr(RolesForm, f"years_{_row}", ShortText("From and to", hint="For example, 2019 to now"))


def evidence_form(call: Call) -> type[Form]:
    fields = {
        f"evidence_{one.key}": LongText(one.words, hint=one.guidance) for one in call.criteria_asked
    }
    return type("EvidenceForm", (Form,), {**fields, "submit": Submit("Save and continue")})


class StrandsForm(Form):
    strands = SomeOf("Strands of governance that you know well")
    phases = SomeOf("Phases that you know")
    submit = Submit("Save and continue")


class AvailabilityForm(Form):
    days = NumberField("Days you can give in a school year", least=1, most=100, places=1)
    miles = NumberField("How far would you travel?", most=100, places=0, suffix="miles")
    submit = Submit("Save and continue")


class InterestsForm(Form):
    interests = LongText(
        "Interests",
        hint="Boards you sit on, relatives and friends on boards here, paid work for schools. "
        "Write “None” if there are none.",
    )
    submit = Submit("Save and continue")


def _email(missing: str | None = None) -> ShortText:
    return ShortText("E-mail address", missing=missing, most=254)


class RefereesForm(Form):
    """Two people; each counts once all three answers are given."""

    name_1 = ShortText("Name")
    email_1 = _email()
    knows_1 = ShortText("How do they know you?")
    name_2 = ShortText("Name")
    email_2 = _email()
    knows_2 = ShortText("How do they know you?")
    submit = Submit("Save and continue")

    @property
    def lines(self) -> list[Sequence[Any]]:
        return [[self[f"{part}_{n}"] for part in ("name", "email", "knows")] for n in (1, 2)]

    def validate(self, extra_validators: Any = None) -> bool:
        valid = bool(super().validate(extra_validators))
        for name, email, knows in self.lines:
            if not any(field.data for field in (name, email, knows)):
                continue
            for field, words in ((name, "Enter the name"), (knows, "Say how they know you")):
                if not field.data:
                    field.errors, valid = [words], False
            if not _is_address(email.data or ""):
                email.errors, valid = ["Enter an e-mail address, like name@example.org"], False
        return valid

    def people(self) -> list[dict[str, str]]:
        return [
            {"name": name.data, "email": email.data.lower(), "knows": knows.data}
            for name, email, knows in self.lines
            if name.data
        ]


def _is_address(text: str) -> bool:
    name, _at, domain = text.partition("@")
    return bool(name) and "." in domain and " " not in text and "@" not in domain


class ReplaceForm(Form):
    name = ShortText("Name", missing="Enter the name")
    email = _email("Enter an e-mail address, like name@example.org")
    knows = ShortText("How do they know the applicant?", missing="Say how they know the applicant")
    submit = Submit("Ask this person instead")

    def validate_email(self, field: Any) -> None:
        if not _is_address(field.data or ""):
            message = "Enter an e-mail address, like name@example.org"
            raise ValueError(message)


class SendForm(Form):
    agree = Tick(
        "What I say is true, and my referees may be asked",
        missing="Tick the box to say that it is true",
    )
    submit = Submit("Send the application")


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


class ReferenceForm(Form):
    experience = LongText(REFERENCE_QUESTIONS["experience"], missing="Say what you have seen")
    evidence = LongText(REFERENCE_QUESTIONS["evidence"], missing="Say how far it matches")
    concerns = LongText(
        REFERENCE_QUESTIONS["concerns"], hint="Write “Nothing” if so.", missing="Answer this too"
    )
    submit = Submit("Send the reference")


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


class AppealForm(Form):
    words = LongText(
        "Why should it be undone?",
        hint="An officer who took no part reads this.",
        missing="Say why the decision should be undone",
    )
    submit = Submit("Send the appeal")


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


class StandDownForm(Form):
    reason = LongText("Why?", hint="Governor services read this.", missing="Say why", rows=3)
    submit = Submit("Stand down")
