"""Reads of the rules, and of what they ask about one commission."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sqlalchemy import and_, func, or_, select

from app.commissions.facts import Outcome
from app.commissions.models import Commission
from app.commissions.statuses import CommissionStatus
from app.core import clock
from app.core.audit import AuditEvent, subject_of
from app.extensions import db
from app.quality.complaints.facts import ComplaintStatus
from app.quality.complaints.models import Complaint
from app.quality.facts import Part
from app.quality.models import QAJudgement
from app.quality.second.facts import RuleKey
from app.quality.second.models import QualityRule
from app.quality.second.sampling import Judged

if TYPE_CHECKING:
    from collections.abc import Sequence


def rules_of(authority_code: str) -> list[QualityRule]:
    """Return the rules of an authority, in the order of their keys."""
    query = select(QualityRule).where(QualityRule.authority_code == authority_code)
    order = list(RuleKey)
    return sorted(db.session.scalars(query), key=lambda rule: order.index(rule.key))


def rule_of(authority: str, key: str) -> QualityRule | None:
    if key not in set(RuleKey):
        return None
    return db.session.scalar(
        select(QualityRule).where(
            QualityRule.authority_code == authority, QualityRule.key == RuleKey(key)
        )
    )


def in_force(authority_code: str) -> dict[RuleKey, int]:
    return {rule.key: rule.value for rule in rules_of(authority_code) if rule.in_force}


def judged_facts(judgement: QAJudgement) -> Judged:
    commission = judgement.commission
    outcomes = [outcome.outcome for outcome in judgement.outcomes]
    return Judged(
        reference=commission.reference,
        of_provider=_place_among_its_providers(commission),
        not_met=outcomes.count(Outcome.NOT_MET),
        ended_early=commission.early_end is not None,
        days_early=days_early(commission),
        complaints=_complaints_kept(commission),
        cost_pence=commission.total_pence,
        sides=judgement.sides,
    )


def days_early(commission: Commission) -> int:
    """Return how many days before the agreed day the delivery ended, 0 for on time or late.

    From the audit trail, which knows when it first went on to evaluation, whoever ended it.
    """
    query = (
        select(AuditEvent)
        .where(AuditEvent.subject == subject_of(commission))
        .order_by(AuditEvent.id)
    )
    for event in db.session.scalars(query):
        if event.changes.get("status", [None, None])[1] == CommissionStatus.EVALUATING.value:
            return max(0, (commission.ends_on - clock.in_london(event.at).date()).days)
    return 0


def _complaints_kept(commission: Commission) -> int:
    query = select(func.count(Complaint.id)).where(
        Complaint.commission_id == commission.id, Complaint.status != ComplaintStatus.WITHDRAWN
    )
    return db.session.scalar(query) or 0


def _place_among_its_providers(commission: Commission) -> int:
    """Return 1 for the first that this provider took on and got approved, 2 for the next."""
    earlier = or_(
        Commission.approved_at < commission.approved_at,
        and_(Commission.approved_at == commission.approved_at, Commission.id <= commission.id),
    )
    query = select(func.count(Commission.id)).where(
        Commission.provider_id == commission.provider_id, earlier
    )
    return db.session.scalar(query) or 1


def judgements_of_parts(commission: Commission) -> dict[Part, QAJudgement]:
    """Return every judgement of a commission, whether or not it stands."""
    query = select(QAJudgement).where(QAJudgement.commission_id == commission.id)
    found = db.session.scalars(query)
    return {judgement.part: judgement for judgement in found if judgement.part is not None}


def authorities_lacking_rules(codes: Sequence[str]) -> list[str]:
    """Return the authorities for which some rule was never set, on or off."""
    query = (
        select(QualityRule.authority_code)
        .where(QualityRule.authority_code.in_(codes))
        .group_by(QualityRule.authority_code)
        .having(func.count(QualityRule.id) >= len(RuleKey))
    )
    return sorted(set(codes) - set(db.session.scalars(query)))
