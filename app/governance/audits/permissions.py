"""Who runs a skills audit, answers it, and reads what came of it. Pure rules."""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.accounts.roles import SCHOOL_ROLES, Role
from app.core import clock
from app.governance.audits.facts import AuditStatus, Rule

if TYPE_CHECKING:
    from app.accounts.models import Person
    from app.governance.audits.models import Invitation, SkillsAudit
    from app.schools.models import School

GOVERNORS = (Role.CHAIR, Role.GOVERNOR)
BOARD = (*GOVERNORS, Role.CLERK)
BEGINNERS = (Role.CHAIR, Role.CLERK)


def has_business(person: Person | None) -> bool:
    """Those of any board, its head who may be asked, and governor services."""
    return person is not None and person.holds(*BOARD, Role.HEAD, Role.GOVERNOR_SERVICES)


def can_begin_somewhere(person: Person | None) -> bool:
    return person is not None and person.holds(*BEGINNERS, Role.GOVERNOR_SERVICES)


def is_officer_of(person: Person, school: School) -> bool:
    """Governor services of the authority; whoever belongs to the school is no officer for it."""
    return person.holds(
        Role.GOVERNOR_SERVICES, authority=school.authority_code
    ) and not person.holds(*SCHOOL_ROLES, school=school.urn)


def can_begin(person: Person, school: School) -> bool:
    return person.holds(*BEGINNERS, school=school.urn) or is_officer_of(person, school)


def runs(person: Person | None, audit: SkillsAudit) -> bool:
    """The chair and the clerk; the officers only where they began it for the board."""
    if person is None:
        return False
    if person.holds(*BEGINNERS, school=audit.school_urn):
        return True
    return audit.for_board and is_officer_of(person, audit.school)


def may_close(person: Person | None, audit: SkillsAudit) -> bool:
    """None is the worker, when the last day is over."""
    return audit.closes_on < clock.today() if person is None else runs(person, audit)


def on_board(person: Person, audit: SkillsAudit) -> bool:
    return person.holds(*BOARD, school=audit.school_urn)


def is_asked(person: Person, audit: SkillsAudit) -> bool:
    """Whoever was asked as a governor, or as the head, and still is one."""
    wanted = (*GOVERNORS, Role.HEAD)
    return (
        person.holds(*wanted, school=audit.school_urn) and audit.invitation_of(person) is not None
    )


def reads_as_head(person: Person, audit: SkillsAudit) -> bool:
    let_in = audit.head_asked or audit.shared_with_head
    return let_in and person.holds(Role.HEAD, school=audit.school_urn)


def can_see(person: Person, audit: SkillsAudit) -> bool:
    if audit.status in (AuditStatus.DRAFT, AuditStatus.DISCARDED):
        return audit.status is AuditStatus.DRAFT and runs(person, audit)
    return (
        on_board(person, audit)
        or reads_as_head(person, audit)
        or is_officer_of(person, audit.school)
    )


def runs_draft(person: Person, audit: SkillsAudit) -> bool:
    return audit.status is AuditStatus.DRAFT and runs(person, audit)


def runs_before_end(person: Person, audit: SkillsAudit) -> bool:
    return audit.status in (AuditStatus.DRAFT, AuditStatus.OPEN) and runs(person, audit)


def manages(person: Person, invitation: Invitation) -> bool:
    return can_see(person, invitation.audit) and runs(person, invitation.audit)


def may_take_back(person: Person, invitation: Invitation) -> bool:
    return runs_before_end(person, invitation.audit)


def shares(person: Person, audit: SkillsAudit) -> bool:
    """The board's own decision, so no officer takes it."""
    return audit.status is AuditStatus.CLOSED and person.holds(*BEGINNERS, school=audit.school_urn)


def takes_answers(audit: SkillsAudit) -> bool:
    return audit.status is AuditStatus.OPEN and clock.today() <= audit.closes_on


def can_answer(person: Person, audit: SkillsAudit) -> bool:
    return is_asked(person, audit) and takes_answers(audit)


def can_read_own(person: Person, audit: SkillsAudit) -> bool:
    """One's own answers stay readable, also to who has left the board since."""
    begun = audit.status in (AuditStatus.OPEN, AuditStatus.CLOSED)
    return begun and audit.invitation_of(person) is not None


def can_see_result(person: Person, audit: SkillsAudit) -> bool:
    """The board, when it is closed; the head only if asked or let in."""
    if audit.status is not AuditStatus.CLOSED:
        return False
    return on_board(person, audit) or reads_as_head(person, audit)


def can_see_strands(person: Person, audit: SkillsAudit) -> bool:
    """Governor services read the strands alone, and only where the board shares them."""
    if can_see_result(person, audit):
        return True
    shared = audit.status is AuditStatus.CLOSED and audit.shared_with_services
    return shared and is_officer_of(person, audit.school)


def reads_individual(person: Person, audit: SkillsAudit) -> bool:
    """The chair, where the board had agreed to it before anybody answered."""
    return (
        audit.status is AuditStatus.CLOSED
        and audit.rule is Rule.CHAIR
        and person.holds(Role.CHAIR, school=audit.school_urn)
    )


def reads_answers_of(person: Person, invitation: Invitation) -> bool:
    return invitation.sent_at is not None and reads_individual(person, invitation.audit)


def has_link(_person: Person | None, _invitation: Invitation) -> bool:
    """Whoever holds the link: it opens one person's own audit and nothing else."""
    return True
