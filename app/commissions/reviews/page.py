"""What pages show of reviews, decided for one reader."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal
from typing import TYPE_CHECKING

from flask import url_for

from app.commissions import permissions as who
from app.commissions.facts import ACKNOWLEDGEMENT_WORDS, Acknowledgement
from app.commissions.reviews.due import DueReview, due_reviews
from app.commissions.reviews.facts import (
    DECISION_WORDS,
    KIND_WORDS,
    RATING_TONES,
    RATING_WORDS,
    WORKING_WORDS,
    Rating,
)
from app.commissions.reviews.permissions import can_answer_review
from app.commissions.statuses import BEING_MEASURED, CommissionStatus
from app.core.measure_words import value_words
from app.core.money import pounds
from app.web.filters import counted, date_words, days_words

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from app.accounts.models import Person
    from app.commissions.models import Commission, Objective, ObjectiveRating, ReviewMeeting


@dataclass(frozen=True)
class Row:
    key: str
    value: str
    href: str | None = None


@dataclass(frozen=True)
class RatingView:
    title: str
    change_sought: str
    state: str
    tone: str
    rows: Sequence[Row]


@dataclass(frozen=True)
class ReviewView:
    title: str
    state: str
    tone: str
    written: str
    rows: Sequence[Row]
    ratings: Sequence[RatingView]
    open_to_me: bool


@dataclass(frozen=True)
class ReviewRow:
    title: str
    href: str
    detail: str
    words: str
    tone: str


@dataclass(frozen=True)
class Reviews:
    """`coming` says in sentences what is to be held next, each with whether it is late."""

    coming: Sequence[tuple[str, bool]]
    rows: Sequence[ReviewRow]


@dataclass(frozen=True)
class Standing:
    """Where one objective stands, for whoever rates it."""

    objective: Objective
    latest: str


def reviews_of(person: Person, commission: Commission) -> Reviews | None:
    """Return None to those who may not read it, and where there is nothing to tell."""
    active = commission.status is CommissionStatus.ACTIVE
    if not who.can_see_delivery(person, commission) or not (active or commission.reviews):
        return None
    return Reviews(
        coming=[(_coming_words(one), one.is_overdue) for one in due_reviews(commission)],
        rows=[_row(person, review) for review in reversed(commission.reviews)],
    )


def _coming_words(coming: DueReview) -> str:
    verb = "was" if coming.is_overdue else "is"
    return f"The {KIND_WORDS[coming.kind].lower()} {verb} due on {date_words(coming.due_on)}."


def standings_of(commission: Commission, on: date) -> list[Standing]:
    return [Standing(o, latest_words(o, on)) for o in commission.objectives]


def latest_words(objective: Objective, on: date) -> str:
    """Return the last reading up to that day, or the starting point while there is none."""
    target = ""
    if objective.target is not None:
        target = f"; target {value_words(objective.target.value, objective.unit)}"
    known = [m for m in objective.measurements if m.taken_on <= on]
    if known:
        last = max(known, key=lambda m: (m.taken_on, m.id))
        value = value_words(last.value, objective.unit)
        return f"{value} on {date_words(last.taken_on)}{target}"
    start = objective.starting_point
    if start is None:
        return "Not measured yet"
    return f"No reading yet. Starting point {value_words(start.value, objective.unit)}{target}"


def spent_words(commission: Commission, on: date) -> str:
    """Return the days of the visits held until then and what they cost, against what was agreed."""
    used = sum((n.days_used for n in commission.visit_notes if n.held_on <= on), Decimal(0))
    words = f"{days_words(used)} of {days_words(commission.days)}"
    if not commission.days:
        return words
    spent = (commission.total_pence * used / commission.days).quantize(
        Decimal(1), rounding=ROUND_HALF_UP
    )
    return f"{words}, {pounds(int(spent))} of {pounds(commission.total_pence)}"


def review_view(person: Person, review: ReviewMeeting) -> ReviewView:
    state, tone = _state(person, review)
    may_answer = can_answer_review(person, review)
    return ReviewView(
        title=review_title(review),
        state=state,
        tone=tone,
        written=f"Written by {review.author.name}",
        rows=review_rows(review),
        ratings=rating_views(review),
        open_to_me=review.acknowledgement is None
        and review.commission.status in BEING_MEASURED
        and may_answer,
    )


def review_rows(review: ReviewMeeting) -> list[Row]:
    rows = [
        Row("Who was there", review.roles_present),
        Row("Is it working?", f"{WORKING_WORDS[review.working]}. {review.working_words}"),
        Row("Days and spend", spent_words(review.commission, review.held_on)),
        Row("Decision", DECISION_WORDS[review.decision]),
        Row("What changes, or why", review.decision_words),
        Row("Next review", date_words(review.next_review_on)),
    ]
    return [row for row in rows if row.value]


def rating_views(review: ReviewMeeting) -> list[RatingView]:
    return [_rating(rating) for rating in review.ratings]


def _rating(rating: ObjectiveRating) -> RatingView:
    objective, on = rating.objective, rating.review.held_on
    rows = [
        Row("Latest value", latest_words(objective, on)),
        Row("Why", rating.words),
        Row("What shows it", rating.evidence),
        Row("What happens next", rating.next_step),
    ]
    return RatingView(
        title=f"Objective {objective.position}: {objective.measure}",
        change_sought=objective.change_sought,
        state=RATING_WORDS[rating.rating],
        tone=RATING_TONES[rating.rating],
        rows=[row for row in rows if row.value],
    )


def review_title(review: ReviewMeeting) -> str:
    return f"{KIND_WORDS[review.kind]} on {date_words(review.held_on)}"


def _row(person: Person, review: ReviewMeeting) -> ReviewRow:
    words, tone = _state(person, review)
    given = [rating.rating for rating in review.ratings]
    counts = [f"{given.count(rating)} {rating.value}" for rating in Rating if given.count(rating)]
    return ReviewRow(
        title=review_title(review),
        href=url_for(
            "commissions.review", reference=review.commission.reference, review_id=review.id
        ),
        detail=f"{counted(len(given), 'objective')}: {', '.join(counts)}. "
        f"{DECISION_WORDS[review.decision]}.",
        words=words,
        tone=tone,
    )


def _state(person: Person, review: ReviewMeeting) -> tuple[str, str]:
    match review.acknowledgement:
        case None if review.commission.status not in BEING_MEASURED:
            return "Not answered by the school", "neutral"
        case None if can_answer_review(person, review):
            return "Waiting for your answer", "waiting"
        case None:
            return "Waiting for the school", "waiting"
        case Acknowledgement.ACCURATE:
            return ACKNOWLEDGEMENT_WORDS[Acknowledgement.ACCURATE], "good"
        case _:
            return ACKNOWLEDGEMENT_WORDS[Acknowledgement.NOT_ACCURATE], "warning"
