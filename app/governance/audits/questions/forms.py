"""Forms of the questions a board asks itself."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, TypeAlias

from app.governance.audits.questions.facts import RATING_WORDS, Rating
from app.web.fields import DateField, LongText, OneFromList, OneOf, ShortText, Submit, Tick
from app.web.forms import Form

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from app.governance.audits.questions.models import CheckAnswer, SelfCheck
    from app.schools.models import School

Written: TypeAlias = "tuple[Rating | None, str, str]"
_OFFERED = {rating.value: rating for rating in Rating}


class NewCheckForm(Form):
    board = OneFromList("Which board?", missing="Choose the board")
    held_on = DateField(
        "Day of the meeting",
        hint="For example, 27 3 2026",
        missing="Enter the day of the meeting",
    )
    took_part = ShortText("Who took part?", hint="For example, nine of eleven governors")
    submit = Submit("Start with the questions")

    def offer(self, schools: Iterable[School]) -> None:
        choices = [(str(school.urn), school.name) for school in schools]
        self.board.choices = choices if len(choices) == 1 else [("", "Choose"), *choices]


class ReasonForm(Form):
    reason = LongText(
        "Why are they reopened?", hint="Your board reads this.", missing="Say why they are reopened"
    )
    submit = Submit("Reopen the answers")


class ShareForm(Form):
    shared_with_head = Tick("The headteacher")
    shared_with_services = Tick("Governor services of the authority")
    submit = Submit("Save")


class StrandForm(Form):
    def answers_to(self, asked: Sequence[CheckAnswer]) -> dict[int, Written]:
        """Return what was written, by the number of the answer."""
        return {
            one.id: (
                # whatever else a browser sends is no answer
                _OFFERED.get(self[f"rating_{one.id}"].data),
                self[f"evidence_{one.id}"].data or "",
                self[f"next_step_{one.id}"].data or "",
            )
            for one in asked
        }


def strand_form(check: SelfCheck, asked: Sequence[CheckAnswer]) -> StrandForm:
    """Return the form with rating, evidence and next step for each question of a strand."""
    fields: dict[str, Any] = {"submit": Submit("Save and continue")}
    given: dict[str, Any] = {"version": check.version}
    choices = [(rating.value, words) for rating, words in RATING_WORDS.items()]
    for one in asked:
        fields[f"rating_{one.id}"] = OneOf(one.wording.words, choices=choices)
        fields[f"evidence_{one.id}"] = LongText("What shows it?", rows=2, most=1000)
        fields[f"next_step_{one.id}"] = ShortText(
            "Next step", hint="Who does what by when. Leave it empty if there is none."
        )
        given[f"rating_{one.id}"] = one.rating
        given[f"evidence_{one.id}"] = one.evidence
        given[f"next_step_{one.id}"] = one.next_step
    form: StrandForm = type("QuestionsForm", (StrandForm,), fields)(data=given)
    return form
