"""What the dashboard reads: all work from evaluation on, with what was judged."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, field
from datetime import date
from typing import TYPE_CHECKING

from flask import url_for
from sqlalchemy import select
from sqlalchemy.orm import joinedload, selectinload

from app.commissions.models import Commission, SupportRequest
from app.commissions.permissions import is_party
from app.commissions.queries.sides import judged_by
from app.commissions.statuses import CommissionStatus
from app.extensions import db
from app.quality.facts import Part
from app.quality.models import ObjectiveOutcome, QAJudgement

if TYPE_CHECKING:
    from app.accounts.models import Person

S = CommissionStatus


@dataclass(frozen=True)
class Case:
    """One row behind a number."""

    title: str
    about: str
    href: str
    note: str = ""
    due_on: date | None = None


@dataclass(frozen=True)
class Work:
    """One commission with its judgements by part."""

    commission: Commission
    parts: dict[Part, QAJudgement] = field(default_factory=dict)
    standing: QAJudgement | None = None

    def case(self, note: str = "", due_on: date | None = None) -> Case:
        commission = self.commission
        return Case(
            commission.request.title,
            f"{commission.reference}, {commission.provider.name} at {commission.school.name}",
            url_for("quality.judge", reference=commission.reference)
            if commission.status in (S.QUALITY_REVIEW, S.CLOSED)
            else url_for("commissions.show", reference=commission.reference),
            note,
            due_on,
        )


def work_of(person: Person) -> list[Work]:
    """Return all work of the lead's authorities from evaluation on, without their own sides'."""
    query = (
        select(Commission)
        .where(
            judged_by(person),
            Commission.status.in_((S.EVALUATING, S.QUALITY_REVIEW, S.CLOSED)),
        )
        .options(
            joinedload(Commission.school),
            joinedload(Commission.provider),
            joinedload(Commission.request).joinedload(SupportRequest.focus),
            selectinload(Commission.evaluations),
        )
        .order_by(Commission.moved_at.desc(), Commission.id.desc())
    )
    commissions = [one for one in db.session.scalars(query).unique() if not is_party(person, one)]
    judged: dict[int, list[QAJudgement]] = defaultdict(list)
    for judgement in _judgements([commission.id for commission in commissions]):
        judged[judgement.commission_id].append(judgement)
    return [_work(commission, judged[commission.id]) for commission in commissions]


def _work(commission: Commission, judgements: list[QAJudgement]) -> Work:
    parts = {one.part: one for one in judgements if one.part is not None}
    standing = (one for one in judgements if one.part is None or one.stands_since is not None)
    return Work(commission, parts, next(standing, None))


def _judgements(commission_ids: list[int]) -> list[QAJudgement]:
    query = (
        select(QAJudgement)
        .where(QAJudgement.commission_id.in_(commission_ids))
        .options(selectinload(QAJudgement.outcomes).joinedload(ObjectiveOutcome.objective))
        .order_by(QAJudgement.id)
    )
    return list(db.session.scalars(query))
