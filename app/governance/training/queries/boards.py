"""Boards: who is on one, whether it subscribes, what it decided about bookings."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sqlalchemy import or_, select
from sqlalchemy.orm import joinedload

from app.accounts.queries import holders
from app.core.paging import Page, PageAsked, paginate
from app.extensions import db
from app.governance.training.models import TrainingBoard, TrainingSubscription
from app.governance.training.permissions import BOARD, SPEAK
from app.schools.models import School

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from datetime import date

    from app.accounts.models import Person


# in the register
OPEN = "1"


def school_of(urn: int) -> School | None:
    return db.session.get(School, urn)


def members(urn: int) -> Sequence[Person]:
    """Return who is on the board today, its clerk included, by name."""
    return holders(*BOARD, school=urn)


def speakers(urn: int) -> Sequence[Person]:
    return holders(*SPEAK, school=urn)


def boards_of(person: Person) -> Sequence[School]:
    """Return the schools on whose boards the person is today, by name."""
    return _schools(person.schools_as(BOARD))


def boards_spoken_for(person: Person) -> Sequence[School]:
    return _schools(person.schools_as(SPEAK))


def _schools(urns: Iterable[int]) -> Sequence[School]:
    query = select(School).where(School.urn.in_(urns)).order_by(School.name, School.urn)
    return db.session.scalars(query).all()


def board_of(urn: int) -> TrainingBoard | None:
    return db.session.scalar(select(TrainingBoard).where(TrainingBoard.school_urn == urn))


def must_agree(urn: int) -> bool:
    board = board_of(urn)
    return board is not None and board.must_agree


def subscribes(urn: int, on: date) -> bool:
    query = select(TrainingSubscription.id).where(
        TrainingSubscription.school_urn == urn,
        TrainingSubscription.starts_on <= on,
        or_(TrainingSubscription.ends_on.is_(None), TrainingSubscription.ends_on >= on),
    )
    return db.session.scalar(query.limit(1)) is not None


def subscription_by_number(number: int) -> TrainingSubscription | None:
    return db.session.get(TrainingSubscription, number)


def page_of_subscriptions(
    authorities: Sequence[str], page: PageAsked
) -> Page[TrainingSubscription]:
    """Return the subscriptions of boards of these authorities by school, the latest first."""
    query = (
        select(TrainingSubscription)
        .join(TrainingSubscription.school)
        .where(School.authority_code.in_(authorities))
        .order_by(School.name, TrainingSubscription.starts_on.desc(), TrainingSubscription.id)
        .options(joinedload(TrainingSubscription.school))
    )
    return paginate(db.session, query, page)


def schools_of(authorities: Sequence[str]) -> Sequence[School]:
    """Return the open schools of the authorities, by name."""
    query = select(School).where(School.authority_code.in_(authorities), School.status_code == OPEN)
    return db.session.scalars(query.order_by(School.name, School.urn)).all()
