"""Reads of what boards answered themselves."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sqlalchemy import ColumnElement, Select, and_, or_, select
from sqlalchemy.orm import joinedload, selectinload

from app.accounts.roles import SCHOOL_ROLES, Role
from app.core.paging import Page, PageAsked, paginate
from app.extensions import db
from app.governance.audits.permissions import BEGINNERS, BOARD
from app.governance.audits.questions.facts import CheckStatus
from app.governance.audits.questions.models import SelfCheck
from app.schools.models import School

if TYPE_CHECKING:
    from collections.abc import Sequence

    from app.accounts.models import Person

S = CheckStatus


def check_by_reference(reference: str) -> SelfCheck | None:
    query = select(SelfCheck).where(SelfCheck.reference == reference)
    return db.session.scalar(query.options(joinedload(SelfCheck.school)))


def page_of_checks(person: Person, page: PageAsked) -> Page[SelfCheck]:
    """Return those of which this person may know: drafts first, then the latest meeting."""
    is_draft = SelfCheck.status == S.DRAFT
    query = (
        _whole()
        .where(_visible_to(person))
        .order_by(is_draft.desc(), SelfCheck.held_on.desc(), SelfCheck.id.desc())
    )
    return paginate(db.session, query, page)


def drafts_of(person: Person) -> Sequence[SelfCheck]:
    query = _whole().where(
        SelfCheck.status == S.DRAFT, SelfCheck.school_urn.in_(person.schools_as(BEGINNERS))
    )
    return db.session.scalars(query.order_by(SelfCheck.held_on, SelfCheck.id)).unique().all()


def earlier_check(check: SelfCheck) -> SelfCheck | None:
    """Return what the same board recorded in the meeting before this one."""
    query = (
        _whole()
        .where(
            SelfCheck.school_urn == check.school_urn,
            SelfCheck.status == S.RECORDED,
            SelfCheck.held_on < check.held_on,
        )
        .order_by(SelfCheck.held_on.desc(), SelfCheck.id.desc())
    )
    return db.session.scalars(query).unique().first()


def _visible_to(person: Person) -> ColumnElement[bool]:
    """Say in SQL what `can_see` says of one."""
    recorded = SelfCheck.status == S.RECORDED
    own = set(person.schools_as(SCHOOL_ROLES))
    codes = person.authorities_as(Role.GOVERNOR_SERVICES)
    of_authority = and_(School.authority_code.in_(codes), School.urn.not_in(own))
    return or_(
        and_(recorded, SelfCheck.school_urn.in_(person.schools_as(BOARD))),
        and_(
            recorded,
            SelfCheck.shared_with_head,
            SelfCheck.school_urn.in_(person.schools_as([Role.HEAD])),
        ),
        and_(recorded, SelfCheck.shared_with_services, SelfCheck.school.has(of_authority)),
        and_(SelfCheck.status == S.DRAFT, SelfCheck.school_urn.in_(person.schools_as(BEGINNERS))),
    )


def _whole() -> Select[SelfCheck]:
    return select(SelfCheck).options(joinedload(SelfCheck.school), selectinload(SelfCheck.answers))
