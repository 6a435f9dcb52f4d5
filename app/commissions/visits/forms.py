"""Booking a visit, moving it, saying why it was not held, and writing it up."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING, Any

from app.commissions.delivery_answers import visit_faults
from app.commissions.facts import VISIT_MODE_WORDS, Side, VisitMode
from app.commissions.forms.deliver import CheckedForm, VisitForm
from app.commissions.visits.answers import MINUTES, Booking
from app.commissions.visits.facts import MOST_HOURS, SIDE_WORDS
from app.commissions.visits.services import other_day
from app.core import clock
from app.web.fields import (
    DateField,
    LongText,
    NumberField,
    OneOf,
    ShortText,
    Submit,
    Tick,
    TimeField,
)
from app.web.forms import Form

if TYPE_CHECKING:
    from collections.abc import Mapping

    from app.commissions.models import Commission, Visit
    from app.commissions.visits.clashes import Clash

NO_NAMES = "Both sides read it. Do not name pupils or record health or safeguarding details."


class BookForm(CheckedForm):
    day = DateField("Day", hint="For example, 27 1 2027", missing="Enter the day of the visit")
    at = TimeField("Starts at", hint="For example 9:30am or 14:00", missing="Enter when it starts")
    hours = NumberField(
        "Hours",
        hint="For example 3 or 5.5",
        places=1,
        most=MOST_HOURS,
        missing="Enter how many hours it takes",
    )
    mode = OneOf(
        "How do you meet?",
        choices=[(mode, VISIT_MODE_WORDS[mode]) for mode in VisitMode],
        missing="Say how you meet",
    )
    place = ShortText(
        "Where, or how to join",
        hint="For example “main entrance” or “the provider sends a link”. No passwords.",
        missing="Say where you meet, or how to join",
    )
    insist = Tick("Book it all the same")
    submit = Submit("Book the visit")

    def __init__(self, commission: Commission, **kwargs: Any) -> None:
        super().__init__(**kwargs)
        self.commission = commission
        # the box is offered once there is something to insist on
        self.may_insist = False

    def booking(self) -> Booking:
        return Booking(
            day=self.day.data,
            at=self.at.data,
            hours=self.hours.data,
            mode=VisitMode(self.mode.data),
            place=self.place.data or "",
        )

    def faults(self) -> Mapping[str, str]:
        return self.booking().faults(self.commission)

    def show_clash(self, clash: Clash) -> None:
        self.day.errors = [str(clash)]
        self.may_insist = clash.may_insist


class MoveForm(BookForm):
    reason = LongText(
        "Why is it moved?", hint=NO_NAMES, rows=2, missing="Say why the visit is moved"
    )
    submit = Submit("Move the visit")

    def __init__(self, visit: Visit, **kwargs: Any) -> None:
        starts_at = clock.in_london(visit.starts_at)
        kwargs["data"] = {
            "day": starts_at.date(),
            "at": starts_at.time(),
            "hours": hours_of(visit),
            "mode": visit.mode.value,
            "place": visit.place,
        }
        super().__init__(visit.commission, **kwargs)


class NotHeldForm(Form):
    side = OneOf(
        "Who could not keep it?",
        choices=[(side, SIDE_WORDS[side]) for side in Side],
        missing="Say who could not keep the visit",
    )
    reason = LongText("Why?", hint=NO_NAMES, rows=3, missing="Say why, in a few words")


class CancelForm(NotHeldForm):
    submit = Submit("Cancel the visit")


class MissedForm(NotHeldForm):
    submit = Submit("Record it as missed")


class NoteForm(VisitForm):
    """The note of a booked visit: what was booked stands there already."""

    def __init__(self, visit: Visit, **kwargs: Any) -> None:
        objectives = visit.commission.objectives
        kwargs["data"] = {
            "held_on": visit.day,
            "hours": hours_of(visit),
            "mode": visit.mode.value,
            "objective_ids": [objectives[0].id] if len(objectives) == 1 else [],
        }
        super().__init__(visit.commission, **kwargs)
        self.visit = visit

    def faults(self) -> Mapping[str, str]:
        other = self.held_on.data != self.visit.day
        return {
            **visit_faults(self.commission, self.facts()),
            **({"held_on": other_day(self.visit)} if other else {}),
        }


class CalendarForm(Form):
    submit = Submit("Make a calendar address")


class RevokeForm(Form):
    submit = Submit("Switch the address off")


def hours_of(visit: Visit) -> Decimal:
    return (Decimal(visit.minutes) / MINUTES).quantize(Decimal("0.1"))
