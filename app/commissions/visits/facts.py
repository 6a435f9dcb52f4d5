"""What can become of a booked visit, and the words it is shown in."""

from __future__ import annotations

from enum import StrEnum

from app.commissions.facts import Side


class VisitStatus(StrEnum):
    """Only `held` counts: a visit is held once its note is written."""

    BOOKED = "booked"
    HELD = "held"
    CANCELLED = "cancelled"
    MISSED = "missed"


class VisitAction(StrEnum):
    HOLD = "hold"
    CANCEL = "cancel"
    # cancelled for another time: the new booking says which one it replaces
    MOVE = "move"
    MISS = "miss"
    # its note was struck out: nobody knows yet whether it was held
    REOPEN = "reopen"
    # goes with the support that rests or ends
    LAPSE = "lapse"


STATUS_WORDS = {
    VisitStatus.BOOKED: "Booked",
    VisitStatus.HELD: "Held",
    VisitStatus.CANCELLED: "Cancelled",
    VisitStatus.MISSED: "Missed",
}
STATUS_TONES = {
    VisitStatus.BOOKED: "active",
    VisitStatus.HELD: "good",
    VisitStatus.CANCELLED: "neutral",
    VisitStatus.MISSED: "bad",
}
SIDE_WORDS = {Side.SCHOOL: "The school", Side.PROVIDER: "The provider"}

# of one visit; longer work is several visits
MOST_HOURS = 12
