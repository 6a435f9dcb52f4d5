"""Courses, sessions and bookings, as the demonstration's file writes them."""

from __future__ import annotations

from datetime import UTC, date, datetime
from functools import partial
from typing import TYPE_CHECKING, Any

from app.core import clock
from app.demonstration.files import pence, tables
from app.extensions import db
from app.governance.training.facts import Attendance, BookingStatus, CourseMode, Level, Rating
from app.governance.training.models import TrainingSession
from app.governance.training.permissions import BOARD
from app.governance.training.services import booking as bookings
from app.governance.training.services import catalogue, sessions
from app.governance.training.services.catalogue import CourseFacts
from app.governance.training.services.sessions import SessionFacts, Span
from app.schools.models import School

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from app.accounts.models import Person
    from app.demonstration.cast import Cast
    from app.demonstration.files import Table
    from app.governance.training.models import TrainingBooking, TrainingCourse

    Act = tuple[date, str, Callable[[Cast, Person], Any]]

FILE = "governance_training"
AUTHORITY = "384"
OFFICER = "governor-services@demo.example"
WRITTEN_ON = date(2026, 9, 1)
CLOSES_DAYS, FREE_DAYS = 3, 5


def acts() -> Iterator[Act]:
    """Return each act with its day and who takes it; those of one session in their order."""
    courses: dict[str, TrainingCourse] = {}
    for table in tables("subscription", FILE):
        yield WRITTEN_ON, OFFICER, partial(_subscribe, table=table)
    for table in tables("rule", FILE):
        yield table["on"], table["by"], partial(_rule, table=table)
    for table in tables("course", FILE):
        yield WRITTEN_ON, OFFICER, partial(_course, table=table, courses=courses)
    for table in tables("session", FILE):
        yield from _session_acts(table, courses)
    for table in tables("course", FILE):
        if "retired_on" in table:
            yield table["retired_on"], OFFICER, partial(_retire, table=table, courses=courses)


def _session_acts(table: Table, courses: dict[str, TrainingCourse]) -> Iterator[Act]:
    # what planning makes, for the acts that follow
    made: list[TrainingSession] = []
    planned_on = table.get("opened_on", date(2026, 11, 16))
    yield planned_on, OFFICER, partial(_plan, table=table, courses=courses, made=made)
    for name, on in table.get("bookings", []):
        yield on, _email(name), partial(_book, made=made)
    for name in table.get("agreed", []):
        yield (
            date(2026, 9, 14),
            "wilf.arkendale@demo.example",
            partial(_agree, made=made, name=name),
        )
    for name, on, reason in table.get("declined", []):
        do = partial(_decline, made=made, name=name, reason=reason)
        yield on, "wilf.arkendale@demo.example", do
    for name, other, on in table.get("substituted", []):
        yield on, _email(name), partial(_substitute, made=made, other=other)
    for name, on, reason in table.get("cancelled", []):
        yield on, _email(name), partial(_cancel, made=made, reason=reason)
    if "cancelled_on" in table:
        do = partial(_cancel_session, made=made, reason=table["reason"])
        yield table["cancelled_on"], OFFICER, do
    if "marked_on" in table:
        yield table["marked_on"], OFFICER, partial(_mark, made=made, marks=table["marks"])
    for name, useful, led, words in table.get("feedback", []):
        do = partial(_say, made=made, useful=useful, led=led, words=words)
        yield table["marked_on"], _email(name), do


def _email(name: str) -> str:
    return f"{name}@demo.example"


def _subscribe(cast: Cast, by: Person, *, table: Table) -> None:
    school = db.session.get_one(School, table["school"])
    catalogue.add_subscription(
        school=school, starts_on=table["starts_on"], ends_on=table.get("ends_on")
    )


def _rule(cast: Cast, by: Person, *, table: Table) -> None:
    school = db.session.get_one(School, table["school"])
    catalogue.set_rule(school=school, by=by, must_agree=True)


