"""Courses, sessions and bookings of the small world's boards.

session = training.opened(world, places=2)
booking = training.booked(world, session, world.governor)
"""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

from app.accounts.models import Person
from app.accounts.roles import Role
from app.core import clock
from app.extensions import db
from app.governance.training.facts import Attendance, CourseMode, Level
from app.governance.training.models import TrainingBooking, TrainingCourse, TrainingSession
from app.governance.training.services import booking as bookings
from app.governance.training.services import catalogue, sessions
from app.governance.training.services.catalogue import CourseFacts
from app.governance.training.services.sessions import SessionFacts, Span
from app.prospectus.models import ExpertiseArea
from tests.factories.world import World, make_person

STRAND = "governance-chairing"


def strand(world: World) -> ExpertiseArea:
    """Add a strand of governance; the small world has none."""
    version = world.area.version
    group = ExpertiseArea(version=version, code="governance", name="Governance")
    area = ExpertiseArea(version=version, parent=group, code=STRAND, name="Chairing a board")
    db.session.add_all([group, area])
    db.session.flush()
    return area


def facts(code: str = "GOV-101", **changes: object) -> CourseFacts:
    values: dict[str, object] = {
        "code": code,
        "title": "Your first year as a governor",
        "covers": "What a board does, and what it leaves to the head.",
        "audiences": ["new"],
        "level": Level.START,
        "mode": CourseMode.IN_PERSON,
        "strands": [STRAND],
        "prerequisites": [],
        "access_offered": "Hearing loop, step-free",
        "subscriber_pence": 0,
        "other_pence": 9_000,
        "closes_days": 2,
        "free_days": 5,
    }
    return CourseFacts(**{**values, **changes})  # type: ignore[arg-type]


def course(world: World, code: str = "GOV-101", **changes: object) -> TrainingCourse:
    """Return a course in the catalogue."""
    made = catalogue.add_course(authority=world.authority.code, facts=facts(code, **changes))
    catalogue.publish(course=made, by=world.governor_services)
    return made


def in_days(days: int, hour: int = 18) -> datetime:
    day = clock.today() + timedelta(days=days)
    return datetime(day.year, day.month, day.day, hour, tzinfo=UTC)


def when(days: int = 30, *, places: int = 20, minimum: int = 0) -> SessionFacts:
    return SessionFacts(
        parts=[Span(in_days(days), in_days(days, 20))],
        place="Ossett Town Hall",
        trainer="Ruth Amble",
        capacity=places,
        minimum=minimum,
    )


def planned(world: World, days: int = 30, *, places: int = 20, minimum: int = 0) -> TrainingSession:
    known = db.session.query(TrainingCourse).first()
    facts_of = when(days, places=places, minimum=minimum)
    return sessions.plan(course=known or course(world), facts=facts_of)


def opened(world: World, days: int = 30, *, places: int = 20, minimum: int = 0) -> TrainingSession:
    session = planned(world, days, places=places, minimum=minimum)
    sessions.open_for_booking(session=session, by=world.governor_services)
    return session


def booked(world: World, session: TrainingSession, person: Person) -> TrainingBooking:
    """Book, or wait where it is full."""
    return bookings.book(session=session, person=person, school=world.school, by=person)


def governors(world: World, count: int) -> list[Person]:
    """Return further governors of world.school."""
    scope = {"school_urn": world.school.urn}
    return [make_person(f"Governor {n}", (Role.GOVERNOR, dict(scope))) for n in range(1, count + 1)]


def attended(world: World) -> TrainingBooking:
    """Return a booking of world.governor for a session that was held and that they attended."""
    with clock.at(clock.now() - timedelta(days=20)):
        session = opened(world, 10)
        booking = booked(world, session, world.governor)
    sessions.mark(
        session=session,
        by=world.governor_services,
        marks={booking.id: Attendance.ATTENDED},
    )
    return booking
