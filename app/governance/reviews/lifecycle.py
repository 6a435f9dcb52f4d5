"""What can happen to a review of governance."""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.core.lifecycle import Lifecycle, Step
from app.governance.reviews import permissions as who
from app.governance.reviews import requirements as needs
from app.governance.reviews.facts import BoardReviewAct, BoardReviewStatus

if TYPE_CHECKING:
    from app.accounts.models import Person
    from app.governance.reviews.models import GovernanceReview

S, A = BoardReviewStatus, BoardReviewAct

BOARD_REVIEW_LIFECYCLE: Lifecycle[BoardReviewStatus, BoardReviewAct, GovernanceReview, Person] = (
    Lifecycle(
        {
            (S.PLANNED, A.BEGIN): Step(S.UNDER_WAY, who.is_reviewer, needs.to_begin),
            (S.UNDER_WAY, A.DRAFT): Step(S.DRAFTED, who.is_reviewer, needs.to_draft),
            (S.DRAFTED, A.SHARE): Step(S.SHARED, who.is_reviewer, needs.to_draft),
            (S.SHARED, A.CORRECT): Step(S.DRAFTED, who.is_reviewer),
            (S.SHARED, A.AGREE_REPORT): Step(S.AGREED, who.is_chair),
            (S.AGREED, A.AGREE_PLAN): Step(
                S.PLAN_AGREED, who.can_agree_external, needs.to_agree_plan
            ),
            (S.AGREED, A.AGREE_OWN_PLAN): Step(S.FOLLOW_UP, who.can_agree_own, needs.to_agree_plan),
            (S.PLAN_AGREED, A.ACCEPT_PLAN): Step(S.FOLLOW_UP, who.can_accept),
            (S.PLAN_AGREED, A.RETURN_PLAN): Step(S.AGREED, who.can_accept),
            (S.FOLLOW_UP, A.CLOSE): Step(S.CLOSED, who.can_end),
            **{
                (status, A.CANCEL): Step(S.CANCELLED, who.can_end)
                for status in sorted(who.CAN_BE_CANCELLED)
            },
        }
    )
)
