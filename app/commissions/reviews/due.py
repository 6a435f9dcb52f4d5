"""Which reviews a commission owes, and by when. Pure rules."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta
from typing import TYPE_CHECKING

from app.commissions.reviews.facts import MOST_DAYS_BETWEEN, ReviewKind
from app.commissions.statuses import CommissionStatus
from app.core import clock

if TYPE_CHECKING:
    from datetime import date

    from app.commissions.models import Commission


@dataclass(frozen=True)
class DueReview:
    kind: ReviewKind
    due_on: date

    @property
    def is_overdue(self) -> bool:
        return self.due_on < clock.today()


def mid_point(commission: Commission) -> date:
    """Return the day at half between the agreed start and end."""
    return commission.starts_on + (commission.ends_on - commission.starts_on) / 2


def due_reviews(commission: Commission) -> list[DueReview]:
    """Return what is to be held next, the earliest first; nothing before or after delivery.

    The mid-point once; and any review at the day that the last one named, or four months after
    it. A mid-point due earlier takes the place of that one.
    """
    begun = commission.start_meeting_on
    if commission.status is not CommissionStatus.ACTIVE or begun is None:
        return []
    last = commission.reviews[-1] if commission.reviews else None
    latest = (last.held_on if last else begun) + timedelta(days=MOST_DAYS_BETWEEN)
    if last is not None and last.next_review_on is not None:
        latest = min(latest, last.next_review_on)
    termly = DueReview(ReviewKind.TERMLY, latest)
    if any(review.kind is ReviewKind.MID_POINT for review in commission.reviews):
        return [termly] if latest <= commission.ends_on else []
    # a start after the agreed half-way day leaves no time for one before
    mid = DueReview(ReviewKind.MID_POINT, max(mid_point(commission), begun))
    return [termly, mid] if latest < mid.due_on else [mid]


def overdue_reviews(commission: Commission) -> list[DueReview]:
    """Return the reviews that should have been held by now: they stand in an extension's way."""
    return [review for review in due_reviews(commission) if review.is_overdue]
