"""At least two reviewers rate an edition, each alone; then one of them records the decision."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from sqlalchemy import select

from app.accounts.models import Person
from app.core import clock
from app.core.errors import NotAllowed, NotOpen, NotReady
from app.extensions import db
from app.prospectus.listing import permissions as who
from app.prospectus.listing import telling
from app.prospectus.listing.facts import EditionAction, EditionStatus, Rating
from app.prospectus.listing.lifecycle import EDITION_LIFECYCLE
from app.prospectus.listing.services.publish import publish_edition
from app.prospectus.models import CriterionFinding, Edition, PanelReview
from app.prospectus.services import hide

ACTIONS = {
    Rating.GREEN: EditionAction.PUBLISH,
    Rating.AMBER: EditionAction.PUBLISH_WITH_CONDITIONS,
    Rating.RED: EditionAction.RETURN,
}
ORDER = list(Rating)


class Refused(NotReady):
    """Ratings or a decision that do not hold together; `faults` by the name of the answer."""

    def __init__(self, faults: Mapping[str, str]) -> None:
        super().__init__([f"{words}." for words in faults.values()])
        self.faults = faults


@dataclass(frozen=True)
class Finding:
    """One criterion in the words that were rated."""

    criterion: str
    rating: Rating
    reason: str


@dataclass(frozen=True)
class Decision:
    """`reason` is read by the provider; `conditions` and their date belong to amber."""

    rating: Rating
    reason: str = ""
    conditions: str = ""
    due_on: date | None = None


def declare_interest(*, edition: Edition, by: Person, interest: str) -> None:
    """Keep the person out of this panel; `interest` says why."""
    _check_before_panel(edition, by)
    if not interest.strip():
        raise NotReady(["Say what the interest is."])
    _add(edition, by, interest=interest.strip())


def rate(
    *, edition: Edition, by: Person, findings: Sequence[Finding], rating: Rating, reason: str
) -> PanelReview:
    """Record one reviewer's ratings; anything but green needs its reason."""
    _check_before_panel(edition, by)
    faults = {
        f"reason_{number}": f"Give the reason for rating this {finding.rating}"
        for number, finding in enumerate(findings)
        if finding.rating is not Rating.GREEN and not finding.reason.strip()
    }
    worst = max((finding.rating for finding in findings), key=ORDER.index, default=Rating.GREEN)
    if ORDER.index(rating) < ORDER.index(worst):
        faults["rating"] = f"With a criterion in {worst}, the whole cannot be {rating}"
    if not reason.strip():
        faults["reason"] = "Say in a sentence why you rate the entry as you do"
    if faults:
        raise Refused(faults)
    review = _add(edition, by, rating=rating, reason=reason.strip())
    review.findings = [
        CriterionFinding(criterion=f.criterion, rating=f.rating, reason=f.reason.strip())
        for f in findings
    ]
    db.session.flush()
    telling.tell_panel_of_rating(edition)
    return review


def _take(edition: Edition) -> None:
    """Take its row for this transaction: ratings and the decision do not overtake each other."""
    row = select(Edition.id).where(Edition.id == edition.id)
    db.session.execute(row.with_for_update())
    db.session.refresh(edition)


def _check_before_panel(edition: Edition, by: Person) -> None:
    _take(edition)
    if edition.status is not EditionStatus.PANEL:
        message = "This entry is not before the panel now."
        raise NotOpen(message)
    if not who.can_rate(by, edition):
        message = "You cannot rate this entry, or have rated it already."
        raise NotAllowed(message)


def _add(
    edition: Edition,
    by: Person,
    *,
    interest: str = "",
    rating: Rating | None = None,
    reason: str = "",
) -> PanelReview:
    review = PanelReview(
        edition=edition,
        reviewer=by,
        interest=interest,
        rating=rating,
        reason=reason,
        turn=edition.turn,
    )
    db.session.add(review)
    db.session.flush()
    return review


def decide(*, edition: Edition, by: Person, decision: Decision) -> None:
    """Record the panel's decision, which lies between its best and its worst rating."""
    action = ACTIONS[decision.rating]
    _take(edition)
    EDITION_LIFECYCLE.check(edition, action, by=by)
    if faults := _faults(edition, decision):
        raise Refused(faults)
    EDITION_LIFECYCLE.move(edition, action, by=by)
    edition.rating, edition.reason = decision.rating, decision.reason.strip()
    edition.conditions = decision.conditions.strip() if decision.rating is Rating.AMBER else ""
    edition.conditions_due_on = decision.due_on if decision.rating is Rating.AMBER else None
    edition.decided_by_id, edition.decided_at = by.id, clock.now()
    db.session.flush()
    if decision.rating is not Rating.RED:
        publish_edition(edition, by=by)
    telling.tell_decision(edition)


def _faults(edition: Edition, decision: Decision) -> dict[str, str]:
    given = [ORDER.index(review.rating) for review in edition.ratings if review.rating]
    faults = {}
    if not min(given) <= ORDER.index(decision.rating) <= max(given):
        faults["rating"] = "Choose a rating that a reviewer gave, or one between them"
    if not decision.reason.strip():
        if decision.rating is Rating.RED:
            faults["reason"] = "Say what is missing: the provider reads it"
        elif min(given) != max(given):
            faults["reason"] = "The reviewers differ: say how the panel came to its decision"
    if decision.rating is Rating.AMBER:
        if not decision.conditions.strip():
            faults["conditions"] = "Enter the conditions"
        if decision.due_on is None or decision.due_on <= clock.today():
            faults["due_on"] = "Enter the future date by which the conditions must be met"
    return faults


def settle_conditions(*, edition: Edition, by: Person, met: bool, reason: str) -> None:
    """Note that conditions are met, or that they are not, which takes the entry out of sight."""
    action = EditionAction.CONDITIONS_MET if met else EditionAction.CONDITIONS_NOT_MET
    EDITION_LIFECYCLE.check(edition, action, by=by)
    if not reason.strip():
        raise NotReady(["Say how you know."])
    EDITION_LIFECYCLE.move(edition, action, by=by)
    edition.reason = reason.strip()
    if not met and edition.provider.is_public:
        hide(edition.provider, by=by, reason=edition.reason)
    db.session.flush()
    telling.tell_conditions(edition, met=met)
