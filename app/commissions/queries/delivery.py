"""Reads of what happened between the start and the evaluations."""

from __future__ import annotations

from sqlalchemy import select

from app.commissions.models import Commission, VisitNote
from app.extensions import db


def note_of_commission(reference: str, note_id: int) -> VisitNote | None:
    query = (
        select(VisitNote)
        .join(VisitNote.commission)
        .where(Commission.reference == reference, VisitNote.id == note_id)
    )
    return db.session.scalar(query)
