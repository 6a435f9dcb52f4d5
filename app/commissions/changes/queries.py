"""Changes as their pages read them."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from sqlalchemy import ColumnElement, select
from sqlalchemy.orm import joinedload, selectinload

from app.accounts.roles import SCHOOL_ROLES
from app.commissions.models import (
    Commission,
    LeadChange,
    Objective,
    SchoolMove,
    SupportRequest,
    Variation,
)
from app.commissions.queries.sides import acted_on, spoken_for
from app.commissions.statuses import ENDED_COMMISSIONS, CommissionStatus
from app.core import clock
from app.extensions import db
from app.schools.facts import Status
from app.schools.models import School
from app.schools.queries import Relation, links_of, schools_by_urns

if TYPE_CHECKING:
    from collections.abc import Sequence

    from app.accounts.models import Person

# three terms and a summer
LONGEST_FOLLOW_UP = timedelta(days=500)


def variation_of_commission(reference: str, number: int) -> Variation | None:
    query = (
        select(Variation)
        .join(Variation.commission)
        .where(Commission.reference == reference, Variation.number == number)
    )
    return db.session.scalar(query)


def moves_of(commission: Commission) -> Sequence[SchoolMove]:
    query = select(SchoolMove).filter_by(commission_id=commission.id).order_by(SchoolMove.id)
    return db.session.scalars(query).all()


def lead_changes_of(commission: Commission) -> Sequence[LeadChange]:
    query = select(LeadChange).filter_by(commission_id=commission.id).order_by(LeadChange.id)
    return db.session.scalars(query).all()


def successors_of(school: School) -> list[School]:
    """Return the open schools that follow a closed one, as the register links them."""
    urns = [link.urn for link in links_of(school.urn) if link.relation is Relation.SUCCESSOR]
    return [found for found in schools_by_urns(urns) if not found.is_closed]


def of_closed_schools(person: Person) -> Sequence[Commission]:
    """Return the live commissions of this officer's authorities whose school has closed."""
    return _found(
        acted_on(person, Commission),
        Commission.status.not_in(ENDED_COMMISSIONS),
        School.status_code == Status.CLOSED,
    )


def closed_not_long_ago(*which: ColumnElement[bool]) -> Sequence[Commission]:
    """Return the commissions that follow-up readings may still be asked of."""
    since = clock.now() - LONGEST_FOLLOW_UP
    return _found(
        Commission.status == CommissionStatus.CLOSED, Commission.closed_at > since, *which
    )


def to_follow_up(person: Person) -> Sequence[Commission]:
    if not person.schools_as(SCHOOL_ROLES):
        return ()
    return closed_not_long_ago(spoken_for(person, Commission))


def _found(*which: ColumnElement[bool]) -> Sequence[Commission]:
    query = (
        select(Commission)
        .join(School, School.urn == Commission.school_urn)
        .where(*which)
        .options(
            joinedload(Commission.school),
            joinedload(Commission.provider),
            joinedload(Commission.request).selectinload(SupportRequest.declarations),
            selectinload(Commission.declarations),
            selectinload(Commission.objectives).selectinload(Objective.measurements),
        )
        .order_by(Commission.id)
    )
    return db.session.scalars(query).unique().all()
