"""Reads of commissions: one with all its page needs, and the lists a person may see."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING, Any

from sqlalchemy import ColumnElement, Select, case, or_, select
from sqlalchemy.orm import aliased, defaultload, joinedload, selectinload

from app.accounts.queries import holders
from app.accounts.roles import Role
from app.commissions.models import (
    ActionPlan,
    AgreementVersion,
    ApprovalCondition,
    Commission,
    Objective,
    ReviewMeeting,
    SupportRequest,
)
from app.commissions.next_steps import Actor
from app.commissions.permissions import can_approve
from app.commissions.queries.sides import acted_on, not_shut_out, officers_of, read_for_school
from app.commissions.queries.turns import BEFORE_THE_AUTHORITY, TURNS
from app.commissions.statuses import ENDED_COMMISSIONS, CommissionStatus
from app.commissions.voices import BOARD_OFFICERS, OFFICERS, SCHOOL_READERS
from app.core.paging import Page, paginate
from app.extensions import db
from app.prospectus.models import Provider
from app.schools.models import School

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from sqlalchemy.orm import InstrumentedAttribute
    from sqlalchemy.sql.base import ExecutableOption

    from app.accounts.models import Person

C = CommissionStatus
LONGEST_SEARCH = 100


class Sort(StrEnum):
    OLDEST_STEP = "oldest-step"
    NEWEST_STEP = "newest-step"
    START = "start"
    SCHOOL = "school"
    VALUE = "value"


@dataclass(frozen=True)
class CommissionSearch:
    """What somebody asked the list for; empty means everything."""

    words: str = ""
    statuses: tuple[CommissionStatus, ...] = ()
    turn: Actor | None = None
    sort: Sort = Sort.OLDEST_STEP


def commission_by_reference(reference: str) -> Commission | None:
    """Return the commission with what says who may know of it; its lists come when asked for."""
    objectives, versions = defaultload(Commission.objectives), defaultload(Commission.versions)
    plans, reviews = defaultload(Commission.plans), defaultload(Commission.reviews)
    query = (
        select(Commission)
        .where(Commission.reference == reference)
        .options(
            joinedload(Commission.school),
            joinedload(Commission.provider),
            joinedload(Commission.broker),
            joinedload(Commission.request).joinedload(SupportRequest.board_need),
            objectives.selectinload(Objective.starting_point),
            objectives.selectinload(Objective.target),
            objectives.selectinload(Objective.measurements),
            objectives.selectinload(Objective.struck_measurements),
            objectives.selectinload(Objective.variations),
            versions.selectinload(AgreementVersion.signatures),
            plans.selectinload(ActionPlan.steps),
            reviews.selectinload(ReviewMeeting.ratings),
        )
    )
    return db.session.scalars(query).one_or_none()


def objective_of_commission(reference: str, objective_id: int) -> Objective | None:
    """Return the objective if it stands: nothing is written to one that was struck out."""
    query = (
        select(Objective)
        .join(Commission)
        .where(
            Commission.reference == reference,
            Objective.id == objective_id,
            Objective.struck_at.is_(None),
        )
    )
    return db.session.scalar(query)


def condition_of_commission(reference: str, position: int) -> ApprovalCondition | None:
    query = (
        select(ApprovalCondition)
        .join(Commission)
        .where(Commission.reference == reference, ApprovalCondition.position == position)
    )
    return db.session.scalar(query)


def version_of_commission(reference: str, number: int) -> AgreementVersion | None:
    query = (
        select(AgreementVersion)
        .join(Commission)
        .where(Commission.reference == reference, AgreementVersion.number == number)
    )
    return db.session.scalar(query)


def page_of_commissions(
    person: Person, search: CommissionSearch, page: str | None
) -> Page[Commission]:
    return paginate(db.session, _listed(person, search), page)


def all_commissions(person: Person, search: CommissionSearch) -> Sequence[Commission]:
    """Return every commission the search finds, for an export."""
    return db.session.scalars(_listed(person, search)).unique().all()


def signed_and_waiting(person: Person) -> Sequence[Commission]:
    """Return what all parties signed and no officer has decided, the oldest step first."""
    query = (
        select(Commission)
        .where(
            acted_on(person, Commission),
            BEFORE_THE_AUTHORITY,
        )
        .options(*_needs_of_next_step(), selectinload(Commission.rules))
        .order_by(Commission.moved_at, Commission.id)
    )
    return db.session.scalars(query).unique().all()


def _listed(person: Person, search: CommissionSearch) -> Select[Commission]:
    school, provider = aliased(School), aliased(Provider)
    query = (
        select(Commission)
        .join(school, school.urn == Commission.school_urn)
        .join(provider, provider.id == Commission.provider_id)
        .join(SupportRequest, SupportRequest.id == Commission.request_id)
        .where(visible_to(person))
        .options(*_needs_of_next_step())
    )
    if search.statuses:
        query = query.where(Commission.status.in_(search.statuses))
    if search.turn is not None:
        query = query.where(TURNS[search.turn])
    for word in search.words.split():
        columns = (Commission.reference, SupportRequest.title, school.name, provider.name)
        query = query.where(or_(*(column.icontains(word, autoescape=True) for column in columns)))
    order: Mapping[Sort, InstrumentedAttribute[Any] | ColumnElement[Any]] = {
        Sort.OLDEST_STEP: Commission.moved_at,
        Sort.NEWEST_STEP: Commission.moved_at.desc(),
        Sort.START: Commission.starts_on,
        Sort.SCHOOL: school.name,
        Sort.VALUE: (Commission.charge_pence + Commission.vat_pence).desc(),
    }
    ended_last = case((Commission.status.in_(ENDED_COMMISSIONS), 1), else_=0)
    first = (ended_last,) if search.sort is Sort.OLDEST_STEP else ()
    return query.order_by(*first, order[search.sort], Commission.id)


def visible_to(person: Person) -> ColumnElement[bool]:
    """Say in SQL what `can_see_commission` says of one."""
    return or_(
        read_for_school(person, Commission),
        Commission.host_urn.in_(person.schools_as(SCHOOL_READERS)),
        Commission.provider_id.in_(person.providers_led()) & not_shut_out(person, Commission),
        acted_on(person, Commission, Role.QUALITY_LEAD),
    )


def _needs_of_next_step() -> list[ExecutableOption]:
    """Load with a fixed number of statements what the words about the next step read."""
    request = joinedload(Commission.request)
    return [
        joinedload(Commission.school),
        joinedload(Commission.provider),
        joinedload(Commission.broker),
        request.joinedload(SupportRequest.board_need),
        request.selectinload(SupportRequest.declarations),
        selectinload(Commission.declarations),
        selectinload(Commission.approval_acts),
        selectinload(Commission.conditions),
        selectinload(Commission.pauses),
        selectinload(Commission.early_end),
        selectinload(Commission.variations),
        selectinload(Commission.funding),
        selectinload(Commission.visit_notes),
        selectinload(Commission.evaluations),
        selectinload(Commission.objectives).options(
            selectinload(Objective.starting_point), selectinload(Objective.target)
        ),
        selectinload(Commission.versions).selectinload(AgreementVersion.signatures),
    ]


def officers_who_may_approve(commission: Commission) -> list[Person]:
    return [officer for officer in officers_of(commission) if can_approve(officer, commission)]


def officers_by_authority(person: Person) -> dict[str, Sequence[Person]]:
    """Return the officers, also for boards, of each authority this person is an officer of."""
    roles = (*OFFICERS, *BOARD_OFFICERS)
    return {
        code: holders(*roles, authority=code) for code in sorted(set(person.authorities_as(*roles)))
    }
