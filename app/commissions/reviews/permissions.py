"""Who reads a review, writes it and answers it. Pure rules."""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.commissions import permissions as who

if TYPE_CHECKING:
    from app.accounts.models import Person
    from app.commissions.models import ReviewMeeting


def can_see_review(person: Person, review: ReviewMeeting) -> bool:
    return who.can_see_delivery(person, review.commission)


def can_answer_review(person: Person, review: ReviewMeeting) -> bool:
    return who.can_acknowledge(person, review.commission)
