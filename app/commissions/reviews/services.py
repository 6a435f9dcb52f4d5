"""Recording a review, and the school's answer to it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.commissions.facts import Acknowledgement
from app.commissions.models import ObjectiveRating, ReviewMeeting
from app.commissions.permissions import can_acknowledge
from app.commissions.services import deliver
from app.commissions.services.agree import hold
from app.commissions.statuses import BEING_MEASURED
from app.core import clock
from app.core.audit_label import label_change
from app.core.errors import NotAllowed, NotOpen, NotReady
from app.extensions import db

if TYPE_CHECKING:
    from app.accounts.models import Person
    from app.commissions.models import Commission
    from app.commissions.reviews.answers import ReviewAnswers


def record_review(*, commission: Commission, by: Person, answers: ReviewAnswers) -> ReviewMeeting:
    hold(commission)
    deliver.check_may_deliver(commission=commission, by=by)
    if faults := answers.faults(commission):
        raise NotReady(list(faults.values()))
    review = ReviewMeeting(
        commission=commission,
        kind=answers.kind,
        held_on=answers.held_on,
        roles_present=answers.roles_present.strip(),
        working=answers.working,
        working_words=answers.working_words.strip(),
        decision=answers.decision,
        decision_words=answers.decision_words.strip(),
        next_review_on=answers.next_review_on,
        author=by,
        ratings=[
            ObjectiveRating(
                objective_id=objective.id,
                rating=given.rating,
                words=given.words.strip(),
                evidence=given.evidence.strip(),
                next_step=given.next_step.strip(),
            )
            for objective in commission.objectives
            for given in (answers.ratings[objective.id],)
        ],
    )
    db.session.add(review)
    db.session.flush()
    return review


def acknowledge_review(
    *, review: ReviewMeeting, by: Person, answer: Acknowledgement, comment: str = ""
) -> None:
    """Record, once, whether the school finds the record accurate."""
    hold(review.commission)
    if not can_acknowledge(by, review.commission):
        message = "Only the supported school answers the record of a review."
        raise NotAllowed(message)
    check_unanswered(review)
    words = comment.strip()
    if answer is Acknowledgement.NOT_ACCURATE and not words:
        raise NotReady(["Say what is not accurate."])
    label_change(review, "acknowledge")
    review.acknowledgement, review.school_comment = answer, words
    review.acknowledged_by, review.acknowledged_at = by, clock.now()
    db.session.flush()


def check_unanswered(review: ReviewMeeting) -> None:
    """Raise NotOpen when the record cannot be answered any more."""
    if review.commission.status not in BEING_MEASURED:
        raise NotOpen(deliver.NOT_ANSWERED)
    if review.acknowledgement is not None:
        message = "Your school has already answered this record."
        raise NotOpen(message)
