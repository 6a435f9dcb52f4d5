"""Writing courses, and which boards subscribe."""

from __future__ import annotations

import re
from dataclasses import asdict, dataclass
from typing import TYPE_CHECKING

from sqlalchemy import func, select

from app.core.errors import NotAllowed, NotReady
from app.extensions import db
from app.governance.training.documents import document_id
from app.governance.training.facts import CourseAct, CourseMode, Level
from app.governance.training.lifecycle import COURSE_LIFECYCLE
from app.governance.training.models import TrainingBoard, TrainingCourse, TrainingSubscription
from app.governance.training.permissions import speaks_for
from app.governance.training.queries.boards import board_of, subscribes
from app.search.services import mark_changed

if TYPE_CHECKING:
    from datetime import date

    from app.accounts.models import Person
    from app.schools.models import School

CODE = re.compile(r"[A-Z0-9]+(-[A-Z0-9]+)*")


@dataclass(frozen=True)
class CourseFacts:
    code: str
    title: str
    covers: str
    audiences: list[str]
    level: Level
    mode: CourseMode
    strands: list[str]
    prerequisites: list[str]
    access_offered: str
    subscriber_pence: int
    other_pence: int
    closes_days: int
    free_days: int


def faults_of_course(facts: CourseFacts, course: TrainingCourse | None) -> dict[str, str]:
    """Return what is wrong, by the question that can mend it."""
    faults = {}
    if not CODE.fullmatch(facts.code):
        faults["code"] = "Enter a code of letters, figures and hyphens, like GOV-101."
    else:
        same = select(TrainingCourse.id).where(
            func.upper(TrainingCourse.code) == facts.code,
            TrainingCourse.id != (course.id if course else 0),
        )
        if db.session.scalar(same) is not None:
            faults["code"] = "Another course has this code. Enter a new one."
    if facts.code in facts.prerequisites:
        faults["prerequisites"] = "A course cannot come before itself. Take it off the list."
    return faults


def add_course(*, authority: str, facts: CourseFacts) -> TrainingCourse:
    if faults := faults_of_course(facts, None):
        raise NotReady(list(faults.values()))
    course = TrainingCourse(authority_code=authority, **asdict(facts))
    db.session.add(course)
    db.session.flush()
    return course


def change_course(*, course: TrainingCourse, facts: CourseFacts) -> None:
    """Write it anew; bookings keep the price and the terms they were made under."""
    if faults := faults_of_course(facts, course):
        raise NotReady(list(faults.values()))
    for name, value in asdict(facts).items():
        setattr(course, name, value)
    changed(course)


def publish(*, course: TrainingCourse, by: Person) -> None:
    COURSE_LIFECYCLE.move(course, CourseAct.PUBLISH, by=by)
    changed(course)


def retire(*, course: TrainingCourse, by: Person) -> None:
    COURSE_LIFECYCLE.move(course, CourseAct.RETIRE, by=by)
    changed(course)


def changed(course: TrainingCourse) -> None:
    """Let the search follow."""
    db.session.flush()
    mark_changed(db.session(), [document_id(course)])


def set_rule(*, school: School, by: Person, must_agree: bool) -> TrainingBoard:
    """Record what the board decided about bookings of its governors."""
    if not speaks_for(by, school.urn):
        message = "The chair or the clerk records what the board decided."
        raise NotAllowed(message)
    board = board_of(school.urn)
    if board is None:
        board = TrainingBoard(school=school)
        db.session.add(board)
    board.must_agree = must_agree
    db.session.flush()
    return board


def add_subscription(
    *, school: School, starts_on: date, ends_on: date | None
) -> TrainingSubscription:
    if ends_on is not None and ends_on < starts_on:
        raise NotReady(["Enter a last day after the first."])
    if subscribes(school.urn, starts_on):
        raise NotReady([f"{school.name} subscribes on that day already."])
    subscription = TrainingSubscription(school=school, starts_on=starts_on, ends_on=ends_on)
    db.session.add(subscription)
    db.session.flush()
    return subscription


def end_subscription(*, subscription: TrainingSubscription, ends_on: date) -> None:
    if ends_on < subscription.starts_on:
        raise NotReady(["Enter a last day after the first."])
    subscription.ends_on = ends_on
    db.session.flush()
