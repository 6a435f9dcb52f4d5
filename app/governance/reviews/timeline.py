"""What happened in a review, in words, from the audit trail."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sqlalchemy import select

from app.accounts.models import Person
from app.commissions.timeline import Entry
from app.core.audit import AuditEvent, subject_of
from app.extensions import db
from app.governance.reviews.facts import BoardReviewAct

if TYPE_CHECKING:
    from app.governance.reviews.models import GovernanceReview

A = BoardReviewAct
# (table, action) → words; what is missing here is not told
LINES = {
    ("governance_review", "created"): "Review asked for",
    ("governance_review", A.BEGIN): "Review begun",
    ("governance_review", A.DRAFT): "Findings fixed",
    ("governance_review", A.SHARE): "Report shared with the board",
    ("governance_review", A.CORRECT): "Report taken back to be corrected",
    ("governance_review", A.AGREE_REPORT): "Report agreed by the board",
    ("governance_review", A.AGREE_PLAN): "Action plan agreed by the board",
    ("governance_review", A.AGREE_OWN_PLAN): "Action plan agreed",
    ("governance_review", A.RETURN_PLAN): "Changes to the plan asked",
    ("governance_review", A.ACCEPT_PLAN): "Action plan accepted by governor services",
    ("governance_review", A.CLOSE): "Review closed",
    ("governance_review", A.CANCEL): "Review cancelled",
    ("governance_review_paper", "created"): "Paper asked for",
    ("governance_review_comment", "created"): "Board commented on the report",
    ("governance_review_note", "created"): "Progress with an action",
}
# a self-review that is the board's own: the authority knows the steps, nothing more
STEPS_ONLY = "governance_review"


def timeline_of(review: GovernanceReview, *, steps_only: bool) -> list[Entry]:
    """Return the entries, the newest first."""
    query = (
        select(AuditEvent, Person.name)
        .join(Person, Person.id == AuditEvent.actor_id, isouter=True)
        .where(AuditEvent.root == subject_of(review))
        .order_by(AuditEvent.id.desc())
    )
    found = []
    for event, name in db.session.execute(query):
        table = event.subject.partition(":")[0]
        words = LINES.get((table, event.action))
        if words and (table == STEPS_ONLY or not steps_only):
            found.append(Entry(event.at, name or "The system", words))
    return found
