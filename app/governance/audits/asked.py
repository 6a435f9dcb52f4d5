"""One strand of one audit, as its address names it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from app.governance.audits import permissions as who
from app.governance.audits import queries
from app.governance.audits.links import invitation_of_token

if TYPE_CHECKING:
    from app.accounts.models import Person
    from app.governance.audits.models import Invitation, SkillsAudit
    from app.prospectus.models import ExpertiseArea


@dataclass(frozen=True)
class AskedStrand:
    audit: SkillsAudit
    strand: ExpertiseArea


@dataclass(frozen=True)
class LinkedStrand:
    """The strand for whoever holds the link of this invitation."""

    invitation: Invitation
    strand: ExpertiseArea


def strand_of_audit(reference: str, strand: str) -> AskedStrand | None:
    audit = queries.audit_by_reference(reference)
    found = _strand(audit, strand) if audit else None
    return AskedStrand(audit, found) if audit and found else None


def strand_of_link(token: str, strand: str) -> LinkedStrand | None:
    invitation = invitation_of_token(token)
    found = _strand(invitation.audit, strand) if invitation else None
    return LinkedStrand(invitation, found) if invitation and found else None


def sees_strand(person: Person, asked: AskedStrand) -> bool:
    return who.can_read_own(person, asked.audit)


def answers_strand(person: Person, asked: AskedStrand) -> bool:
    return who.can_answer(person, asked.audit)


def has_link(_person: Person | None, _linked: LinkedStrand) -> bool:
    """The link itself is what lets its holder in."""
    return True


def _strand(audit: SkillsAudit, code: str) -> ExpertiseArea | None:
    return next((i.wording.strand for i in audit.items if i.wording.strand.code == code), None)
