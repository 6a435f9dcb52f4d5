"""Whether a rule covers a commission, and how a rule reads."""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.core import clock
from app.core.money import pounds
from app.web.filters import days_words

if TYPE_CHECKING:
    from app.commissions.models import Commission, PreauthorisedRule


def covers(rule: PreauthorisedRule, commission: Commission) -> bool:
    """In force today, small enough, and the provider holds one of the kinds when it starts."""
    day = max(commission.starts_on, clock.today())
    return (
        rule.is_in_force
        and commission.total_pence <= rule.limit_pence
        and commission.days <= rule.most_days
        and any(
            designation.type.code in rule.kinds and designation.in_date(day)
            for designation in commission.provider.designations
        )
    )


def rule_for(commission: Commission) -> PreauthorisedRule | None:
    """Return the narrowest rule that covers it."""
    return next((rule for rule in commission.rules if covers(rule, commission)), None)


def rule_words(rule: PreauthorisedRule) -> str:
    return f"{rule.name}: up to {pounds(rule.limit_pence)} and {days_words(rule.most_days)}"
