"""The judgements behind a provider's record."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sqlalchemy import select
from sqlalchemy.orm import joinedload, selectinload

from app.commissions.models import Commission
from app.extensions import db
from app.quality.models import QAJudgement
from app.quality.queries import STANDS

if TYPE_CHECKING:
    from collections.abc import Sequence


def judgements_that_count(provider_id: int) -> Sequence[QAJudgement]:
    """Return the judgements that count, the latest first."""
    query = (
        select(QAJudgement)
        .join(QAJudgement.commission)
        .where(Commission.provider_id == provider_id, STANDS)
        .options(
            selectinload(QAJudgement.outcomes),
            joinedload(QAJudgement.commission).options(
                joinedload(Commission.request), joinedload(Commission.school)
            ),
        )
        .order_by(QAJudgement.decided_at.desc(), QAJudgement.id.desc())
    )
    return db.session.scalars(query).unique().all()
