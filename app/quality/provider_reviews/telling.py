"""Who learns of a review, its decision, an appeal and its answer. Subjects name nobody."""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.notifications.services import leave_message
from app.prospectus.designations.telling import leads_of, officers_for
from app.quality.provider_reviews.permissions import can_answer, can_decide

if TYPE_CHECKING:
    from collections.abc import Iterable

    from app.accounts.models import Person
    from app.quality.provider_reviews.models import ProviderReview

NEWS = "News about a review of a provider"
PAGE_SAYS = "Its page says why, and what happens next."


def tell_of_opening(review: ProviderReview) -> None:
    provider = review.provider
    deciding = [p for p in officers_for(provider) if can_decide(p, review)]
    _tell(review, "opened", [*leads_of(provider), *deciding], but=review.opened_by)


def tell_of_decision(review: ProviderReview) -> None:
    _tell(review, "decided", leads_of(review.provider), but=review.decided_by)


def tell_of_appeal(review: ProviderReview) -> None:
    answering = [p for p in officers_for(review.provider) if can_answer(p, review)]
    _tell(review, "appealed", [*leads_of(review.provider), *answering], but=review.appealed_by)


def tell_of_answer(review: ProviderReview) -> None:
    people = leads_of(review.provider)
    if review.decided_by is not None:
        people.append(review.decided_by)
    _tell(review, "answered", people, but=review.answered_by)


def _tell(
    review: ProviderReview, what: str, people: Iterable[Person], *, but: Person | None
) -> None:
    for person in people:
        if person is not but:
            # no url_for: the demonstration writes messages outside a request
            leave_message(
                to=person,
                about=f"provider review {review.id} {what}",
                subject=NEWS,
                body=PAGE_SAYS,
                path=f"/quality/reviews/{review.id}",
            )
