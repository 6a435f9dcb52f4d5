"""What is asked about the action plan and each of its actions."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from app.core import clock
from app.governance.reviews.forms import DAY, NO_PUPILS, Choices, role_choices
from app.web.fields import DateField, LongText, OneFromList, Submit, Tick
from app.web.forms import Form

if TYPE_CHECKING:
    from collections.abc import Sequence

    from app.accounts.models import Person


def owner_choices(board: Sequence[Person]) -> Choices:
    roles = [(f"role {value}", words) for value, words in role_choices(with_head=True)]
    return [("", "Choose"), *roles, *((f"person {one.id}", one.name) for one in board)]


class ActionForm(Form):
    heading_id = OneFromList("Heading", missing="Choose the heading")
    what = LongText("What will be done?", hint=NO_PUPILS, rows=3, missing="Say what will be done")
    owner = OneFromList("Who sees to it?", missing="Choose who sees to it")
    due_on = DateField("By when?", hint=DAY, missing="Enter the date by which it is done")
    measure = LongText(
        "How will the board know that it worked?",
        rows=3,
        missing="Say how the board will know that it worked",
    )
    take_out = Tick("Take this action out")
    submit = Submit("Save the action")

    def __init__(self, headings: Choices, owners: Choices, *, is_new: bool, **kwargs: Any) -> None:
        super().__init__(**kwargs)
        self.heading_id.choices = [("", "Choose"), *headings]
        self.owner.choices = owners
        if is_new:
            del self.take_out

    def faults(self) -> dict[str, str]:
        if self.due_on.data and self.due_on.data < clock.today():
            return {"due_on": "Enter the date by which it is done: today or later."}
        return {}

    @property
    def takes_out(self) -> bool:
        return "take_out" in self and bool(self.take_out.data)


class ProgressForm(Form):
    words = LongText("What was done?", hint=NO_PUPILS, rows=4, missing="Say what was done")
    done_on = DateField("If it is done: on which day?", hint=f"{DAY}. Leave empty if it is not.")
    submit = Submit("Save")


class MoveDateForm(Form):
    due_on = DateField("New date", hint=DAY, missing="Enter the new date")
    reason = LongText("Why does it change?", rows=3, missing="Say why the date changes")
    submit = Submit("Change the date")

    def faults(self, standing: object) -> dict[str, str]:
        day = self.due_on.data
        if day is None or day < clock.today() or day == standing:
            return {"due_on": "Enter another date: today or later."}
        return {}
