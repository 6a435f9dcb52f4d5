"""Forms of the decisions on a designation. Giving the reason is the confirmation."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from app.prospectus.designations.facts import AppealOutcome, DesignationAct
from app.web.fields import DateField, LongText, OneOf, Submit
from app.web.forms import Form

READERS = "The provider reads this. It is not public."


# asked last on every page: fields are shown, and their faults listed, in the order they are made
def _reason() -> LongText:
    return LongText("Reason", hint=READERS, missing="Give the reason")


class DecisionForm(Form):
    reason = _reason()
    submit = Submit("Record the decision")

    def show_faults(self, faults: Mapping[str, str]) -> None:
        """Put what the rules say beside the questions that can mend it."""
        for name, words in faults.items():
            self[name].errors = [*self[name].errors, words.rstrip(".")]


class ReviewForm(DecisionForm):
    look_again_on = DateField(
        "Review by", hint="For example, 27 3 2027", missing="Enter the day by which it is reviewed"
    )
    reason = _reason()


class ConditionsForm(DecisionForm):
    conditions = LongText(
        "Conditions", hint=f"What must they do? {READERS}", missing="Say what they must do"
    )
    look_again_on = DateField(
        "Look again on",
        hint="For example, 27 3 2027",
        missing="Enter the day on which you look again",
    )
    reason = _reason()


class ExtendForm(DecisionForm):
    ends_on = DateField(
        "New last day", hint="For example, 31 8 2029", missing="Enter the new last day"
    )
    reason = _reason()


class AwardForm(DecisionForm):
    awarded_on = DateField("First day", missing="Enter the first day of the term")
    ends_on = DateField("Last day", hint="Leave this empty only if there is no fixed term.")
    reason = _reason()
    submit = Submit("Award it")

    def answers(self) -> dict[str, Any]:
        """Return the answers under the names that the service and its rules take."""
        dates = {"awarded_on": self.awarded_on.data, "ends_on": self.ends_on.data}
        return {**dates, "reason": self.reason.data or ""}


FORMS: Mapping[DesignationAct, type[DecisionForm]] = {
    DesignationAct.REVIEW: ReviewForm,
    DesignationAct.CONFIRM: DecisionForm,
    DesignationAct.SET_CONDITIONS: ConditionsForm,
    DesignationAct.SUSPEND: DecisionForm,
    DesignationAct.REINSTATE: DecisionForm,
    DesignationAct.EXTEND: ExtendForm,
    DesignationAct.END: DecisionForm,
}


def told_by(form: DecisionForm) -> dict[str, Any]:
    """Return the answers under the names that the service and its rules take."""
    answers = form.values()
    given = {"conditions": "", "look_again_on": None, "ends_on": None}
    return given | {name: answers[name] for name in (*given, "reason") if name in answers}


class AppealForm(Form):
    words = LongText(
        "Why should it be undone?",
        hint="The authority’s officers read this. Do not name pupils.",
        missing="Say why the decision should be undone",
    )
    submit = Submit("Send the appeal")


class AnswerForm(Form):
    outcome = OneOf(
        "What do you decide?",
        choices=[
            (AppealOutcome.UPHELD, "Uphold the appeal: the decision is undone"),
            (AppealOutcome.NOT_UPHELD, "Do not uphold it: the decision stands"),
        ],
        missing="Choose what you decide",
    )
    answer = LongText("Reason", hint=READERS, missing="Give the reason")
    submit = Submit("Send the answer")
