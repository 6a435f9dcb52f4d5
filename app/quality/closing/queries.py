"""Reads of closing reports."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sqlalchemy import and_, or_, select
from sqlalchemy.orm import joinedload

from app.commissions.models import Commission, SupportRequest
from app.commissions.queries.commissions import commission_by_reference
from app.commissions.queries.sides import acted_on, judged_by
from app.commissions.statuses import CommissionStatus
from app.extensions import db
from app.quality.closing.facts import ClosingStatus
from app.quality.closing.models import ClosingReport
from app.quality.models import QAJudgement
from app.quality.queries import judgement_of

if TYPE_CHECKING:
    from collections.abc import Sequence

    from app.accounts.models import Person


def closing_judgement(reference: str) -> QAJudgement | None:
    """Return the judgement that closed the commission; None before it is closed."""
    commission = commission_by_reference(reference)
    if commission is None or commission.status is not CommissionStatus.CLOSED:
        return None
    return judgement_of(commission)


def report_of(reference: str) -> ClosingReport | None:
    query = (
        select(ClosingReport)
        .join(ClosingReport.judgement)
        .join(QAJudgement.commission)
        .where(Commission.reference == reference)
    )
    return db.session.scalar(query)


def open_reports_of(person: Person) -> Sequence[ClosingReport]:
    """Return those that wait for officers or leads of this person's authorities."""
    status = ClosingReport.status
    commission = joinedload(ClosingReport.judgement).joinedload(QAJudgement.commission)
    query = (
        select(ClosingReport)
        .join(ClosingReport.judgement)
        .join(QAJudgement.commission)
        .where(
            or_(
                and_(status == ClosingStatus.PREPARED, acted_on(person, Commission)),
                and_(status == ClosingStatus.RETURNED, judged_by(person)),
            )
        )
        .options(
            commission.joinedload(Commission.request).selectinload(SupportRequest.declarations),
            commission.joinedload(Commission.provider),
            commission.joinedload(Commission.school),
            commission.selectinload(Commission.declarations),
            commission.selectinload(Commission.approval_acts),
        )
        .order_by(ClosingReport.moved_at, ClosingReport.id)
    )
    return db.session.scalars(query).unique().all()
