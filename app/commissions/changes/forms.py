"""What an officer or a side fills in to pause support or to end it early."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING, Any

from app.commissions.changes.answers import EarlyEndAnswers, review_faults
from app.commissions.changes.facts import (
    EARLY_END_WORDS,
    SHORTFALL_WORDS,
    EarlyEndReason,
    Shortfall,
)
from app.commissions.delivery_answers import days_noted
from app.commissions.forms.deliver import CheckedForm
from app.web.fields import DateField, LongText, NumberField, OneOf, Submit

if TYPE_CHECKING:
    from collections.abc import Mapping

    from app.commissions.models import Commission

NO_NAMES = "Do not name pupils or record safeguarding details."
NO_BLAME = "Write about the work, not about people. Do not name anybody."
RESUME, KEEP = "resume", "keep"


class PauseForm(CheckedForm):
    reason = LongText(
        "Why is it paused?",
        hint=f"Both sides read it. {NO_NAMES}",
        missing="Say why it is paused",
    )
    review_on = DateField(
        "When do you look at it again?",
        hint="For example, 9 2 2027",
        missing="Enter the day to look at it again",
    )
    submit = Submit("Pause the support")

    def faults(self) -> Mapping[str, str]:
        return review_faults(self.review_on.data)


class LookAtPauseForm(CheckedForm):
    outcome = OneOf(
        "Can the support go on?",
        choices=[
            (RESUME, "Yes, it goes on from today"),
            (KEEP, "Not yet: look again on a new day"),
        ],
        missing="Say whether the support can go on",
    )
    finding = LongText(
        "What did you find?",
        hint=f"Both sides read it. {NO_NAMES}",
        missing="Say what you found",
    )
    review_on = DateField("New day, if it stays paused", hint="For example, 9 2 2027")
    submit = Submit("Record it")

    def faults(self) -> Mapping[str, str]:
        return review_faults(self.review_on.data) if self.outcome.data == KEEP else {}


class EarlyEndForm(CheckedForm):
    reason = OneOf(
        "Why does it end early?",
        choices=[(one.value, words) for one, words in EARLY_END_WORDS.items()],
        missing="Choose why it ends early",
    )
    words = LongText(
        "Say more about it",
        hint=f"Both sides, officers and quality assurance leads read it. {NO_NAMES}",
        missing="Say why the support ends early",
    )
    shortfall = OneOf(
        "Did something not work as agreed?",
        choices=[(one.value, words) for one, words in SHORTFALL_WORDS.items()],
        missing="Say whether something did not work as agreed",
    )
    what_did_not_work = LongText(
        "What did not work?", hint=f"Only if something did not. {NO_BLAME}", rows=3
    )
    done = LongText("What was done so far?", hint=NO_NAMES, rows=3, missing="Say what was done")
    remains = LongText(
        "What remains to be done?", hint=NO_NAMES, rows=3, missing="Say what remains to be done"
    )
    takes_over = LongText(
        "Who takes it over?",
        hint="Roles, not names: for example “The English lead”. Say so if nobody does.",
        rows=2,
        missing="Say who takes it over",
    )
    days_used = NumberField("How many days were used?", places=1, missing="Enter the days used")
    days_note = LongText(
        "Why do the days differ?",
        hint="Only if the days are not those in the visit notes",
        rows=2,
    )
    submit = Submit("Check before you end it")

    def __init__(self, commission: Commission, **kwargs: Any) -> None:
        kwargs.setdefault("data", {"days_used": days_noted(commission)})
        super().__init__(**kwargs)
        self.commission = commission

    def answers(self) -> EarlyEndAnswers:
        return EarlyEndAnswers(
            reason=EarlyEndReason(self.reason.data),
            words=self.words.data or "",
            shortfall=Shortfall(self.shortfall.data),
            what_did_not_work=self.what_did_not_work.data or "",
            done=self.done.data or "",
            remains=self.remains.data or "",
            takes_over=self.takes_over.data or "",
            days_used=Decimal(self.days_used.data),
            days_note=self.days_note.data or "",
        )

    def faults(self) -> Mapping[str, str]:
        return self.answers().faults(self.commission)
