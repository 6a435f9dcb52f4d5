"""What a review waits for: which thing, from whom, by when. One source for pages and reminders."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from flask import url_for

from app.accounts.roles import ROLE_WORDS
from app.core import clock
from app.governance.reviews import permissions as who
from app.governance.reviews.facts import BEFORE_REPORT, BoardReviewStatus

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from datetime import date

    from app.accounts.models import Person
    from app.governance.reviews.models import GovernanceAction, GovernancePaper, GovernanceReview

S = BoardReviewStatus


@dataclass(frozen=True)
class Due:
    """`mine` tells whether it waits for a person, `seen` whether they may know of it."""

    what: str
    owner: str
    on: date
    href: str
    mine: Callable[[Person], bool]
    seen: Callable[[Person], bool]

    @property
    def late(self) -> bool:
        return self.on < clock.today()


def owner_words(action: GovernanceAction) -> str:
    if action.owner_role is not None:
        return ROLE_WORDS[action.owner_role]
    return action.owner.name if action.owner else "Nobody"


def dues_of(review: GovernanceReview) -> Iterator[Due]:
    if review.status in BEFORE_REPORT:
        for paper in review.papers:
            if paper.received_on is None:
                yield _paper(paper)
    steps = {
        S.SHARED: (
            "Check the facts of the report",
            "The board",
            review.check_by,
            who.speaks_for_board,
        ),
        S.AGREED: (
            "Write and agree the action plan",
            "The board",
            review.plan_by,
            who.speaks_for_board,
        ),
        S.PLAN_AGREED: (
            "Accept the action plan",
            "Governor services",
            review.accept_by,
            who.can_accept,
        ),
    }
    if step := steps.get(review.status):
        what, owner, day, rule = step
        if day is not None:
            yield _of_review(review, what, owner, day, rule)
    if review.status is S.FOLLOW_UP:
        for action in review.actions:
            if action.done_on is None:
                yield _action(action)


def _of_review(
    review: GovernanceReview,
    what: str,
    owner: str,
    day: date,
    rule: Callable[[Person, GovernanceReview], bool],
) -> Due:
    return Due(
        what=what,
        owner=owner,
        on=day,
        href=url_for("governance_reviews.show", reference=review.reference),
        mine=lambda person: rule(person, review),
        seen=lambda person: who.can_read_report(person, review),
    )


def _paper(paper: GovernancePaper) -> Due:
    review = paper.review
    return Due(
        what=f"Send a paper: {paper.what}",
        owner=ROLE_WORDS[paper.from_role],
        on=paper.due_on,
        href=url_for("governance_reviews.papers", reference=review.reference),
        mine=lambda person: person.holds(paper.from_role, school=review.school_urn),
        seen=lambda person: who.can_read(person, review),
    )


def _action(action: GovernanceAction) -> Due:
    review = action.review
    return Due(
        what=action.what,
        owner=owner_words(action),
        on=action.due_on,
        href=url_for("governance_reviews.action", reference=review.reference, number=action.id),
        mine=lambda person: who.owns(person, action),
        seen=lambda person: who.can_see_action(person, action),
    )
