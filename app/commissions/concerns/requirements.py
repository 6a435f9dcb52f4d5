"""What must hold before a step of a concern, and what a concern stands in the way of."""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.commissions.concerns.facts import OPEN, ConcernStatus
from app.commissions.concerns.permissions import can_see_concern
from app.core import clock
from app.web.filters import date_words

if TYPE_CHECKING:
    from app.accounts.models import Person
    from app.commissions.models import Commission, Concern

TICK_WHAT_WAS_TRIED = "Tick what was tried before it is escalated."
SAY_HOW_RESOLVED = "Say how it was resolved."
# to whoever may not know of a concern: what to do, and nothing else
NOT_YET = "The authority has something to finish first. Ask the brokerage team."


def may_be_escalated(_person: Person, concern: Concern) -> list[str]:
    """Somebody was given the time to act on it, and it is said what was tried."""
    missing = []
    if concern.status is ConcernStatus.RAISED and clock.today() <= concern.due_on:
        missing.append(
            "It can be escalated when somebody has acted on it, "
            f"or after {date_words(concern.due_on)}."
        )
    return missing if concern.tried else [*missing, TICK_WHAT_WAS_TRIED]


def resolution_said(_person: Person, concern: Concern) -> list[str]:
    return [] if concern.resolution else [SAY_HOW_RESOLVED]


def no_open_concern(person: Person, commission: Commission) -> list[str]:
    still_open = [concern for concern in commission.concerns if concern.status in OPEN]
    if not still_open:
        return []
    seen = [c.reference for c in still_open if can_see_concern(person, c)]
    if len(seen) < len(still_open):
        return [NOT_YET]
    if len(seen) == 1:
        return [f"Concern {seen[0]} must be resolved first."]
    return [f"Concerns {', '.join(seen[:-1])} and {seen[-1]} must be resolved first."]
