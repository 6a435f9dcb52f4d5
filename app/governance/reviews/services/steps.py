"""The steps of a review: from the beginning to the end, as its lifecycle allows them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.commissions.services.respond import given_reason
from app.core import clock
from app.core.calendar import add_working_days
from app.core.errors import NotAllowed, NotReady
from app.extensions import db
from app.governance.reviews import permissions as who
from app.governance.reviews import telling
from app.governance.reviews.facts import ACT_ASKS, BoardReviewAct
from app.governance.reviews.lifecycle import BOARD_REVIEW_LIFECYCLE
from app.governance.reviews.models import FactComment, GovernanceFinding, GovernanceReport
from app.governance.reviews.report import content_of
from app.governance.reviews.services.opening import hold

if TYPE_CHECKING:
    from app.accounts.models import Person
    from app.governance.reviews.facts import FindingKind
    from app.governance.reviews.models import GovernanceHeading, GovernanceReview

A = BoardReviewAct


def take(*, review: GovernanceReview, act: BoardReviewAct, by: Person, words: str = "") -> None:
    """Take one step with all that follows from it, and tell who must know."""
    hold(review)
    BOARD_REVIEW_LIFECYCLE.check(review, act, by=by)
    if act in ACT_ASKS:
        words = given_reason(words, f"{ACT_ASKS[act][1]}.")
    BOARD_REVIEW_LIFECYCLE.move(review, act, by=by)
    today = clock.today()
    if act is A.SHARE:
        _share(review, by)
    elif act is A.AGREE_REPORT:
        review.agreed_on = today
        review.plan_by = add_working_days(today, review.plan_days)
    elif act in {A.AGREE_PLAN, A.AGREE_OWN_PLAN}:
        review.plan_agreed_on, review.plan_agreed_by = today, by
        review.plan_returned_because = ""
        review.accept_by = add_working_days(today, review.accept_days)
        for action in review.actions:
            action.first_due_on = action.due_on
    elif act is A.ACCEPT_PLAN:
        review.plan_accepted_on = today
    elif act is A.RETURN_PLAN:
        review.plan_returned_because = words
        review.plan_agreed_on = review.plan_agreed_by = None
    elif act in {A.CLOSE, A.CANCEL}:
        review.ended_on, review.ending_words = today, words
    db.session.flush()
    telling.tell_of_step(review, act, by)


def _share(review: GovernanceReview, by: Person) -> None:
    """Freeze the words of this version."""
    today = clock.today()
    review.shared_on = review.shared_on or today
    review.check_by = add_working_days(today, review.check_days)
    review.reports.append(
        GovernanceReport(number=len(review.reports) + 1, content=content_of(review), shared_by=by)
    )


def write_finding(
    *,
    review: GovernanceReview,
    by: Person,
    heading: GovernanceHeading,
    kind: FindingKind,
    words: str,
    evidence: str,
    recommendation: str,
    finding: GovernanceFinding | None = None,
) -> GovernanceFinding:
    """Add a finding, or write the given one anew."""
    _allow_findings(review, by)
    if finding is None:
        finding = GovernanceFinding()
        review.findings.append(finding)
    finding.heading, finding.kind, finding.words = heading, kind, words.strip()
    finding.evidence, finding.recommendation = evidence.strip(), recommendation.strip()
    db.session.flush()
    return finding


def take_out_finding(*, finding: GovernanceFinding, by: Person) -> None:
    _allow_findings(finding.review, by)
    finding.review.findings.remove(finding)
    db.session.flush()


def _allow_findings(review: GovernanceReview, by: Person) -> None:
    if not who.can_write_findings(by, review):
        message = "Findings are written by the reviewers until they are fixed."
        raise NotAllowed(message)


def comment(*, review: GovernanceReview, by: Person, words: str) -> FactComment:
    """Say for the board what is wrong in the latest version."""
    if not who.can_comment(by, review):
        message = "The chair or clerk says what is wrong while the facts are checked."
        raise NotAllowed(message)
    if not words.strip():
        raise NotReady(["Say what is wrong in the report."])
    made = FactComment(report=review.reports[-1], author=by, words=words.strip())
    db.session.add(made)
    db.session.flush()
    telling.tell_of_comment(review, by)
    return made
