"""Who reads which judgement while it is not settled, and who keeps the rules. Pure rules."""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.accounts.roles import Role
from app.commissions.judging_permissions import awaits_moderation, can_moderate, is_judge_of
from app.commissions.permissions import can_see_commission, has_declared_none, is_party
from app.commissions.statuses import CommissionStatus
from app.quality.facts import Part

if TYPE_CHECKING:
    from app.accounts.models import Person
    from app.quality.models import QAJudgement
    from app.quality.second.models import QualityRule


def keeps_rules(person: Person, authority_code: str) -> bool:
    return person.holds(Role.QUALITY_LEAD, authority=authority_code)


def keeps_rule(person: Person, rule: QualityRule) -> bool:
    return keeps_rules(person, rule.authority_code)


def can_read_part(person: Person, judgement: QAJudgement) -> bool:
    """A judge reads their own; the other's only when both are in, so that the second is blind.

    Once it is closed every officer and lead on no side reads all parts.
    """
    commission = judgement.commission
    if judgement.judge_id == person.id:
        return True
    if commission.status is CommissionStatus.CLOSED:
        return not is_party(person, commission) and can_see_commission(person, commission)
    both_in = awaits_moderation(commission) and can_moderate(person, commission)
    # who moderates says first whether they have an interest, as a judge does
    return both_in and (is_judge_of(person, commission) or has_declared_none(person, commission))


def can_read_grounds(person: Person, judgement: QAJudgement) -> bool:
    """Why it was sampled: that may tell the outcome of the first, so the second judge waits."""
    return judgement.part is Part.FIRST and can_read_part(person, judgement)
