"""Concerns as pages, lists and the home page read them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sqlalchemy import ColumnElement, Select, case, exists, select
from sqlalchemy.orm import joinedload, selectinload

from app.accounts.roles import Role
from app.commissions.concerns.facts import OPEN, ConcernStatus
from app.commissions.facts import Interest
from app.commissions.models import Commission, Concern, ConflictDeclaration, SupportRequest
from app.commissions.queries.sides import acted_on, read_for_school
from app.commissions.voices import SCHOOL_READERS
from app.core.paging import Page, PageAsked, paginate
from app.extensions import db

if TYPE_CHECKING:
    from collections.abc import Sequence

    from app.accounts.models import Person


def concern_of_commission(reference: str, concern: str) -> Concern | None:
    query = (
        select(Concern)
        .join(Concern.commission)
        .where(Commission.reference == reference, Concern.reference == concern)
    )
    return db.session.scalar(query)


def page_of_concerns(person: Person, page: PageAsked, *, also_settled: bool) -> Page[Concern]:
    return paginate(db.session, _listed(person, also_settled=also_settled), page)


def open_concerns_of(person: Person) -> Sequence[Concern]:
    """Return the open concerns that this person deals with or raised, most urgent first."""
    query = _with_commission(select(Concern).join(Concern.commission)).where(
        Concern.status.in_(OPEN), handled_by(person) | (Concern.raised_by_id == person.id)
    )
    return db.session.scalars(query.order_by(*_ORDER)).unique().all()


def all_open_concerns() -> Sequence[Concern]:
    query = _with_commission(select(Concern).join(Concern.commission))
    query = query.where(Concern.status.in_(OPEN)).order_by(Concern.id)
    return db.session.scalars(query).unique().all()


_ORDER = (
    case((Concern.status == ConcernStatus.ESCALATED, 0), else_=1),
    Concern.moved_at,
    Concern.id,
)


def _listed(person: Person, *, also_settled: bool) -> Select[Concern]:
    query = _with_commission(select(Concern).join(Concern.commission)).where(handled_by(person))
    if not also_settled:
        return query.where(Concern.status.in_(OPEN)).order_by(*_ORDER)
    still_open = case((Concern.status.in_(OPEN), 0), else_=1)
    return query.order_by(still_open, Concern.moved_at.desc(), Concern.id.desc())


def _with_commission(query: Select[Concern]) -> Select[Concern]:
    return query.options(
        selectinload(Concern.acts),
        joinedload(Concern.raised_by),
        joinedload(Concern.commission).options(
            joinedload(Commission.school),
            joinedload(Commission.provider),
            joinedload(Commission.request).selectinload(SupportRequest.declarations),
            selectinload(Commission.declarations),
        ),
    )


def handled_by(person: Person) -> ColumnElement[bool]:
    """Say in SQL what `handles_concerns` says of a concern's commission."""
    of_it = (ConflictDeclaration.commission_id == Commission.id) | (
        ConflictDeclaration.request_id == Commission.request_id
    )
    has_interest = exists(
        select(ConflictDeclaration.id)
        .where(
            of_it,
            ConflictDeclaration.person_id == person.id,
            ConflictDeclaration.answer == Interest.DECLARED,
        )
        .correlate(Commission)
    )
    return (
        acted_on(person, Commission, Role.QUALITY_LEAD)
        & ~read_for_school(person, Commission)
        & (
            Commission.host_urn.is_(None)
            | Commission.host_urn.not_in(person.schools_as(SCHOOL_READERS))
        )
        & Commission.provider_id.not_in(person.providers_led())
        & ~has_interest
    )
