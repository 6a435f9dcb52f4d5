"""Who judges, and who reads what of a judgement (section 5 of the product page)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.accounts.roles import Role
from app.commissions import judging_permissions as judging
from app.commissions import permissions as who
from app.commissions.statuses import CommissionStatus

if TYPE_CHECKING:
    from app.accounts.models import Person
    from app.commissions.models import Commission

JUDGED_OR_TO_BE = frozenset({CommissionStatus.QUALITY_REVIEW, CommissionStatus.CLOSED})


def is_quality_lead(person: Person) -> bool:
    return person.holds(Role.QUALITY_LEAD)


def is_quality_lead_for(person: Person, commission: Commission) -> bool:
    """Tell whether the person judges for this authority, if perhaps not this commission."""
    return who.is_quality_lead_for(person, commission)


def why_not_judge(person: Person, commission: Commission) -> str:
    """Return what keeps a lead from judging this commission, in words to them; empty if nothing."""
    own = judging.is_judge_of(person, commission) and not judging.awaits_moderation(commission)
    reasons = (
        (person.id == commission.broker_id, "You brokered it, so another lead judges it."),
        (
            person.id in commission.took_part,
            "You took part in its approval, so another lead judges it.",
        ),
        (
            who.is_party(person, commission),
            "You belong to one of its sides, so another lead judges it.",
        ),
        (
            who.has_interest(person, commission),
            "You declared an interest in it, so another lead judges it.",
        ),
        (own, "You judged it. It counts once another lead has judged it too, without yours."),
        (not is_quality_lead_for(person, commission), "Another authority’s lead judges it."),
    )
    return next((words for holds, words in reasons if holds), "")


def can_see_detail(person: Person, commission: Commission) -> bool:
    """Strength of evidence, level of impact and the like: officers and leads on no side."""
    return not who.is_party(person, commission) and who.can_see_commission(person, commission)


def can_see_outcome(person: Person, commission: Commission) -> bool:
    """Decision and outcomes in words: both sides as well, not the home school."""
    return who.can_see_delivery(person, commission)
