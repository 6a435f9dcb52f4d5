"""What the provider and the school fill in while the support is under way."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from app.commissions.changes.agreed import start_now
from app.commissions.delivery_answers import (
    VisitFacts,
    days_left,
    end_faults,
    measurement_faults,
    start_faults,
    unbooked_faults,
    visit_faults,
)
from app.commissions.facts import (
    VISIT_MODE_WORDS,
    Acknowledgement,
    VisitMode,
)
from app.commissions.small_numbers import group_of, one_words
from app.web.fields import DateField, LongText, NumberField, OneOf, ShortText, SomeOf, Submit
from app.web.filters import days_words
from app.web.forms import Form

if TYPE_CHECKING:
    from collections.abc import Mapping

    from app.commissions.models import Commission, Objective

NO_PUPILS = "Do not name pupils or record safeguarding details."


class CheckedForm(Form):
    """A form whose answers the feature's own rules check together."""

    def faults(self) -> Mapping[str, str]:
        raise NotImplementedError

    def validate(self, extra_validators: Any = None) -> bool:
        if not super().validate(extra_validators):
            return False
        faults = self.faults()
        for name, words in faults.items():
            self[name].errors = [words.rstrip(".")]
        return not faults


class StartForm(CheckedForm):
    start_meeting_on = DateField(
        "When was the start meeting held?",
        hint="For example, 27 11 2026",
        missing="Enter the date of the start meeting",
    )
    submit = Submit("Start the support")

    def __init__(self, commission: Commission, **kwargs: Any) -> None:
        super().__init__(**kwargs)
        self.commission = commission

    def faults(self) -> Mapping[str, str]:
        return start_faults(self.commission, self.start_meeting_on.data)


class VisitForm(CheckedForm):
    held_on = DateField("Date of the visit", missing="Enter the date of the visit")
    mode = OneOf(
        "How did you meet?",
        choices=[(mode, VISIT_MODE_WORDS[mode]) for mode in VisitMode],
        missing="Say how you met",
    )
    hours = NumberField(
        "Hours", hint="For example 5 or 5.5", places=1, most=40, missing="Enter the hours"
    )
    days_used = NumberField(
        "Days used", places=1, most=365, missing="Enter the days used, like 1 or 0.5"
    )
    roles_seen = ShortText(
        "Whom did you work with?",
        hint="Roles, not names: for example “English lead and two Year 1 teachers”. Never pupils.",
        missing="Say whom you worked with, by role",
    )
    objective_ids = SomeOf(
        "Which objectives did you work on?",
        coerce=int,
        missing="Choose the objectives that the visit worked on",
    )
    activity = LongText("What did you do?", hint=NO_PUPILS, rows=4, missing="Say what you did")
    progress = LongText(
        "What progress did you see?", hint=NO_PUPILS, rows=4, missing="Say what progress you saw"
    )
    evidence = LongText(
        "What shows it? (optional)",
        hint=f"For example lesson visits, books, data. {NO_PUPILS}",
        rows=3,
    )
    next_steps = LongText(
        "What happens next?",
        hint=f"Who does what, by when. {NO_PUPILS}",
        rows=3,
        missing="Say what happens next, who does it and by when",
    )
    next_visit_on = DateField("Next visit (optional)", hint="Leave empty if it is not agreed yet")
    concerns = LongText(
        "Anything that gets in the way? (optional)",
        hint=f"For example staff who left, or visits put off. {NO_PUPILS}",
        rows=3,
    )
    submit = Submit("Sign off and save the note")

    def __init__(self, commission: Commission, **kwargs: Any) -> None:
        objectives = commission.objectives
        if len(objectives) == 1:
            kwargs.setdefault("data", {"objective_ids": [objectives[0].id]})
        super().__init__(**kwargs)
        self.commission = commission
        self.objective_ids.choices = [
            (objective.id, f"{objective.position}. {objective.change_sought}")
            for objective in objectives
        ]
        left, agreed = days_words(days_left(commission)), days_words(commission.days)
        self.days_used.description = f"{left} left of {agreed} agreed"

    def facts(self) -> VisitFacts:
        return VisitFacts(
            held_on=self.held_on.data,
            hours=self.hours.data,
            days_used=self.days_used.data,
            mode=VisitMode(self.mode.data),
            roles_seen=self.roles_seen.data or "",
            objective_ids=self.objective_ids.data or [],
            activity=self.activity.data or "",
            progress=self.progress.data or "",
            next_steps=self.next_steps.data or "",
            evidence=self.evidence.data or "",
            next_visit_on=self.next_visit_on.data,
            concerns=self.concerns.data or "",
        )

    def faults(self) -> Mapping[str, str]:
        facts = self.facts()
        return visit_faults(self.commission, facts) | unbooked_faults(
            self.commission, facts["held_on"]
        )


