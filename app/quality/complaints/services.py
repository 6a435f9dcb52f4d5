"""Making a complaint, and what the authority does about it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sqlalchemy import select

from app.commissions.services.references import free_reference
from app.commissions.services.respond import given_reason
from app.core import clock
from app.core.errors import NotAllowed
from app.extensions import db
from app.quality.complaints import permissions as who
from app.quality.complaints import telling
from app.quality.complaints.facts import About, ComplaintAction, ComplaintOutcome, MadeFor
from app.quality.complaints.lifecycle import COMPLAINT_LIFECYCLE
from app.quality.complaints.models import Complaint
from app.quality.provider_reviews.facts import Opening
from app.quality.provider_reviews.services import open_review

if TYPE_CHECKING:
    from app.accounts.models import Person
    from app.commissions.models import Commission


def make(
    *,
    commission: Commission,
    by: Person,
    about: About,
    words: str,
    wanted: str = "",
    made_for: MadeFor | None = None,
    complainant: str = "",
) -> Complaint:
    """Take a complaint; an officer says with `made_for` on whose behalf."""
    own = who.complains_for(by, commission)
    if not who.can_complain(by, commission):
        message = "You cannot complain about this support."
        raise NotAllowed(message)
    on_behalf = own is None
    if on_behalf and made_for is MadeFor.SOMEBODY_ELSE:
        given_reason(complainant, "Say whose complaint it is.")
    complaint = Complaint(
        reference=free_reference("CPT", Complaint.reference),
        commission=commission,
        about=about,
        words=given_reason(words, "Say what you complain of."),
        wanted=wanted.strip(),
        made_by=by,
        made_for=own or made_for or MadeFor.SOMEBODY_ELSE,
        on_behalf=on_behalf,
        complainant=complainant.strip() if on_behalf else "",
    )
    db.session.add(complaint)
    db.session.flush()
    telling.tell_made(complaint, by)
    return complaint


def acknowledge(*, complaint: Complaint, by: Person, words: str) -> None:
    _hold(complaint)
    said = given_reason(words, "Write what you tell whoever complained.")
    COMPLAINT_LIFECYCLE.move(complaint, ComplaintAction.ACKNOWLEDGE, by=by)
    complaint.acknowledgement = said
    complaint.acknowledged_by, complaint.acknowledged_at = by, clock.now()
    db.session.flush()
    telling.tell_complainants(complaint, by, "your complaint is acknowledged")


def assign(*, complaint: Complaint, by: Person, investigator: Person, told: str) -> None:
    """Give it to somebody not involved, and tell those complained about what they need."""
    _hold(complaint)
    COMPLAINT_LIFECYCLE.permit(complaint, ComplaintAction.ASSIGN, by=by)
    complaint.told_words = given_reason(told, "Say what those complained about need to know.")
    complaint.investigator = investigator
    COMPLAINT_LIFECYCLE.move(complaint, ComplaintAction.ASSIGN, by=by)
    complaint.told_at = clock.now()
    db.session.flush()
    telling.tell_assigned(complaint, by)


def decide(
    *,
    complaint: Complaint,
    by: Person,
    findings: str,
    outcome: ComplaintOutcome,
    reasons: str,
    told: str,
) -> None:
    """Record what was found: `reasons` are for the complainant, `told` for the others."""
    _hold(complaint)
    COMPLAINT_LIFECYCLE.permit(complaint, ComplaintAction.DECIDE, by=by)
    complaint.findings, complaint.outcome = findings.strip(), outcome
    complaint.reasons, complaint.told_outcome = reasons.strip(), told.strip()
    COMPLAINT_LIFECYCLE.move(complaint, ComplaintAction.DECIDE, by=by)
    complaint.decided_at = clock.now()
    db.session.flush()
    telling.tell_decided(complaint, by)
    if complaint.about is About.PROVIDER and outcome is ComplaintOutcome.UPHELD:
        open_review(
            provider=complaint.commission.provider,
            opening=Opening.COMPLAINT,
            reason=f"Complaint {complaint.reference} was upheld.",
        )


def withdraw(*, complaint: Complaint, by: Person) -> None:
    _hold(complaint)
    COMPLAINT_LIFECYCLE.move(complaint, ComplaintAction.WITHDRAW, by=by)
    db.session.flush()


def _hold(complaint: Complaint) -> None:
    """Lock it until the transaction ends: of two who take a step, the second finds it taken."""
    db.session.flush()
    db.session.execute(select(Complaint.id).where(Complaint.id == complaint.id).with_for_update())
    db.session.refresh(complaint)