def _course(cast: Cast, by: Person, *, table: Table, courses: dict[str, TrainingCourse]) -> None:
    facts = CourseFacts(
        code=table["code"],
        title=table["title"],
        covers=table["covers"],
        audiences=table["audiences"],
        level=Level(table["level"]),
        mode=CourseMode(table["mode"]),
        strands=table["strands"],
        prerequisites=table.get("prerequisites", []),
        access_offered=table.get("access", ""),
        subscriber_pence=pence(table["subscriber"]) or 0,
        other_pence=pence(table["other"]) or 0,
        closes_days=CLOSES_DAYS,
        free_days=FREE_DAYS,
    )
    course = courses[table["code"]] = catalogue.add_course(authority=AUTHORITY, facts=facts)
    if not table.get("draft"):
        catalogue.publish(course=course, by=by)


def _plan(
    cast: Cast,
    by: Person,
    *,
    table: Table,
    courses: dict[str, TrainingCourse],
    made: list[TrainingSession],
) -> None:
    facts = SessionFacts(
        parts=[Span(_moment(start), _moment(end)) for start, end in table["parts"]],
        place=table["place"],
        trainer=table["trainer"],
        capacity=table["capacity"],
        minimum=table["minimum"],
        closes_on=table.get("closes_on"),
    )
    made.append(sessions.plan(course=courses[table["course"]], facts=facts))
    if "opened_on" in table:
        sessions.open_for_booking(session=made[0], by=by)


def _moment(text: str) -> datetime:
    return datetime.fromisoformat(text).replace(tzinfo=clock.LONDON).astimezone(UTC)


def _book(cast: Cast, by: Person, *, made: list[TrainingSession]) -> None:
    school = db.session.get_one(School, by.schools_as(BOARD)[0])
    bookings.book(session=made[0], person=by, school=school, by=by)


def _booking(made: list[TrainingSession], person: Person) -> TrainingBooking:
    return next(b for b in made[0].bookings if b.person_id == person.id)


def _agree(cast: Cast, by: Person, *, made: list[TrainingSession], name: str) -> None:
    bookings.agree(booking=_booking(made, cast.people[_email(name)]), by=by)


def _decline(
    cast: Cast, by: Person, *, made: list[TrainingSession], name: str, reason: str
) -> None:
    booking = _booking(made, cast.people[_email(name)])
    bookings.decline(booking=booking, by=by, reason=reason)


def _substitute(cast: Cast, by: Person, *, made: list[TrainingSession], other: str) -> None:
    person = cast.people[_email(other)]
    bookings.substitute(booking=_booking(made, by), person=person, by=by)


def _retire(cast: Cast, by: Person, *, table: Table, courses: dict[str, TrainingCourse]) -> None:
    catalogue.retire(course=courses[table["code"]], by=by)


def _cancel(cast: Cast, by: Person, *, made: list[TrainingSession], reason: str) -> None:
    bookings.cancel(booking=_booking(made, by), by=by, reason=reason)


def _cancel_session(cast: Cast, by: Person, *, made: list[TrainingSession], reason: str) -> None:
    sessions.cancel(session=made[0], by=by, reason=reason)


def _mark(cast: Cast, by: Person, *, made: list[TrainingSession], marks: dict[str, str]) -> None:
    said = {cast.people[_email(name)].id: Attendance(one) for name, one in marks.items()}
    booked = [b for b in made[0].bookings if b.status is BookingStatus.BOOKED]
    sessions.mark(session=made[0], by=by, marks={b.id: said[b.person_id] for b in booked})


def _say(
    cast: Cast, by: Person, *, made: list[TrainingSession], useful: str, led: str, words: str
) -> None:
    booking = _booking(made, by)
    sessions.give_feedback(
        booking=booking, by=by, useful=Rating(useful), led=Rating(led), words=words
    )
