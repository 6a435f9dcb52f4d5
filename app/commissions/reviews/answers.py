"""What is wrong with the answers of a review: read by the services and by the forms."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from app.commissions.delivery_answers import MOST_SHORT
from app.commissions.reviews.facts import (
    KIND_WORDS,
    NEEDS_NEXT_STEP,
    ONCE,
    Rating,
    ReviewDecision,
    ReviewKind,
    Working,
)
from app.core import clock
from app.web.filters import date_words

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date

    from app.commissions.models import Commission

SAY_NEXT = "Say what happens next: needed for amber and red."


@dataclass(frozen=True)
class RatingAnswers:
    rating: Rating
    words: str
    evidence: str = ""
    next_step: str = ""

    @property
    def faults(self) -> dict[str, str]:
        faults = {}
        if not self.words.strip():
            faults["words"] = "Say why, in a few words."
        if self.rating in NEEDS_NEXT_STEP and not self.next_step.strip():
            faults["next_step"] = SAY_NEXT
        return faults


@dataclass(frozen=True)
class ReviewAnswers:
    """`ratings` are by the keys of the objectives."""

    kind: ReviewKind
    held_on: date
    roles_present: str
    ratings: Mapping[int, RatingAnswers]
    working: Working
    working_words: str
    decision: ReviewDecision
    decision_words: str = ""
    next_review_on: date | None = None

    def faults(self, commission: Commission) -> dict[str, str]:
        """Return what is wrong with the answers, by the name of the answer."""
        faults = self._faults_of_days(commission) | self._faults_of_next()
        if self.kind in ONCE and any(r.kind is self.kind for r in commission.reviews):
            faults["kind"] = f"There is a record of the {KIND_WORDS[self.kind].lower()} already."
        if not self.roles_present.strip():
            faults["roles_present"] = "Say who was there, by role."
        elif len(self.roles_present) > MOST_SHORT:
            faults["roles_present"] = f"Shorten this to {MOST_SHORT} characters or fewer."
        if not self.working_words.strip():
            faults["working_words"] = "Say what shows that it works, or does not."
        if self.decision is not ReviewDecision.GO_ON and not self.decision_words.strip():
            faults["decision_words"] = "Say what changes, or why it should end."
        for objective in commission.objectives:
            answers = self.ratings.get(objective.id)
            if answers is None:
                faults[f"rating_{objective.id}"] = f"Rate objective {objective.position}."
                continue
            faults |= {f"{name}_{objective.id}": words for name, words in answers.faults.items()}
        return faults

    def _faults_of_days(self, commission: Commission) -> dict[str, str]:
        begun = commission.start_meeting_on
        last = commission.reviews[-1].held_on if commission.reviews else None
        if self.held_on > clock.today():
            return {"held_on": "A review is written up once it was held: enter a day up to today."}
        if last is not None and self.held_on < last:
            day = date_words(last)
            return {"held_on": f"The last review was on {day}. Enter that day or a later one."}
        if begun is not None and self.held_on < begun:
            day = date_words(begun)
            return {"held_on": f"The support began on {day}. Enter that day or a later one."}
        return {}

    def _faults_of_next(self) -> dict[str, str]:
        if self.decision is ReviewDecision.END_EARLY and self.next_review_on is None:
            return {}
        if self.next_review_on is None:
            return {"next_review_on": "Enter the day of the next review."}
        if self.next_review_on <= self.held_on:
            return {"next_review_on": "The next review must be later than this one."}
        return {}
