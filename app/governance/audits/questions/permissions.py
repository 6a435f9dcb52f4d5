"""Who writes down a board's answers to itself, and who reads them. Pure rules."""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.accounts.roles import Role
from app.governance.audits.permissions import BEGINNERS, BOARD, is_officer_of
from app.governance.audits.questions.facts import CheckStatus

if TYPE_CHECKING:
    from app.accounts.models import Person
    from app.governance.audits.questions.models import SelfCheck


def writes_somewhere(person: Person | None) -> bool:
    return person is not None and person.holds(*BEGINNERS)


def writes(person: Person, check: SelfCheck) -> bool:
    """The chair or the clerk: it is the board's own tool."""
    return person.holds(*BEGINNERS, school=check.school_urn)


def writes_draft(person: Person, check: SelfCheck) -> bool:
    return check.status is CheckStatus.DRAFT and writes(person, check)


def shares(person: Person, check: SelfCheck) -> bool:
    return check.status is CheckStatus.RECORDED and writes(person, check)


def can_see(person: Person, check: SelfCheck) -> bool:
    """The board, once it is recorded; others only where the board lets them in."""
    if check.status is not CheckStatus.RECORDED:
        return writes_draft(person, check)
    if person.holds(*BOARD, school=check.school_urn):
        return True
    if check.shared_with_head and person.holds(Role.HEAD, school=check.school_urn):
        return True
    return check.shared_with_services and is_officer_of(person, check.school)
