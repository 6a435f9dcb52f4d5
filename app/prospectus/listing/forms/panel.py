"""The panel: one reviewer's ratings, the decision, and what became of conditions."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, ClassVar

from app.prospectus.listing.facts import DECISION_WORDS, RATING_WORDS, Rating
from app.prospectus.listing.services.panel import Decision, Finding
from app.web.fields import DateField, LongText, OneOf, ShortText, Submit
from app.web.forms import Form

RATINGS = [(rating.value, words) for rating, words in RATING_WORDS.items()]
NONE, SOME = "none", "some"


class RatingForm(Form):
    """Made for the criteria in force by `rating_form`."""

    criteria: ClassVar[Sequence[str]] = ()

    interest = OneOf(
        "Do you have an interest in this entry?",
        hint="For example a relative, a friend, or work you do together. “No” is recorded too.",
        choices=[(NONE, "No"), (SOME, "Yes, so somebody else should rate it")],
        missing="Say whether you have an interest",
    )
    interest_detail = ShortText("If yes, what is it?")
    rating = OneOf("The entry as a whole", choices=RATINGS)
    reason = LongText("Why?", hint="Other reviewers read this once they have rated it.", rows=3)
    submit = Submit("Record my rating")

    @property
    def has_interest(self) -> bool:
        return bool(self.interest.data == SOME)

    def validate(self, extra_validators: Any = None) -> bool:
        valid = bool(super().validate(extra_validators))
        if not valid:
            return False
        if self.has_interest:
            if not self.interest_detail.data:
                self.interest_detail.errors = ["Say what the interest is"]
            return bool(self.interest_detail.data)
        missing = "Choose green, amber or red"
        open_fields = [f for f in self.rating_fields if f.data not in set(Rating)]
        for field in open_fields:
            field.errors = [missing]
        return not open_fields

    @property
    def rating_fields(self) -> list[Any]:
        return [*(self[f"rating_{n}"] for n in range(len(self.criteria))), self.rating]

    @property
    def lines(self) -> list[tuple[Any, Any]]:
        """The fields of each criterion: its rating and the reason."""
        return [(self[f"rating_{n}"], self[f"reason_{n}"]) for n in range(len(self.criteria))]

    def findings(self) -> list[Finding]:
        return [
            Finding(words, Rating(rating.data), reason.data or "")
            for words, (rating, reason) in zip(self.criteria, self.lines, strict=True)
        ]


def rating_form(criteria: Sequence[tuple[str, str]]) -> type[RatingForm]:
    """Return the form with a rating and a reason for each criterion: (words, guidance)."""
    fields: dict[str, Any] = {}
    for number, (words, guidance) in enumerate(criteria):
        fields[f"rating_{number}"] = OneOf(words, hint=guidance, choices=RATINGS)
        fields[f"reason_{number}"] = ShortText("Reason (needed for amber and red)", most=1000)
    own = {**fields, "criteria": [words for words, _guidance in criteria]}
    return type("RatingFormOfToday", (RatingForm,), own)


class DecisionForm(Form):
    rating = OneOf(
        "What has the panel decided?",
        choices=[(rating.value, words) for rating, words in DECISION_WORDS.items()],
        missing="Choose the decision",
    )
    reason = LongText(
        "Why?",
        hint="The provider reads this. For red, say what is missing and how to put it right.",
        rows=4,
    )
    conditions = LongText("For amber: what are the conditions?", rows=3)
    due_on = DateField("For amber: by when must they be met?", hint="For example, 26 3 2027")
    submit = Submit("Record the decision")

    def decision(self) -> Decision:
        return Decision(
            Rating(self.rating.data),
            self.reason.data or "",
            self.conditions.data or "",
            self.due_on.data,
        )


MET, NOT_MET = "met", "not met"


class ConditionsForm(Form):
    answer = OneOf(
        "Are the conditions met?",
        choices=[
            (MET, "Yes"),
            (NOT_MET, "No, so the entry is returned and schools no longer see it"),
        ],
        missing="Say whether the conditions are met",
    )
    reason = LongText(
        "How do you know?", hint="The provider reads this.", missing="Say how you know", rows=3
    )
    submit = Submit("Record it")