class AcknowledgeForm(CheckedForm):
    answer = OneOf(
        "Is this note accurate?",
        choices=[
            (Acknowledgement.ACCURATE, "Yes, it is accurate"),
            (Acknowledgement.NOT_ACCURATE, "No, something is not accurate"),
        ],
        missing="Say whether the note is accurate",
    )
    comment = LongText(
        "Comment",
        hint=f"Needed if something is not accurate: say what. {NO_PUPILS}",
        rows=3,
    )
    submit = Submit("Record the school’s answer")

    def faults(self) -> Mapping[str, str]:
        wrong = self.answer.data == Acknowledgement.NOT_ACCURATE
        return {"comment": "Say what is not accurate"} if wrong and not self.comment.data else {}


class ReadingForm(CheckedForm):
    value = NumberField("Value", least=-1_000_000, missing="Enter the value that was measured")
    taken_on = DateField("When was it measured?", missing="Enter the date it was measured")
    cohort = ShortText(
        "Who was measured?",
        hint="The group, for example “Year 1 pupils”. Never names of pupils.",
        missing="Say which group was measured",
    )
    cohort_size = NumberField("How many were measured? (optional)", places=0, least=1)
    source = ShortText(
        "Where does the figure come from?",
        hint="For example the phonics screening check, a book scrutiny or the school’s own data",
        missing="Say where the figure comes from",
    )
    evidence = LongText("What should a reader know about it? (optional)", hint=NO_PUPILS, rows=3)
    submit = Submit("Save the reading")

    def __init__(self, objective: Objective, **kwargs: Any) -> None:
        start = start_now(objective)
        if start is not None:
            # the same group and source make readings comparable
            kwargs.setdefault(
                "data",
                {"cohort": start.cohort, "cohort_size": start.cohort_size, "source": start.source},
            )
        super().__init__(**kwargs)
        self.objective = objective
        self.value.label.text = objective.measure
        unit = "Per cent" if objective.unit == "%" else f"In {objective.unit}"
        group = start and group_of(objective.unit, start.cohort, start.cohort_size)
        hints = (unit if objective.unit else "", one_words(group) if group else "")
        self.value.description = ". ".join(filter(None, hints))

    def answers(self) -> dict[str, Any]:
        """Return the answers; a field that was not sent at all is an empty one."""
        return self.values() | {"evidence": self.evidence.data or ""}

    def faults(self) -> Mapping[str, str]:
        return measurement_faults(
            self.objective,
            value=self.value.data,
            taken_on=self.taken_on.data,
            cohort_size=self.cohort_size.data,
        )


class EndForm(CheckedForm):
    days_used = NumberField("How many days were used?", places=1, missing="Enter the days used")
    note = LongText(
        "Why do the days differ?",
        hint="Only if the days are not those agreed, or not those in the visit notes",
        rows=3,
    )
    submit = Submit("End delivery")

    def __init__(self, commission: Commission, **kwargs: Any) -> None:
        super().__init__(**kwargs)
        self.commission = commission

    def faults(self) -> Mapping[str, str]:
        return end_faults(self.commission, days_used=self.days_used.data, note=self.note.data or "")
