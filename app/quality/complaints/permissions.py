"""Who complains, who deals with a complaint, who investigates, who reads what. Pure rules."""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.commissions import permissions as who
from app.commissions.concerns.permissions import handles_concerns
from app.commissions.facts import ApprovalKind
from app.commissions.statuses import CommissionStatus
from app.quality.complaints.facts import About, MadeFor

if TYPE_CHECKING:
    from app.accounts.models import Person
    from app.commissions.models import Commission
    from app.quality.complaints.models import Complaint


def is_involved(person: Person, commission: Commission) -> bool:
    """Whoever brokered it, or took any part in its approval."""
    return person.id in {
        commission.broker_id,
        commission.approved_by_id,
        *commission.who_did(*ApprovalKind),
    }


def complains_for(person: Person, commission: Commission) -> MadeFor | None:
    """Return whose complaint this person would make of their own; nobody complains for two."""
    if who.is_on_both_sides(person, commission):
        return None
    if who.reads_for_school(person, commission):
        return MadeFor.SCHOOL
    return MadeFor.PROVIDER if who.leads_provider(person, commission) else None


def writes_on_behalf(person: Person, commission: Commission) -> bool:
    return handles_concerns(person, commission)


def can_complain(person: Person, commission: Commission) -> bool:
    """The two sides once the offer is accepted, and officers on somebody's behalf; no end date."""
    return commission.status is not CommissionStatus.OFFERED and (
        complains_for(person, commission) is not None or writes_on_behalf(person, commission)
    )


def can_handle(person: Person, complaint: Complaint) -> bool:
    """An officer or quality lead apart from it: about the authority, no one who was involved."""
    commission = complaint.commission
    return (
        handles_concerns(person, commission)
        and person.id != complaint.made_by_id
        and not (complaint.about is About.AUTHORITY and is_involved(person, commission))
    )


def can_investigate(person: Person, complaint: Complaint) -> bool:
    """Neither broker nor approver, no side, no interest, not who wrote it down."""
    return can_handle(person, complaint) and not is_involved(person, complaint.commission)


def investigates(person: Person, complaint: Complaint) -> bool:
    return person.id == complaint.investigator_id and can_investigate(person, complaint)


def is_complainant(person: Person, complaint: Complaint) -> bool:
    """Whoever made it; where an officer wrote it down for a side, those who speak for that side."""
    commission = complaint.commission
    if person.id == complaint.made_by_id:
        return who.can_see_commission(person, commission)
    if not complaint.on_behalf:
        return False
    if complaint.made_for is MadeFor.SCHOOL:
        return who.speaks_for_school(person, commission)
    return complaint.made_for is MadeFor.PROVIDER and who.leads_provider(person, commission)


def is_complained_about(person: Person, complaint: Complaint) -> bool:
    commission = complaint.commission
    if is_complainant(person, complaint):
        return False
    match complaint.about:
        case About.PROVIDER:
            return who.leads_provider(person, commission)
        case About.SCHOOL:
            return who.speaks_for_school(person, commission)
        case About.AUTHORITY:
            return is_involved(person, commission) and who.can_see_commission(person, commission)


def can_read_all(person: Person, complaint: Complaint) -> bool:
    return is_complainant(person, complaint) or can_handle(person, complaint)


def can_see_complaint(person: Person, complaint: Complaint) -> bool:
    """Those complained about see it once they are told, and then only what they are told."""
    return can_read_all(person, complaint) or (
        complaint.told_at is not None and is_complained_about(person, complaint)
    )
