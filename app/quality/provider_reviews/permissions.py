"""Who opens, decides, appeals and answers. Pure rules."""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.commissions.permissions import has_interest
from app.prospectus.designations.facts import DESIGNATION_OFFICERS
from app.prospectus.designations.permissions import can_record, can_see_designations
from app.prospectus.permissions import leads

if TYPE_CHECKING:
    from app.accounts.models import Person
    from app.commissions.models import Commission
    from app.prospectus.models import Provider
    from app.quality.provider_reviews.models import ProviderReview


def reviews_somewhere(person: Person) -> bool:
    return person.holds(*DESIGNATION_OFFICERS)


def can_see(person: Person, review: ProviderReview) -> bool:
    """The provider's own lead, and the officers of its authority."""
    return can_see_designations(person, review.provider)


def can_open(person: Person, provider: Provider) -> bool:
    """An officer who neither leads the provider nor belongs to the school that lends it."""
    return can_record(person, provider)


def is_involved(person: Person, review: ProviderReview) -> bool:
    """Whoever opened it, or had a part in the work or the judgements it is about."""
    return person.id == review.opened_by_id or any(
        person.id in (one.judgement.judge_id, *_took_part(one.judgement.commission))
        or has_interest(person, one.judgement.commission)
        for one in review.judged
    )


def _took_part(commission: Commission) -> tuple[int | None, ...]:
    return (
        commission.broker_id,
        commission.approved_by_id,
        commission.first_judge_id,
        commission.second_judge_id,
    )


def can_decide(person: Person, review: ProviderReview) -> bool:
    return can_record(person, review.provider) and not is_involved(person, review)


def may_appeal(person: Person, review: ProviderReview) -> bool:
    return leads(person, review.provider)


def can_answer(person: Person, review: ProviderReview) -> bool:
    """An officer who is not involved and did not take the decision."""
    return can_decide(person, review) and person.id != review.decided_by_id
