"""Reads of judgements, and of the commissions that wait for one."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sqlalchemy import select
from sqlalchemy.orm import selectinload

from app.commissions.models import Commission
from app.commissions.statuses import CommissionStatus
from app.extensions import db
from app.quality.facts import COUNTED
from app.quality.models import QAJudgement

if TYPE_CHECKING:
    from collections.abc import Sequence


def counted_judgements(provider_id: int) -> Sequence[QAJudgement]:
    """Return the judgements of a provider's closed commissions that were assured."""
    query = (
        select(QAJudgement)
        .join(QAJudgement.commission)
        .where(
            Commission.provider_id == provider_id,
            Commission.status == CommissionStatus.CLOSED,
            QAJudgement.decision.in_(COUNTED),
        )
        .options(selectinload(QAJudgement.outcomes))
        .order_by(QAJudgement.id)
    )
    return db.session.scalars(query).all()
