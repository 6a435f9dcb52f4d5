"""What governor services fill in: courses, sessions, subscriptions."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, date, datetime, time
from typing import TYPE_CHECKING, Any

from app.core import clock
from app.governance.training.facts import (
    AUDIENCE_WORDS,
    LEVEL_WORDS,
    MODE_WORDS,
    MOST_PARTS,
    CourseMode,
    Level,
)
from app.governance.training.services.catalogue import CourseFacts
from app.governance.training.services.sessions import SessionFacts, Span
from app.web.fields import (
    DateField,
    LongText,
    NumberField,
    OneFromList,
    OneOf,
    PenceField,
    ShortText,
    SomeOf,
    Submit,
    TimeField,
)
from app.web.fields.times import read_time, time_words
from app.web.forms import Form

if TYPE_CHECKING:
    from app.governance.training.models import TrainingCourse, TrainingSession
    from app.prospectus.models import ExpertiseArea
    from app.schools.models import School


class CourseForm(Form):
    code = ShortText("Code", hint="For example GOV-101", most=20, missing="Enter the code")
    title = ShortText("Title", missing="Enter the title")
    covers = LongText("What it covers", missing="Say what the course covers")
    audiences = SomeOf("For whom", choices=list(AUDIENCE_WORDS.items()), missing="Say for whom")
    level = OneOf("Level", choices=list(LEVEL_WORDS.items()), missing="Choose the level")
    mode = OneOf("How", choices=list(MODE_WORDS.items()), missing="Choose how it is held")
    strands = SomeOf("About", missing="Choose at least one strand of governance")
    prerequisites = SomeOf("Courses to take first")
    access_offered = LongText("Access that is offered", hint="For example a hearing loop", rows=2)
    subscriber_pence = PenceField(
        "Price for boards that subscribe", hint="0 for free", missing="Enter the price, 0 for free"
    )
    other_pence = PenceField("Price for other boards", missing="Enter the price, 0 for free")
    closes_days = NumberField(
        "Working days before a session on which bookings close",
        places=0,
        most=60,
        missing="Enter the working days, 0 for the day itself",
    )
    free_days = NumberField(
        "Working days before a session up to which cancelling is free",
        places=0,
        most=60,
        missing="Enter the working days, 0 for the day itself",
    )
    submit = Submit("Save the course")

    def __init__(
        self, strands: Sequence[ExpertiseArea], courses: Sequence[TrainingCourse], **kwargs: Any
    ) -> None:
        super().__init__(**kwargs)
        self.strands.choices = [(area.code, area.name) for area in strands]
        self.prerequisites.choices = [(one.code, f"{one.title} ({one.code})") for one in courses]

    def facts(self) -> CourseFacts:
        return CourseFacts(
            code=(self.code.data or "").upper(),
            title=self.title.data or "",
            covers=self.covers.data or "",
            audiences=list(self.audiences.data or []),
            level=Level(self.level.data),
            mode=CourseMode(self.mode.data),
            strands=list(self.strands.data or []),
            prerequisites=list(self.prerequisites.data or []),
            access_offered=self.access_offered.data or "",
            subscriber_pence=self.subscriber_pence.data,
            other_pence=self.other_pence.data,
            closes_days=self.closes_days.data,
            free_days=self.free_days.data,
        )


NOT_A_PART = "Write each further part as 19 1 2027 6pm to 8pm, one a line"


class SessionForm(Form):
    day = DateField("Day", hint="For example, 12 1 2027", missing="Enter the day of the session")
    at = TimeField("Starts at", hint="For example 6pm or 18:00", missing="Enter when it starts")
    until = TimeField("Ends at", missing="Enter when it ends")
    more = LongText(
        "Further parts",
        hint="Only if it has several. One a line, like 19 1 2027 6pm to 8pm",
        rows=3,
        most=400,
    )
    place = ShortText("Place", hint="Or “A link is sent”", missing="Enter where it is held")
    trainer = ShortText("Led by", missing="Enter who leads it")
    capacity = NumberField("Places", places=0, least=1, most=500, missing="Enter how many can come")
    minimum = NumberField(
        "Fewest people to hold it", places=0, most=500, missing="Enter the fewest, 0 for no minimum"
    )
    closes_on = DateField("Last day for bookings", hint="Leave empty for the rule of the course")
    submit = Submit("Save the session")

    @classmethod
    def of(cls, session: TrainingSession) -> SessionForm:
        first, *more = session.parts
        begins, ends = clock.in_london(first.starts_at), clock.in_london(first.ends_at)
        return cls(
            data={
                "version": session.version,
                "day": begins.date(),
                "at": begins.time(),
                "until": ends.time(),
                "more": "\n".join(_line(part.starts_at, part.ends_at) for part in more),
                "place": session.place,
                "trainer": session.trainer,
                "capacity": session.capacity,
                "minimum": session.minimum,
                "closes_on": session.closes_on,
            }
        )

    def validate(self, extra_validators: Any = None) -> bool:
        if not super().validate(extra_validators):
            return False
        try:
            self.facts()
        except ValueError:
            self.more.errors = [NOT_A_PART]
            return False
        return True

    def facts(self) -> SessionFacts:
        """Return the answers; raises ValueError for further parts that cannot be read."""
        lines = (self.more.data or "").splitlines()
        if len(lines) >= MOST_PARTS:
            raise ValueError(NOT_A_PART)
        first = _span(self.day.data, self.at.data, self.until.data)
        return SessionFacts(
            parts=[first, *(_read(line) for line in lines if line.strip())],
            place=self.place.data or "",
            trainer=self.trainer.data or "",
            capacity=self.capacity.data,
            minimum=self.minimum.data,
            closes_on=self.closes_on.data,
        )


def _span(day: date, start: time, end: time) -> Span:
    at, until = (datetime.combine(day, one, clock.LONDON).astimezone(UTC) for one in (start, end))
    return Span(at, until)


def _read(line: str) -> Span:
    day, month, year, times = line.split(maxsplit=3)
    start, _to, end = times.partition(" to ")
    return _span(date(int(year), int(month), int(day)), read_time(start), read_time(end))


def _line(start: datetime, end: datetime) -> str:
    at, until = clock.in_london(start), clock.in_london(end)
    words = f"{time_words(at.time())} to {time_words(until.time())}"
    return f"{at.day} {at.month} {at.year} {words}"


class CancelSessionForm(Form):
    reason = LongText(
        "Why is it cancelled?",
        hint="Everybody who booked reads it.",
        rows=3,
        missing="Say why it is cancelled",
    )
    submit = Submit("Cancel the session")


class ConfirmForm(Form):
    submit = Submit("Confirm")


class SubscriptionForm(Form):
    school = OneFromList("School", missing="Choose the school")
    starts_on = DateField("First day", hint="For example, 1 9 2026", missing="Enter the first day")
    ends_on = DateField("Last day", hint="Leave empty for no end")
    submit = Submit("Add the subscription")

    def __init__(self, schools: Sequence[School], **kwargs: Any) -> None:
        super().__init__(**kwargs)
        self.school.choices = [("", ""), *((str(s.urn), s.name) for s in schools)]


class EndSubscriptionForm(Form):
    ends_on = DateField("Last day", missing="Enter the last day")
    submit = Submit("Save the last day")
