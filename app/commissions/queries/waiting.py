"""The live requests and commissions that concern one person, with all their next step needs."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sqlalchemy import ColumnElement, or_, select
from sqlalchemy.orm import joinedload, selectinload

from app.accounts.roles import Role
from app.commissions.models import (
    ActionPlan,
    AgreementVersion,
    Commission,
    Objective,
    SupportRequest,
)
from app.commissions.queries.sides import acted_on, judged_by, not_shut_out, read_for_school
from app.commissions.statuses import (
    ENDED_COMMISSIONS,
    ENDED_REQUESTS,
    CommissionStatus,
    RequestStatus,
)
from app.commissions.voices import SCHOOL_READERS
from app.extensions import db

if TYPE_CHECKING:
    from collections.abc import Sequence

    from app.accounts.models import Person


def live_requests(*concerned: ColumnElement[bool]) -> Sequence[SupportRequest]:
    """Return the requests on which somebody has still to act, those `concerned` if it is given."""
    ended = [*ENDED_REQUESTS, RequestStatus.MATCHED]
    query = (
        select(SupportRequest)
        .where(SupportRequest.status.not_in(ended), *concerned)
        .options(
            joinedload(SupportRequest.school),
            joinedload(SupportRequest.board_need),
            selectinload(SupportRequest.candidates),
            selectinload(SupportRequest.declarations),
        )
        .order_by(SupportRequest.moved_at, SupportRequest.id)
    )
    return db.session.scalars(query).unique().all()


def live_requests_of(person: Person) -> Sequence[SupportRequest]:
    """Return the requests a school, or an authority's broker, still has to do with."""
    return live_requests(
        or_(
            SupportRequest.requester_id == person.id,
            read_for_school(person, SupportRequest),
            acted_on(person, SupportRequest, of_schools=(Role.BROKER,))
            & (SupportRequest.status != RequestStatus.DRAFT),
        )
    )


def live_commissions(*concerned: ColumnElement[bool]) -> Sequence[Commission]:
    """Return the commissions on which somebody has still to act."""
    query = (
        select(Commission)
        .where(Commission.status.not_in(ENDED_COMMISSIONS), *concerned)
        .options(
            joinedload(Commission.school),
            joinedload(Commission.provider),
            joinedload(Commission.request).options(
                joinedload(SupportRequest.board_need), selectinload(SupportRequest.declarations)
            ),
            joinedload(Commission.broker),
            selectinload(Commission.declarations),
            selectinload(Commission.approval_acts),
            selectinload(Commission.conditions),
            selectinload(Commission.pauses),
            selectinload(Commission.early_end),
            selectinload(Commission.variations),
            selectinload(Commission.funding),
            selectinload(Commission.plans).selectinload(ActionPlan.steps),
            selectinload(Commission.reviews),
            selectinload(Commission.visits),
            selectinload(Commission.visit_notes),
            selectinload(Commission.evaluations),
            selectinload(Commission.objectives).options(
                selectinload(Objective.starting_point), selectinload(Objective.target)
            ),
            selectinload(Commission.versions).selectinload(AgreementVersion.signatures),
        )
        .order_by(Commission.moved_at, Commission.id)
    )
    return db.session.scalars(query).unique().all()


def live_commissions_of(person: Person) -> Sequence[Commission]:
    """Return the commissions a person is a party to, brokers, or may approve or judge."""
    return live_commissions(_concerns(person))


def _concerns(person: Person) -> ColumnElement[bool]:
    return or_(
        read_for_school(person, Commission),
        Commission.host_urn.in_(person.schools_as(SCHOOL_READERS)),
        Commission.provider_id.in_(person.providers_led()) & not_shut_out(person, Commission),
        acted_on(person, Commission),
        judged_by(person) & (Commission.status == CommissionStatus.QUALITY_REVIEW),
    )
