from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from app.governance.training.facts import (
    ATTENDANCE_WORDS,
    LED_WORDS,
    USEFUL_WORDS,
    Attendance,
    Rating,
)
from app.web.fields import LongText, OneOf, Submit
from app.web.forms import Form

if TYPE_CHECKING:
    from app.accounts.models import Person
    from app.governance.training.models import TrainingBooking
    from app.schools.models import School

NO_HEALTH = "The organiser reads this. Only what the organiser must arrange, no medical details."


class BookForm(Form):
    """`places` are each board with those whom the reader may book for it."""

    who = OneOf("Who comes?", missing="Choose who comes")
    needs = LongText("Do they need anything to take part?", hint=NO_HEALTH, rows=2, most=500)
    submit = Submit("Book the place")

    def __init__(self, places: Sequence[tuple[School, Person]], **kwargs: Any) -> None:
        super().__init__(**kwargs)
        several = len({school.urn for school, _person in places}) > 1
        self._places = {f"{school.urn}-{one.id}": (school, one) for school, one in places}
        self.who.choices = [
            (key, f"{one.name}, {school.name}" if several else one.name)
            for key, (school, one) in self._places.items()
        ]
        if len(places) == 1 and not self.is_submitted():
            self.who.data = next(iter(self._places))

    def chosen(self) -> tuple[School, Person]:
        return self._places[self.who.data]


class AgreeForm(Form):
    submit = Submit("Agree to the booking")


class DeclineForm(Form):
    reason = LongText(
        "Why does the board not agree?",
        hint="The governor reads this.",
        rows=3,
        missing="Say why the board does not agree",
    )
    submit = Submit("Do not agree")


class CancelForm(Form):
    reason = LongText("Why? You need not say.", rows=2, most=500)
    submit = Submit("Cancel the booking")


class SubstituteForm(Form):
    who = OneOf("Who takes the place?", missing="Choose who takes the place")
    submit = Submit("Give the place")

    def __init__(self, people: Sequence[Person], **kwargs: Any) -> None:
        super().__init__(**kwargs)
        self._people = {str(person.id): person for person in people}
        self.who.choices = [(key, person.name) for key, person in self._people.items()]

    def chosen(self) -> Person:
        return self._people[self.who.data]


class FeedbackForm(Form):
    useful = OneOf(
        "How useful was it for your work on the board?",
        choices=[(rating, USEFUL_WORDS[rating]) for rating in Rating],
        missing="Say how useful it was",
    )
    led = OneOf(
        "How well was it led?",
        choices=[(rating, LED_WORDS[rating]) for rating in Rating],
        missing="Say how well it was led",
    )
    words = LongText(
        "What should stay, and what should change?",
        hint="Governor services read this without your name.",
        rows=3,
        most=1_000,
    )
    submit = Submit("Send")


class AttendanceForm(Form):
    """A question a person; whoever is left out is asked again."""

    submit = Submit("Save who came")


def attendance_form(bookings: Sequence[TrainingBooking]) -> tuple[AttendanceForm, list[str]]:
    """Return the form and the names of its questions, in the order of the bookings."""
    names = [f"booking_{booking.id}" for booking in bookings]
    fields = {
        name: OneOf(
            booking.person.name,
            choices=[(one, ATTENDANCE_WORDS[one]) for one in Attendance],
            default=booking.attendance,
        )
        for name, booking in zip(names, bookings, strict=True)
    }
    return type("AttendanceOfSession", (AttendanceForm,), fields)(), names


class RuleForm(Form):
    must_agree = OneOf(
        "When a governor books for themselves",
        choices=[("no", "They have the place at once"), ("yes", "The chair or clerk agrees first")],
        missing="Choose what your board decided",
    )
    submit = Submit("Save")
