"""Opening a review, deciding it, the appeal and its answer. Only a decision changes a listing."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from sqlalchemy import select

from app.commissions.services.respond import given_reason
from app.core import clock
from app.core.errors import NotAllowed, NotReady
from app.extensions import db
from app.prospectus.designations.facts import AppealOutcome
from app.prospectus.designations.services.holding import hold_provider
from app.prospectus.services.sight import hide_by_review, undo_hiding
from app.quality.facts import Decision
from app.quality.provider_reviews import telling
from app.quality.provider_reviews.facts import (
    BRINGS_BACK,
    HIDES,
    LOOKED_AT_AGAIN,
    Opening,
    ReviewAct,
    ReviewDecision,
)
from app.quality.provider_reviews.lifecycle import REVIEW_LIFECYCLE
from app.quality.provider_reviews.models import ProviderReview, ReviewedJudgement
from app.quality.provider_reviews.permissions import can_open
from app.quality.provider_reviews.queries import not_assured_since, open_review_of
from app.quality.second.facts import RuleKey
from app.quality.second.queries import in_force

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from app.accounts.models import Person
    from app.prospectus.models import Provider
    from app.quality.models import QAJudgement

D = ReviewDecision


def open_if_due(judgement: QAJudgement) -> ProviderReview | None:
    """Open a review when the authority's rule says so: so many not assured in so many months."""
    if judgement.decision is not Decision.NOT_ASSURED:
        return None
    provider = judgement.commission.provider
    rules = in_force(provider.authority_code)
    most, months = rules.get(RuleKey.REVIEW_AFTER), rules.get(RuleKey.REVIEW_PERIOD)
    if most is None or months is None:
        return None
    found = not_assured_since(provider.id, months_before(clock.today(), months))
    if len(found) < most:
        return None
    return open_review(provider=provider, opening=Opening.NOT_ASSURED, judgements=found)


def open_review(
    *,
    provider: Provider,
    opening: Opening,
    by: Person | None = None,
    reason: str = "",
    judgements: Sequence[QAJudgement] = (),
) -> ProviderReview:
    """Open it, or add to the one that is open. `by` is None for the portal and for a complaint."""
    hold_provider(provider)
    if opening is Opening.BY_HAND:
        if by is None or not can_open(by, provider):
            message = "An officer who is not involved with the provider must open this."
            raise NotAllowed(message)
        reason = given_reason(reason, "Say why the provider is to be reviewed.")
    review = open_review_of(provider.id)
    if review is None:
        review = ProviderReview(
            provider=provider, opening=opening, reason=reason.strip(), opened_by=by
        )
        db.session.add(review)
        db.session.flush()
        telling.tell_of_opening(review)
    known = {one.judgement_id for one in review.judged}
    review.judged += [ReviewedJudgement(judgement=one) for one in judgements if one.id not in known]
    db.session.flush()
    return review


def decide(
    *,
    review: ProviderReview,
    by: Person,
    decision: ReviewDecision,
    evidence: str,
    reason: str,
    conditions: str = "",
    look_again_on: date | None = None,
) -> None:
    """Decide, which alone changes the listing, and tell the provider."""
    _hold(review)
    REVIEW_LIFECYCLE.check(review, ReviewAct.DECIDE, by=by)
    if faults := faults_of_decision(decision, evidence, reason, conditions, look_again_on):
        raise NotReady(list(faults.values()))
    REVIEW_LIFECYCLE.move(review, ReviewAct.DECIDE, by=by)
    review.decision = decision
    review.evidence, review.decision_reason = evidence.strip(), reason.strip()
    review.conditions, review.look_again_on = conditions.strip(), look_again_on
    review.decided_by, review.decided_at = by, clock.now()
    review.hidden_before = review.provider.private.hidden_by
    if decision in HIDES:
        hide_by_review(review.provider, by=by, reason=reason)
    elif decision in BRINGS_BACK:
        undo_hiding(review.provider, back_to=None)
    db.session.flush()
    telling.tell_of_decision(review)


def faults_of_decision(
    decision: ReviewDecision,
    evidence: str,
    reason: str,
    conditions: str,
    look_again_on: date | None,
) -> Mapping[str, str]:
    """Return what is wrong, by the question of the form that can mend it."""
    faults = {}
    if not evidence.strip():
        faults["evidence"] = "Say what you looked at."
    if not reason.strip():
        faults["reason"] = "Give the reason."
    if decision is D.CONDITIONS and not conditions.strip():
        faults["conditions"] = "Say what the conditions are."
    if decision is not D.CONDITIONS and conditions.strip():
        faults["conditions"] = "Conditions go with that decision only: leave this empty."
    if decision in LOOKED_AT_AGAIN and (look_again_on is None or look_again_on <= clock.today()):
        faults["look_again_on"] = "Enter a day after today to look again."
    if decision not in LOOKED_AT_AGAIN and look_again_on is not None:
        faults["look_again_on"] = "A day goes with conditions or a suspension: leave this empty."
    return faults


def appeal(*, review: ProviderReview, by: Person, words: str) -> None:
    """Say for the provider why it is wrong; the decision holds meanwhile."""
    _hold(review)
    REVIEW_LIFECYCLE.check(review, ReviewAct.APPEAL, by=by)
    review.appeal = given_reason(words, "Say why the decision should be undone.")
    REVIEW_LIFECYCLE.move(review, ReviewAct.APPEAL, by=by)
    review.appealed_by, review.appealed_at = by, clock.now()
    db.session.flush()
    telling.tell_of_appeal(review)


def answer(*, review: ProviderReview, by: Person, outcome: AppealOutcome, words: str) -> None:
    """Answer the appeal; one that is upheld puts the listing back to how it was."""
    _hold(review)
    REVIEW_LIFECYCLE.check(review, ReviewAct.ANSWER, by=by)
    review.answer = given_reason(words, "Give the reason.")
    REVIEW_LIFECYCLE.move(review, ReviewAct.ANSWER, by=by)
    review.outcome = outcome
    review.answered_by, review.answered_at = by, clock.now()
    if outcome is AppealOutcome.UPHELD:
        review.look_again_on = None
        if review.decision in HIDES:
            undo_hiding(review.provider, back_to=review.hidden_before)
    db.session.flush()
    telling.tell_of_answer(review)


def months_before(day: date, months: int) -> date:
    """Return the same day so many months earlier, or the last day of that month."""
    month = day.year * 12 + day.month - 1 - months
    year, month = divmod(month, 12)
    for last in range(day.day, 27, -1):
        try:
            return date(year, month + 1, last)
        except ValueError:
            continue
    return date(year, month + 1, day.day)


def _hold(review: ProviderReview) -> None:
    """Lock it until the transaction ends: two officers do not decide the same at once."""
    db.session.flush()
    locked = select(ProviderReview.id).filter_by(id=review.id).with_for_update()
    db.session.execute(locked)
    db.session.expire_all()
