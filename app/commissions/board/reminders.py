"""Reminders that an officer sends for several pieces of work at once.

At most one a day to each person about each piece of work, whoever sends it.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from app.commissions.board.facts import MOST_REMINDED
from app.commissions.board.queries import OnBoard, open_matters
from app.commissions.board.telling import path_of
from app.commissions.queries.people import people_of
from app.commissions.telling import next_steps
from app.core import clock
from app.notifications.services import leave_message, told_of
from app.web.filters import date_words

if TYPE_CHECKING:
    from collections.abc import Sequence

    from app.accounts.models import Person
    from app.commissions.board.queries import Matter
    from app.commissions.next_steps import NextStep


@dataclass(frozen=True)
class Reminder:
    """What one person is reminded of."""

    person: Person
    steps: Sequence[NextStep]
    about: str
    # somebody reminded them of it today
    sent: bool

    @property
    def words(self) -> str:
        return " ".join(_sentence(step) for step in self.steps)


@dataclass(frozen=True)
class Round:
    """The reminders about one piece of work; none where only the sender can act."""

    on_board: OnBoard
    reminders: Sequence[Reminder]

    @property
    def matter(self) -> Matter:
        return self.on_board.matter


def rounds_of(sender: Person, references: Sequence[str]) -> list[Round]:
    """Return who would be reminded of what; only of what is open and the sender works on."""
    ticked = set(references[:MOST_REMINDED])
    found = [one for one in open_matters(sender) if one.matter.reference in ticked]
    people = {one.matter.reference: _people(sender, one.matter) for one in found}
    known = told_of(
        _about(one.matter, person) for one in found for person in people[one.matter.reference]
    )
    return [
        Round(
            one,
            [
                Reminder(
                    person, steps, _about(one.matter, person), _about(one.matter, person) in known
                )
                for person, steps in people[one.matter.reference].items()
            ],
        )
        for one in found
    ]


def send(*, sender: Person, references: Sequence[str]) -> int:
    """Leave a message for each who was not reminded today, and return how many there are."""
    number = 0
    for one in rounds_of(sender, references):
        for reminder in one.reminders:
            if not reminder.sent:
                _leave(one.matter, reminder)
                number += 1
    return number


def _people(sender: Person, matter: Matter) -> dict[Person, list[NextStep]]:
    """Return whose turn it is, with their steps; nobody reminds themselves."""
    people: dict[Person, list[NextStep]] = {}
    for step in _urgent(next_steps(matter)):
        for person in people_of(step, matter):
            if person.id != sender.id:
                people.setdefault(person, []).append(step)
    return people


def _urgent(steps: Sequence[NextStep]) -> list[NextStep]:
    """Return what is late; where nothing is, what is due first."""
    if late := [step for step in steps if step.overdue]:
        return late
    far = clock.today().max
    first = min((step.due_on or far for step in steps), default=far)
    return [step for step in steps if (step.due_on or far) == first]


def _about(matter: Matter, person: Person) -> str:
    return f"{matter.reference} reminded {clock.today().isoformat()} {person.id}"


def _leave(matter: Matter, reminder: Reminder) -> None:
    leave_message(
        to=reminder.person,
        about=reminder.about,
        subject=f"{matter.reference}: reminder to {reminder.steps[0].act}",
        body=f"An officer of the authority reminds you. {reminder.words}",
        path=path_of(matter),
    )


def _sentence(step: NextStep) -> str:
    if step.due_on is None:
        return step.own_sentence
    due = f"It {'was' if step.overdue else 'is'} due {date_words(step.due_on)}."
    return f"{step.own_sentence} {due}"
