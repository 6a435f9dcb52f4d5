"""Complaints as pages, lists and reviews of providers read them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sqlalchemy import ColumnElement, Select, case, exists, or_, select
from sqlalchemy.orm import joinedload, selectinload

from app.accounts.roles import Role
from app.commissions.concerns.queries import handled_by
from app.commissions.models import ApprovalAct, Commission, SupportRequest
from app.commissions.queries.sides import not_shut_out, officers_of, read_for_school
from app.core.paging import Page, PageAsked, paginate
from app.extensions import db
from app.quality.complaints.facts import FOUND_RIGHT, OPEN, About
from app.quality.complaints.models import Complaint
from app.quality.complaints.permissions import can_investigate

if TYPE_CHECKING:
    from collections.abc import Sequence

    from app.accounts.models import Person
    from app.prospectus.models import Provider


def complaint_by_reference(complaint: str) -> Complaint | None:
    return db.session.scalar(select(Complaint).where(Complaint.reference == complaint))


def complaints_about(commission: Commission) -> Sequence[Complaint]:
    """Return every complaint about one commission, the oldest first; not all are for every eye."""
    query = select(Complaint).where(Complaint.commission_id == commission.id)
    return db.session.scalars(query.order_by(Complaint.id)).all()


def upheld_complaints(provider: Provider) -> Sequence[Complaint]:
    """Return what was upheld, wholly or in part, about a provider, the latest first."""
    query = (
        select(Complaint)
        .join(Complaint.commission)
        .where(
            Commission.provider_id == provider.id,
            Complaint.about == About.PROVIDER,
            Complaint.outcome.in_(FOUND_RIGHT),
        )
        .options(joinedload(Complaint.commission))
        .order_by(Complaint.decided_at.desc(), Complaint.id.desc())
    )
    return db.session.scalars(query).all()


def page_of_complaints(person: Person, page: PageAsked, *, also_settled: bool) -> Page[Complaint]:
    query = _listed(_handled(person))
    if not also_settled:
        return paginate(db.session, query.where(Complaint.status.in_(OPEN)), page)
    return paginate(db.session, query, page)


def open_complaints_of(person: Person) -> Sequence[Complaint]:
    """Return the open complaints this person deals with, or may have made."""
    concerned = or_(
        _handled(person),
        Complaint.made_by_id == person.id,
        Complaint.on_behalf
        & or_(
            read_for_school(person, Commission),
            Commission.provider_id.in_(person.providers_led()) & not_shut_out(person, Commission),
        ),
    )
    query = _listed(concerned).where(Complaint.status.in_(OPEN))
    return db.session.scalars(query).unique().all()


def possible_investigators(complaint: Complaint) -> list[Person]:
    people = officers_of(complaint.commission, Role.QUALITY_LEAD)
    return [person for person in people if can_investigate(person, complaint)]


def _listed(which: ColumnElement[bool]) -> Select[Complaint]:
    return (
        select(Complaint)
        .join(Complaint.commission)
        .where(which)
        .options(
            joinedload(Complaint.investigator),
            joinedload(Complaint.commission).options(
                joinedload(Commission.school),
                joinedload(Commission.provider),
                joinedload(Commission.request).selectinload(SupportRequest.declarations),
                selectinload(Commission.declarations),
                selectinload(Commission.approval_acts),
            ),
        )
        .order_by(
            case((Complaint.status.in_(OPEN), 0), else_=1), Complaint.created_at, Complaint.id
        )
    )


def _handled(person: Person) -> ColumnElement[bool]:
    """Say in SQL what `can_handle` says of one."""
    took_part = exists(
        select(ApprovalAct.id)
        .where(ApprovalAct.commission_id == Commission.id, ApprovalAct.person_id == person.id)
        .correlate(Commission)
    )
    apart = (
        (Commission.broker_id != person.id)
        & (Commission.approved_by_id.is_(None) | (Commission.approved_by_id != person.id))
        & ~took_part
    )
    return (
        handled_by(person)
        & (Complaint.made_by_id != person.id)
        & ((Complaint.about != About.AUTHORITY) | apart)
    )
