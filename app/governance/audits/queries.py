"""Reads of skills audits."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sqlalchemy import ColumnElement, Select, and_, or_, select
from sqlalchemy.orm import joinedload, selectinload

from app.accounts.models import RoleAssignment
from app.accounts.queries import holders
from app.accounts.roles import SCHOOL_ROLES, Role
from app.core import clock
from app.core.paging import Page, PageAsked, paginate
from app.extensions import db
from app.governance.audits.facts import AuditStatus
from app.governance.audits.models import Invitation, SkillsAudit
from app.governance.audits.permissions import BEGINNERS, BOARD, GOVERNORS
from app.schools.models import School
from app.schools.queries import schools_by_urns

if TYPE_CHECKING:
    from collections.abc import Sequence

    from app.accounts.models import Person

S = AuditStatus
BEGUN = (S.OPEN, S.CLOSED)


def audit_by_reference(reference: str) -> SkillsAudit | None:
    query = select(SkillsAudit).where(SkillsAudit.reference == reference)
    return db.session.scalar(query.options(joinedload(SkillsAudit.school)))


def invitation_by_id(number: int) -> Invitation | None:
    return db.session.get(Invitation, number)


def invitation_of_audit(reference: str, number: int) -> Invitation | None:
    invitation = invitation_by_id(number)
    return invitation if invitation and invitation.audit.reference == reference else None


def people_to_ask(school_urn: int, *, head: bool) -> Sequence[Person]:
    """Return the governors of a board today, and its head if wanted, by name."""
    roles = (*GOVERNORS, Role.HEAD) if head else GOVERNORS
    return holders(*roles, school=school_urn)


def boards_to_begin_for(person: Person) -> list[School]:
    """Return the schools for whose boards this person may begin something, by name."""
    own = set(person.schools_as(BEGINNERS))
    codes = person.authorities_as(Role.GOVERNOR_SERVICES)
    if codes:
        today = clock.today()
        query = (
            select(RoleAssignment.school_urn)
            .join(RoleAssignment.school)
            .where(
                School.authority_code.in_(codes),
                School.urn.not_in(person.schools_as(SCHOOL_ROLES)),
                RoleAssignment.role.in_(BOARD),
                RoleAssignment.starts_on <= today,
                RoleAssignment.ends_on.is_(None) | (RoleAssignment.ends_on >= today),
            )
        )
        own |= {urn for urn in db.session.scalars(query) if urn}
    return schools_by_urns(own)


def page_of_audits(person: Person, page: PageAsked) -> Page[SkillsAudit]:
    """Return the audits of which this person may know: open ones first, then the latest."""
    is_open = SkillsAudit.status.in_((S.DRAFT, S.OPEN))
    query = (
        _whole()
        .where(_visible_to(person))
        .order_by(is_open.desc(), SkillsAudit.closes_on.desc(), SkillsAudit.id.desc())
    )
    return paginate(db.session, query, page)


def live_audits_of(person: Person) -> Sequence[SkillsAudit]:
    """Return what is prepared or open and visible to this person, the earliest end first."""
    query = (
        _whole()
        .where(_visible_to(person), SkillsAudit.status.in_((S.DRAFT, S.OPEN)))
        .order_by(SkillsAudit.closes_on, SkillsAudit.id)
    )
    return db.session.scalars(query).unique().all()


def earlier_audits(audit: SkillsAudit) -> Sequence[SkillsAudit]:
    """Return the closed audits of the same board that ended before, the latest first."""
    query = (
        _whole()
        .where(
            SkillsAudit.school_urn == audit.school_urn,
            SkillsAudit.id != audit.id,
            SkillsAudit.status == S.CLOSED,
            SkillsAudit.result_at < audit.result_at,
        )
        .order_by(SkillsAudit.result_at.desc(), SkillsAudit.id.desc())
    )
    return db.session.scalars(query).unique().all()


def open_audits() -> Sequence[SkillsAudit]:
    query = _whole().where(SkillsAudit.status == S.OPEN).order_by(SkillsAudit.id)
    return db.session.scalars(query).unique().all()


def _visible_to(person: Person) -> ColumnElement[bool]:
    """Say in SQL what `can_see` says of one audit."""
    begun = SkillsAudit.status.in_(BEGUN)
    own = set(person.schools_as(SCHOOL_ROLES))
    codes = person.authorities_as(Role.GOVERNOR_SERVICES)
    of_authority = and_(School.authority_code.in_(codes), School.urn.not_in(own))
    is_of_authority = SkillsAudit.school.has(of_authority)
    let_in = SkillsAudit.head_asked | SkillsAudit.shared_with_head
    return or_(
        and_(begun, SkillsAudit.school_urn.in_(person.schools_as(BOARD))),
        and_(begun, let_in, SkillsAudit.school_urn.in_(person.schools_as([Role.HEAD]))),
        and_(begun, is_of_authority),
        and_(
            SkillsAudit.status == S.DRAFT,
            or_(
                SkillsAudit.school_urn.in_(person.schools_as(BEGINNERS)),
                and_(SkillsAudit.for_board, is_of_authority),
            ),
        ),
    )


def _whole() -> Select[SkillsAudit]:
    return select(SkillsAudit).options(
        joinedload(SkillsAudit.school), selectinload(SkillsAudit.invitations)
    )
