"""What waits for a person in reviews of governance."""

from __future__ import annotations

from textwrap import shorten
from typing import TYPE_CHECKING

from flask import url_for

from app.core.waiting import Item, Place
from app.governance.reviews import permissions as who
from app.governance.reviews.due import dues_of
from app.governance.reviews.facts import BoardReviewAct, BoardReviewStatus
from app.governance.reviews.lifecycle import BOARD_REVIEW_LIFECYCLE
from app.governance.reviews.queries import live_reviews_of

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from app.accounts.models import Person
    from app.governance.reviews.models import GovernanceReview

A, S = BoardReviewAct, BoardReviewStatus
MOST_OF_A_LINE = 90
# steps without a date; those with one are in `dues_of`
SENTENCES = {
    A.BEGIN: "Begin the review",
    A.DRAFT: "Finish the findings",
    A.SHARE: "Share the report with the board",
}


def waiting_for(person: Person) -> Iterator[Item]:
    if not who.has_business(person):
        return
    for review in live_reviews_of(person):
        yield from _of_review(person, review)


def _of_review(person: Person, review: GovernanceReview) -> Iterator[Item]:
    href = url_for("governance_reviews.show", reference=review.reference)
    if who.can_arrange(person, review) and not who.has_lead(review):
        yield _item(review, "Find somebody to lead the review", href, None)
    for act in BOARD_REVIEW_LIFECYCLE.open_acts(person, review):
        if act in SENTENCES:
            missing = BOARD_REVIEW_LIFECYCLE.missing(person, review, act)
            yield _item(review, missing[0] if missing else SENTENCES[act], href, None)
    all_done = all(action.done_on for action in review.actions)
    if review.status is S.FOLLOW_UP and all_done and who.can_end(person, review):
        yield _item(review, "Close the review: every action is done", href, None)
    for due in dues_of(review):
        if due.seen(person) and due.mine(person):
            yield _item(review, shorten(due.what, MOST_OF_A_LINE), due.href, due.on)


def _item(review: GovernanceReview, sentence: str, href: str, day: date | None) -> Item:
    place = Place("reviews of governance", url_for("governance_reviews.index"))
    kind = f"review of governance, {review.reference}"
    return Item(review.school.name, kind, href, sentence, day, mine=True, place=place)
