"""Reads of the conditions of judgements."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sqlalchemy import ColumnElement, or_, select
from sqlalchemy.orm import joinedload

from app.commissions.models import Commission, SupportRequest
from app.commissions.queries.sides import judged_by, spoken_for
from app.core import clock
from app.extensions import db
from app.quality.conditions.models import JudgementCondition
from app.quality.models import QAJudgement

if TYPE_CHECKING:
    from collections.abc import Sequence

    from app.accounts.models import Person


def condition_of(reference: str) -> JudgementCondition | None:
    query = (
        select(JudgementCondition)
        .join(JudgementCondition.judgement)
        .join(QAJudgement.commission)
        .where(Commission.reference == reference)
    )
    return db.session.scalar(query)


def open_conditions(*concerned: ColumnElement[bool]) -> Sequence[JudgementCondition]:
    """Return what is not met yet, the earliest day first."""
    commission = joinedload(JudgementCondition.judgement).joinedload(QAJudgement.commission)
    query = (
        select(JudgementCondition)
        .join(JudgementCondition.judgement)
        .join(QAJudgement.commission)
        .where(JudgementCondition.met_at.is_(None), *concerned)
        .options(
            commission.joinedload(Commission.request).selectinload(SupportRequest.declarations),
            commission.joinedload(Commission.provider),
            commission.joinedload(Commission.school),
            commission.selectinload(Commission.declarations),
            commission.selectinload(Commission.approval_acts),
        )
        .order_by(JudgementCondition.due_on, JudgementCondition.id)
    )
    return db.session.scalars(query).unique().all()


def open_conditions_of(person: Person) -> Sequence[JudgementCondition]:
    """Return those on which this person may report, or at which they may look."""
    return open_conditions(
        or_(
            spoken_for(person, Commission),
            Commission.provider_id.in_(person.providers_led()),
            judged_by(person),
        )
    )


def overdue_conditions() -> Sequence[JudgementCondition]:
    return open_conditions(JudgementCondition.due_on < clock.today())
