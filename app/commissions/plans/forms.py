"""Proposing the plan, answering it, and saying what of it is done."""

from __future__ import annotations

from types import SimpleNamespace
from typing import TYPE_CHECKING, Any

from wtforms import HiddenField

from app.commissions.facts import Side
from app.commissions.forms.deliver import CheckedForm
from app.commissions.plans.answers import StepAnswers, progress_faults
from app.commissions.plans.facts import DOERS, MOST_STEPS
from app.commissions.plans.requirements import current_plan
from app.commissions.plans.services import NO_STEPS, SAY_WHAT, SAY_WHY
from app.web.fields import DateField, LongText, OneFromList, OneOf, ShortText, Submit
from app.web.forms import Form

if TYPE_CHECKING:
    from collections.abc import Mapping

    from app.commissions.models import Commission, PlanStep

NO_NAMES = "Both sides read it. Do not name pupils or record safeguarding details."
FEWEST_ROWS, MORE_ROWS = 4, 3
PARTS = ("what", "side", "doer", "due_on")
AGREE, CHANGE = "agree", "change"


class ProposeForm(Form):
    """Made by `propose_form` with a number of rows; rows left empty are no steps."""

    rows = HiddenField()
    reason = LongText("Why does the plan change?", hint=NO_NAMES, rows=2)
    more = Submit("Add more rows")
    submit = Submit("Propose the plan to the school")
    count = 0
    commission: Commission

    def steps(self) -> list[StepAnswers]:
        return [step for step in map(self._step, self.numbers) if not step.is_empty]

    @property
    def numbers(self) -> range:
        return range(1, self.count + 1)

    @property
    def may_add_rows(self) -> bool:
        return self.count < MOST_STEPS

    @property
    def asks_why(self) -> bool:
        return current_plan(self.commission) is not None

    def validate(self, extra_validators: Mapping[str, Any] | None = None) -> bool:
        valid = bool(super().validate(extra_validators))
        for number in self.numbers:
            step = self._step(number)
            faults = {} if step.is_empty else step.faults(number, self.commission)
            for part, words in faults.items():
                field = self[f"{part}_{number}"]
                field.errors = field.errors or [words.rstrip(".")]
                valid = False
        if valid and not self.steps():
            self["what_1"].errors = [NO_STEPS.rstrip(".")]
            valid = False
        if self.asks_why and not self.reason.data:
            self.reason.errors = [SAY_WHY.rstrip(".")]
            valid = False
        return valid

    def _step(self, number: int) -> StepAnswers:
        what, side, doer, due_on = (self[f"{part}_{number}"].data for part in PARTS)
        return StepAnswers(what or "", Side(side) if side else None, doer or "", due_on)


def propose_form(commission: Commission, posted_rows: str, *, more: bool) -> ProposeForm:
    """Return the form, filled from the newest version; it carries which one that was."""
    steps = commission.plans[-1].steps if commission.plans else []
    count = max(FEWEST_ROWS, len(steps) + 1)
    if posted_rows.isascii() and posted_rows.isdigit():
        count = int(posted_rows[:3]) + (MORE_ROWS if more else 0)
    count = min(count, MOST_STEPS)
    fields: dict[str, Any] = {"count": count, "commission": commission}
    for number in range(1, count + 1):
        fields |= _row(number)
    standing = standing_of(commission)
    form: ProposeForm = type("ProposeFormOfOnePlan", (ProposeForm,), fields)(obj=standing)
    form.rows.data = str(count)
    return form


def standing_of(commission: Commission) -> Any:
    """Return the newest version as the fields of the form name it; its number is its version."""
    newest = commission.plans[-1] if commission.plans else None
    values: dict[str, Any] = {"version": newest.number if newest else 0}
    for step in newest.steps if newest else []:
        values |= {f"{part}_{step.position}": getattr(step, part) for part in PARTS}
    return SimpleNamespace(**values)


def _row(number: int) -> dict[str, Any]:
    return {
        f"what_{number}": LongText("What is done", rows=2),
        f"side_{number}": OneFromList(
            "Which side does it", choices=[("", "Choose a side"), *DOERS.items()]
        ),
        f"doer_{number}": ShortText("Who, by role", hint="For example “English lead”"),
        f"due_on_{number}": DateField("By when"),
    }


class AnswerPlanForm(CheckedForm):
    answer = OneOf(
        "Does your school agree to this plan?",
        choices=[(AGREE, "Yes, we agree"), (CHANGE, "No, something should change")],
        missing="Say whether your school agrees",
    )
    words = LongText(
        "What should change?", hint=f"Needed if something should change. {NO_NAMES}", rows=3
    )
    submit = Submit("Record the school’s answer")

    def faults(self) -> Mapping[str, str]:
        missing = self.answer.data == CHANGE and not self.words.data
        return {"words": SAY_WHAT} if missing else {}


class StepForm(CheckedForm):
    done_on = DateField("Done on", hint="Leave empty if it is not done")
    not_done_because = LongText(
        "If it is not done, why?", hint=f"And what happens instead. {NO_NAMES}", rows=3
    )
    submit = Submit("Save")

    def __init__(self, step: PlanStep, **kwargs: Any) -> None:
        super().__init__(obj=step, **kwargs)

    def faults(self) -> Mapping[str, str]:
        return progress_faults(done_on=self.done_on.data, because=self.not_done_because.data or "")
