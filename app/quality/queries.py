"""Reads of judgements, and of the commissions that wait for one."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING, Any

from sqlalchemy import Select, or_, select
from sqlalchemy.orm import joinedload, selectinload

from app.commissions.models import Commission, SupportRequest
from app.commissions.queries.sides import judged_by
from app.commissions.statuses import CommissionStatus
from app.core.paging import Page, paginate
from app.extensions import db
from app.prospectus.models import Provider
from app.quality.facts import COUNTED, Decision
from app.quality.models import ObjectiveOutcome, QAJudgement
from app.schools.models import School

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from app.accounts.models import Person

LONGEST_SEARCH = 100
# of several judgements of one commission the one that counts; none does before it is closed
STANDS = or_(QAJudgement.stands_since.is_not(None), QAJudgement.part.is_(None))


class Show(StrEnum):
    WAITING = "waiting"
    JUDGED = "judged"


@dataclass(frozen=True)
class QualitySearch:
    """What a lead asks the list for; a decision narrows only what is judged."""

    show: Show = Show.WAITING
    words: str = ""
    decision: Decision | None = None

    @property
    def is_filtered(self) -> bool:
        return bool(self.words or self.decision)


def judgement_of(commission: Commission) -> QAJudgement | None:
    """Return the judgement that counts; None while it is judged a second time."""
    query = (
        select(QAJudgement)
        .where(QAJudgement.commission_id == commission.id, STANDS)
        .options(selectinload(QAJudgement.outcomes).joinedload(ObjectiveOutcome.objective))
    )
    return db.session.scalar(query)


def judgements_of(commissions: Iterable[Commission]) -> dict[int, QAJudgement]:
    """Return the judgements by the key of their commission."""
    query = (
        select(QAJudgement)
        .where(QAJudgement.commission_id.in_([commission.id for commission in commissions]), STANDS)
        .options(joinedload(QAJudgement.judge))
    )
    return {judgement.commission_id: judgement for judgement in db.session.scalars(query)}


def page_of_quality(person: Person, search: QualitySearch, page: str | None) -> Page[Commission]:
    return paginate(db.session, _listed(person, search), page)


def all_of_quality(person: Person, search: QualitySearch) -> list[Commission]:
    """Return everything the search finds, for an export."""
    return list(db.session.scalars(_listed(person, search)).unique())


def _listed(person: Person, search: QualitySearch) -> Select[Any]:
    """What waits longest comes first; of what is judged, the latest."""
    waiting = search.show is Show.WAITING
    status = CommissionStatus.QUALITY_REVIEW if waiting else CommissionStatus.CLOSED
    query = (
        select(Commission)
        .join(Commission.request)
        .join(Commission.provider)
        .join(School, School.urn == Commission.school_urn)
        .where(
            judged_by(person),
            Commission.status == status,
        )
        .options(
            joinedload(Commission.school),
            joinedload(Commission.provider),
            joinedload(Commission.broker),
            joinedload(Commission.request).selectinload(SupportRequest.declarations),
            selectinload(Commission.declarations),
            selectinload(Commission.approval_acts),
            selectinload(Commission.variations),
        )
    )
    if search.decision is not None and not waiting:
        query = query.join(QAJudgement, QAJudgement.commission_id == Commission.id).where(
            QAJudgement.decision == search.decision, STANDS
        )
    for word in search.words.split():
        columns = (Commission.reference, SupportRequest.title, School.name, Provider.name)
        query = query.where(or_(*(column.icontains(word, autoescape=True) for column in columns)))
    if waiting:
        return query.order_by(Commission.moved_at, Commission.id)
    return query.order_by(Commission.moved_at.desc(), Commission.id.desc())


def counted_judgements(provider_id: int) -> Sequence[QAJudgement]:
    """Return the judgements of a provider's closed commissions that were assured."""
    query = (
        select(QAJudgement)
        .join(QAJudgement.commission)
        .where(
            Commission.provider_id == provider_id,
            Commission.status == CommissionStatus.CLOSED,
            QAJudgement.decision.in_(COUNTED),
            STANDS,
        )
        .options(
            selectinload(QAJudgement.outcomes),
            joinedload(QAJudgement.commission).joinedload(Commission.request),
        )
        .order_by(QAJudgement.id)
    )
    return db.session.scalars(query).all()
