"""Until when an entry can be struck out or restored: nothing may have been built on it. Pure rules.

Each rule returns in words why it is too late, or what must be put right first.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.commissions.changes.follow_up import takes_follow_up
from app.commissions.delivery_answers import days_left
from app.commissions.facts import MOST_OBJECTIVES
from app.commissions.statuses import BEING_DELIVERED, BEING_MEASURED, BEING_WRITTEN
from app.commissions.visits.facts import VisitStatus
from app.core.errors import NotOpen
from app.web.filters import days_words

if TYPE_CHECKING:
    from datetime import datetime

    from app.commissions.models import Measurement, Objective, VisitNote
    from app.commissions.models.struck import Strikable

STRUCK = "This was struck out, so nothing more can be done with it. It can be restored first."


def check_stands(entry: Strikable) -> None:
    """Raise NotOpen for what was struck out, perhaps since the page was opened."""
    if entry.struck_at is not None:
        raise NotOpen(STRUCK)


def reading_relied_on(reading: Measurement) -> list[str]:
    """Of a reading on the way to the target: whoever reviews or evaluates looks at it."""
    commission = reading.objective.commission
    if commission.status not in BEING_MEASURED:
        return ["The support is not being measured any more."]
    if commission.evaluations:
        return ["An evaluation was handed in, which may rest on it."]
    if any(review.created_at >= reading.created_at for review in commission.reviews):
        return ["A review was recorded after it, which may rest on it."]
    return []


def follow_up_relied_on(reading: Measurement, *, accepted_at: datetime | None) -> list[str]:
    """Of a reading after the close: `accepted_at` is when the closing report was accepted."""
    if not takes_follow_up(reading.objective.commission):
        return ["Readings after the end are not taken any more."]
    if accepted_at is not None and accepted_at >= reading.created_at:
        return ["The authority has accepted the closing report with this reading in it."]
    return []


def note_relied_on(note: VisitNote) -> list[str]:
    if note.commission.status not in BEING_DELIVERED:
        return ["The support is not under way any more."]
    if note.acknowledgement is not None:
        return ["The school has answered it."]
    return []


def objective_agreed(objective: Objective) -> list[str]:
    if objective.commission.status in BEING_WRITTEN:
        return []
    return ["The agreement is not being written any more."]


def note_fits(note: VisitNote) -> list[str]:
    """Return what was done since the note was struck out that leaves no room for it."""
    missing, visit, left = [], note.visit, days_left(note.commission)
    if note.days_used > left:
        missing.append(f"It used {days_words(note.days_used)}, and {days_words(left)} are left.")
    if visit is not None and visit.note is not None:
        missing.append("There is another note of this visit. Strike that out first.")
    elif visit is not None and visit.status is not VisitStatus.BOOKED:
        missing.append("The visit was recorded as missed since.")
    return missing


def objective_fits(objective: Objective) -> list[str]:
    if len(objective.commission.objectives) < MOST_OBJECTIVES:
        return []
    return [f"An agreement has at most {MOST_OBJECTIVES} objectives. Strike out one first."]
