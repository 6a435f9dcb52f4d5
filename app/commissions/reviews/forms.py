"""Recording a review: made for the objectives of one commission."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from app.commissions.facts import Acknowledgement
from app.commissions.forms.deliver import AcknowledgeForm, CheckedForm
from app.commissions.reviews.answers import RatingAnswers, ReviewAnswers
from app.commissions.reviews.facts import (
    DECISION_WORDS,
    KIND_WORDS,
    ONCE,
    RATING_WORDS,
    WORKING_WORDS,
    Rating,
    ReviewDecision,
    ReviewKind,
    Working,
)
from app.web.fields import DateField, LongText, OneOf, ShortText, Submit

if TYPE_CHECKING:
    from collections.abc import Mapping

    from app.commissions.models import Commission, Objective

NO_PUPILS = "Do not name pupils or record safeguarding details."


class ReviewForm(CheckedForm):
    kind = OneOf("Which review is it?", missing="Say which review it is")
    held_on = DateField("When was it held?", missing="Enter the day of the review")
    roles_present = ShortText(
        "Who was there?",
        hint="Roles, not names: for example “Headteacher, English lead, provider”",
        missing="Say who was there, by role",
    )
    working = OneOf(
        "Is the support working?",
        choices=list(WORKING_WORDS.items()),
        missing="Say whether it is working",
    )
    working_words = LongText(
        "What shows it?",
        hint=NO_PUPILS,
        rows=3,
        missing="Say what shows that it works, or does not",
    )
    decision = OneOf(
        "What was decided?", choices=list(DECISION_WORDS.items()), missing="Say what was decided"
    )
    decision_words = LongText(
        "What changes, or why should it end?",
        hint=f"Leave empty if you go on as agreed. {NO_PUPILS}",
        rows=3,
    )
    next_review_on = DateField(
        "When is the next review?", hint="Leave empty only if the support should end early"
    )
    submit = Submit("Save the record")
    commission: Commission

    def answers(self) -> ReviewAnswers:
        return ReviewAnswers(
            kind=ReviewKind(self.kind.data),
            held_on=self.held_on.data,
            roles_present=self.roles_present.data or "",
            ratings={o.id: self._rating(o) for o in self.commission.objectives},
            working=Working(self.working.data),
            working_words=self.working_words.data or "",
            decision=ReviewDecision(self.decision.data),
            decision_words=self.decision_words.data or "",
            next_review_on=self.next_review_on.data,
        )

    def faults(self) -> Mapping[str, str]:
        return self.answers().faults(self.commission)

    def _rating(self, objective: Objective) -> RatingAnswers:
        return RatingAnswers(
            rating=Rating(self[f"rating_{objective.id}"].data),
            words=self[f"words_{objective.id}"].data or "",
            evidence=self[f"evidence_{objective.id}"].data or "",
            next_step=self[f"next_step_{objective.id}"].data or "",
        )


class AnswerReviewForm(AcknowledgeForm):
    answer = OneOf(
        "Is this record accurate?",
        choices=[
            (Acknowledgement.ACCURATE, "Yes, it is accurate"),
            (Acknowledgement.NOT_ACCURATE, "No, something is not accurate"),
        ],
        missing="Say whether the record is accurate",
    )


def review_form(commission: Commission) -> ReviewForm:
    """Return the form; a review that is held once and has its record is not offered again."""
    fields: dict[str, Any] = {"commission": commission}
    for objective in commission.objectives:
        fields |= _fields_of(objective)
    form: ReviewForm = type("ReviewFormOfOneCommission", (ReviewForm,), fields)()
    held = {review.kind for review in commission.reviews}
    form.kind.choices = [
        (kind, words) for kind, words in KIND_WORDS.items() if not (kind in ONCE and kind in held)
    ]
    return form


def _fields_of(objective: Objective) -> dict[str, Any]:
    key, number = objective.id, objective.position
    return {
        f"rating_{key}": OneOf(
            "Where does it stand?",
            choices=list(RATING_WORDS.items()),
            missing=f"Rate objective {number}",
        ),
        f"words_{key}": LongText(
            "Why?", hint=NO_PUPILS, rows=2, missing=f"Say why, for objective {number}"
        ),
        f"evidence_{key}": LongText("What shows it? (optional)", rows=2),
        f"next_step_{key}": LongText(
            "What happens next?", hint="Who does what by when. Needed for amber and red.", rows=2
        ),
    }
