"""Training: the catalogue is public; a booking is its person's, their board's and the officers'."""

from __future__ import annotations

from collections.abc import Callable

from sqlalchemy import select

from app.extensions import db
from app.governance.training.models import (
    TrainingBooking,
    TrainingCourse,
    TrainingSession,
    TrainingSubscription,
)
from app.governance.training.services import catalogue
from tests.factories import training
from tests.factories.world import World
from tests.rules.matrix.rows import (
    ABSENT,
    BOTH,
    FORBIDDEN,
    OPEN,
    Row,
    everybody,
    only,
    signed_in,
)
from tests.rules.world import ANONYMOUS, VIEWERS, Scene

BOARD = "chair governor clerk"
SPEAK = "chair clerk"
OFFICERS = "governor_services"
KNOW = f"{BOARD} {OFFICERS}"
EVERYBODY = " ".join(viewer for viewer in VIEWERS if viewer != ANONYMOUS)


def asked(world: World) -> Scene:
    """The governor of world.school asks for a place; the board wants to agree."""
    catalogue.set_rule(school=world.school, by=world.clerk, must_agree=True)
    training.booked(world, training.opened(world, days=10), world.governor)
    return Scene(world)


def booked(world: World) -> Scene:
    training.strand(world)
    session = training.opened(world, days=10)
    training.booked(world, session, world.governor)
    catalogue.add_subscription(school=world.school, starts_on=session.day, ends_on=None)
    return Scene(world)


def attended(world: World) -> Scene:
    training.attended(world)
    return Scene(world)


def planned(world: World) -> Scene:
    training.planned(world)
    return Scene(world)


def drafted(world: World) -> Scene:
    catalogue.add_course(authority=world.authority.code, facts=training.facts())
    return Scene(world)


def its_session(_scene: Scene) -> dict[str, object]:
    return {"reference": db.session.scalars(select(TrainingSession.reference)).one()}


def its_booking(_scene: Scene) -> dict[str, object]:
    return {"reference": db.session.scalars(select(TrainingBooking.reference)).one()}


def its_course(_scene: Scene) -> dict[str, object]:
    return {"code": db.session.scalars(select(TrainingCourse.code)).one()}


def its_subscription(_scene: Scene) -> dict[str, object]:
    return {"number": db.session.scalars(select(TrainingSubscription.id)).one()}


def its_board(scene: Scene) -> dict[str, object]:
    return {"urn": scene.school.urn}


Of = Callable[[Scene], dict[str, object]]
Make = Callable[[World], Scene]


def public(endpoint: str, of: Of, make: Make) -> Row:
    return Row("GET", endpoint, OPEN, of=of, make=make)


def kept(methods: str, endpoint: str, of: Of, make: Make) -> tuple[Row, ...]:
    """What everybody sees and governor services change."""
    return only(methods, endpoint, OFFICERS, forbidden=EVERYBODY, of=of, make=make)


def drafts(endpoint: str) -> Row:
    """A draft is nothing to others, signed in or not."""
    return Row("GET", endpoint, ABSENT, {OFFICERS: OPEN}, its_course, "draft", drafted)


READ_TAKE_UP = f"{OFFICERS} quality forum"
TRAINING: tuple[Row, ...] = (
    everybody("GET", "training.index"),
    everybody("GET", "training.calendar"),
    public("training.course", its_course, booked),
    drafts("training.course"),
    public("training.session", its_session, booked),
    Row("GET", "training.session", ABSENT, {OFFICERS: OPEN}, its_session, "planned", planned),
    *only(
        BOTH, "training.book", BOARD,
        forbidden=EVERYBODY, of=its_session, make=booked,
    ),
    signed_in("GET", "training.mine"),
    *only("GET", "training.booking", KNOW, of=its_booking, make=booked),
    *only("GET", "training.certificate", KNOW, of=its_booking, make=attended),
    *only(BOTH, "training.agree", SPEAK, forbidden=KNOW, of=its_booking, make=asked),
    *only(BOTH, "training.decline", SPEAK, forbidden=KNOW, of=its_booking, make=asked),
    *only(BOTH, "training.cancel_booking", KNOW, of=its_booking, make=booked),
    *only(BOTH, "training.substitute", BOARD, forbidden=KNOW, of=its_booking, make=booked),
    *only(BOTH, "training.feedback", "governor", forbidden=KNOW, of=its_booking, make=attended),
    *only("GET", "training.board", f"{SPEAK} {OFFICERS}", of=its_board),
    *only(BOTH, "training.rule", SPEAK, forbidden=OFFICERS, of=its_board),
    *only("GET", "training.courses", OFFICERS, others=FORBIDDEN),
    *only(BOTH, "training.new_course", OFFICERS, others=FORBIDDEN, make=booked),
    *kept(BOTH, "training.change_course", its_course, booked),
    *only(BOTH, "training.publish_course", OFFICERS, of=its_course, make=drafted),
    *kept(BOTH, "training.retire_course", its_course, attended),
    *only(BOTH, "training.subscriptions", OFFICERS, others=FORBIDDEN),
    *only(BOTH, "training.end_subscription", OFFICERS, of=its_subscription, make=booked),
    *only("GET", "training.sessions", OFFICERS, others=FORBIDDEN),
    *kept(BOTH, "training.new_session", its_course, booked),
    *kept(BOTH, "training.change_session", its_session, booked),
    *only(BOTH, "training.open_session", OFFICERS, of=its_session, make=planned),
    *kept(BOTH, "training.cancel_session", its_session, booked),
    *kept("GET", "training.session_bookings", its_session, booked),
    *kept(BOTH, "training.attendance", its_session, attended),
    *only("GET", "training.of_boards", READ_TAKE_UP, others=FORBIDDEN),
)  # fmt: skip
