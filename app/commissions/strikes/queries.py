"""Entries whether they stand or were struck out, and what was built on them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sqlalchemy import select

from app.commissions.models import Commission, Measurement, Objective
from app.core.audit import AuditEvent, subject_of
from app.extensions import db

if TYPE_CHECKING:
    from datetime import datetime


def any_reading(reference: str, reading_id: int) -> Measurement | None:
    query = (
        select(Measurement)
        .join(Measurement.objective)
        .join(Commission, Commission.id == Objective.commission_id)
        .where(Commission.reference == reference, Measurement.id == reading_id)
    )
    return db.session.scalar(query)


def any_objective(reference: str, objective_id: int) -> Objective | None:
    query = (
        select(Objective)
        .join(Commission, Commission.id == Objective.commission_id)
        .where(Commission.reference == reference, Objective.id == objective_id)
    )
    return db.session.scalar(query)


def report_accepted_at(commission: Commission) -> datetime | None:
    """Return when the authority accepted the closing report.

    Asked of the trail: reports belong to `app.quality`, of which this feature knows nothing.
    """
    query = (
        select(AuditEvent.at)
        .where(
            AuditEvent.root == subject_of(commission),
            AuditEvent.subject.startswith("closing_report:"),
            AuditEvent.action == "accept",
        )
        .order_by(AuditEvent.id.desc())
        .limit(1)
    )
    return db.session.scalar(query)
