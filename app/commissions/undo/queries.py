"""What the audit trail knows of the last step, and of what came after it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sqlalchemy import select

from app.accounts.models import Person
from app.commissions.models import Commission
from app.commissions.undo.facts import Taken
from app.core.audit import AuditEvent, changed_in_it, subject_of
from app.extensions import db

if TYPE_CHECKING:
    from app.commissions.models import Candidate, SupportRequest


def last_step(record: SupportRequest | Commission) -> Taken | None:
    """Return the last change of its status; None for a record that never moved."""
    found = db.session.execute(
        select(AuditEvent, Person.name)
        .outerjoin(Person, Person.id == AuditEvent.actor_id)
        .where(AuditEvent.subject == subject_of(record), changed_in_it("status"))
        .order_by(AuditEvent.sequence.desc())
        .limit(1)
    ).first()
    if found is None:
        return None
    event, name = found
    before, _now = event.changes["status"]
    reason, _now = event.changes.get("reason", (record.reason, ""))
    return Taken(
        event.id, event.action, before or "", event.actor_id, name or "", event.at, reason or ""
    )


def somebody_went_on(record: SupportRequest | Commission, taken: Taken) -> bool:
    """Tell whether somebody else worked on it, or on its request, after the step.

    Not who: it may have been a concern in confidence, or an officers' note.
    """
    roots = [subject_of(record)]
    if isinstance(record, Commission):
        roots.append(subject_of(record.request))
    later = select(AuditEvent.id).where(
        AuditEvent.root.in_(roots),
        AuditEvent.id > taken.event_id,
        AuditEvent.actor_id != taken.by_id,
    )
    return db.session.scalar(later.limit(1)) is not None


def reason_before(candidate: Candidate) -> str | None:
    """Return why the provider was considered, before the offer was declined."""
    event = db.session.scalar(
        select(AuditEvent)
        .where(AuditEvent.subject == subject_of(candidate), changed_in_it("reason"))
        .order_by(AuditEvent.sequence.desc())
        .limit(1)
    )
    return event.changes["reason"][0] if event is not None else None
