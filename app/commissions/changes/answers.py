"""What is wrong with an answer about a change: read by the services and by the forms."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from typing import TYPE_CHECKING

from app.commissions.changes.facts import EarlyEndReason, Shortfall
from app.commissions.delivery_answers import days_noted, has_one_place
from app.core import clock
from app.web.filters import days_words

if TYPE_CHECKING:
    from datetime import date

    from app.commissions.models import Commission

AFTER_TODAY = "Enter a day after today"


@dataclass(frozen=True, kw_only=True)
class EarlyEndAnswers:
    """Why it ends, how many days were used, and what is handed over."""

    reason: EarlyEndReason
    words: str
    shortfall: Shortfall
    what_did_not_work: str = ""
    done: str
    remains: str
    takes_over: str
    days_used: Decimal
    days_note: str = ""

    def faults(self, commission: Commission) -> dict[str, str]:
        """Return what is wrong, by field, each with what to do about it."""
        wanted = {
            "words": "Say why the support ends early",
            "done": "Say what was done",
            "remains": "Say what remains to be done",
            "takes_over": "Say who takes it over",
        }
        faults = {name: text for name, text in wanted.items() if not getattr(self, name).strip()}
        if self.shortfall is not Shortfall.NONE and not self.what_did_not_work.strip():
            faults["what_did_not_work"] = "Say what did not work"
        most, noted = commission.days, days_noted(commission)
        if not has_one_place(self.days_used) or not 0 <= self.days_used <= most:
            faults["days_used"] = f"Enter the days used, from 0 to the {days_words(most)} agreed"
        elif self.days_used != noted and not self.days_note.strip():
            faults["days_note"] = "Say why the days differ from those in the visit notes"
        return faults


def review_faults(review_on: date | None) -> dict[str, str]:
    if review_on is None or review_on <= clock.today():
        return {"review_on": AFTER_TODAY}
    return {}
