"""What can happen to a review."""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.core import clock
from app.core.calendar import add_working_days
from app.core.lifecycle import Lifecycle, Step
from app.quality.provider_reviews import permissions as who
from app.quality.provider_reviews.facts import (
    TAKES_AWAY,
    WORKING_DAYS_TO_ANSWER,
    WORKING_DAYS_TO_APPEAL,
    WORKING_DAYS_TO_DECIDE,
    ReviewAct,
    ReviewStatus,
)

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from app.accounts.models import Person
    from app.quality.provider_reviews.models import ProviderReview

S, A = ReviewStatus, ReviewAct
_DAYS = {S.OPEN: WORKING_DAYS_TO_DECIDE, S.DECIDED: WORKING_DAYS_TO_APPEAL}


def due_on(review: ProviderReview) -> date:
    """Return the day by which the next act is expected, or until when one may appeal."""
    days = _DAYS.get(review.status, WORKING_DAYS_TO_ANSWER)
    return add_working_days(clock.in_london(review.moved_at).date(), days)


def appeal_open(_person: Person, review: ProviderReview) -> Sequence[str]:
    if review.decision not in TAKES_AWAY:
        return ["This decision takes nothing away, so there is nothing to appeal against."]
    return [] if clock.today() <= due_on(review) else ["The time to appeal is over."]


REVIEW_LIFECYCLE: Lifecycle[ReviewStatus, ReviewAct, ProviderReview, Person] = Lifecycle(
    {
        (S.OPEN, A.DECIDE): Step(S.DECIDED, who.can_decide),
        (S.DECIDED, A.APPEAL): Step(S.APPEALED, who.may_appeal, appeal_open),
        (S.APPEALED, A.ANSWER): Step(S.SETTLED, who.can_answer),
    }
)
