"""What is wrong with a proposed plan: read by the services and by the forms."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from app.commissions.delivery_answers import MOST_SHORT
from app.core import clock
from app.web.filters import date_words

if TYPE_CHECKING:
    from datetime import date

    from app.commissions.facts import Side
    from app.commissions.models import Commission


@dataclass(frozen=True)
class StepAnswers:
    """One step as it is proposed; what was left empty is None or no text."""

    what: str
    side: Side | None
    doer: str
    due_on: date | None

    @property
    def is_empty(self) -> bool:
        return not (self.what.strip() or self.side or self.doer.strip() or self.due_on)

    def faults(self, number: int, commission: Commission) -> dict[str, str]:
        """Return what is wrong, by the name of the answer; `number` is the step's."""
        faults = {}
        if not self.what.strip():
            faults["what"] = f"Say what is done in step {number}."
        if self.side is None:
            faults["side"] = f"Choose which side does step {number}."
        if not self.doer.strip():
            faults["doer"] = f"Say who does step {number}, by role."
        elif len(self.doer) > MOST_SHORT:
            faults["doer"] = f"Shorten this to {MOST_SHORT} characters or fewer."
        first = commission.start_meeting_on
        if self.due_on is None:
            faults["due_on"] = f"Enter the day by which step {number} is done."
        elif first is not None and self.due_on < first:
            faults["due_on"] = f"Enter a day from {date_words(first)}, the start meeting."
        elif self.due_on > commission.ends_on:
            last = date_words(commission.ends_on)
            faults["due_on"] = f"Enter a day up to {last}, when the support ends."
        return faults


def progress_faults(*, done_on: date | None, because: str) -> dict[str, str]:
    """Return what is wrong with saying that a step is done, or why it is not."""
    if done_on is None and not because.strip():
        return {"done_on": "Enter the day it was done, or say why it is not done."}
    if done_on is not None and because.strip():
        return {"not_done_because": "Leave this empty where the step is done."}
    if done_on is not None and done_on > clock.today():
        return {"done_on": "Enter a day up to today."}
    return {}
