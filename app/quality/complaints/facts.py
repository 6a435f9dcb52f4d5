"""The fixed answers around a complaint, and the words they are shown in."""

from __future__ import annotations

from enum import StrEnum


class ComplaintStatus(StrEnum):
    MADE = "made"
    ACKNOWLEDGED = "acknowledged"
    INVESTIGATING = "investigating"
    DECIDED = "decided"
    WITHDRAWN = "withdrawn"


class ComplaintAction(StrEnum):
    ACKNOWLEDGE = "acknowledge"
    ASSIGN = "assign"
    DECIDE = "decide"
    WITHDRAW = "withdraw"


class About(StrEnum):
    """Whom it is about."""

    PROVIDER = "provider"
    SCHOOL = "school"
    AUTHORITY = "authority"


class MadeFor(StrEnum):
    """Whose complaint it is; somebody else's is always written down by an officer."""

    SCHOOL = "school"
    PROVIDER = "provider"
    SOMEBODY_ELSE = "somebody_else"


class ComplaintOutcome(StrEnum):
    UPHELD = "upheld"
    PARTLY_UPHELD = "partly_upheld"
    NOT_UPHELD = "not_upheld"


OPEN = frozenset(
    {ComplaintStatus.MADE, ComplaintStatus.ACKNOWLEDGED, ComplaintStatus.INVESTIGATING}
)
# these count against whoever it was about
FOUND_RIGHT = frozenset({ComplaintOutcome.UPHELD, ComplaintOutcome.PARTLY_UPHELD})

STATUS_WORDS = {
    ComplaintStatus.MADE: "Made",
    ComplaintStatus.ACKNOWLEDGED: "Acknowledged",
    ComplaintStatus.INVESTIGATING: "Being investigated",
    ComplaintStatus.DECIDED: "Decided",
    ComplaintStatus.WITHDRAWN: "Withdrawn",
}
STATUS_TONES = {
    ComplaintStatus.MADE: "warning",
    ComplaintStatus.ACKNOWLEDGED: "waiting",
    ComplaintStatus.INVESTIGATING: "active",
    ComplaintStatus.DECIDED: "good",
    ComplaintStatus.WITHDRAWN: "neutral",
}
ACTION_WORDS = {
    ComplaintAction.ACKNOWLEDGE: "Acknowledge it",
    ComplaintAction.ASSIGN: "Choose who investigates",
    ComplaintAction.DECIDE: "Record what was found",
    ComplaintAction.WITHDRAW: "Withdraw the complaint",
}
# what somebody must do next, as completing "<an officer> needs to …"
TURN_WORDS = {
    ComplaintStatus.MADE: "acknowledge a complaint",
    ComplaintStatus.ACKNOWLEDGED: "choose who investigates a complaint",
    ComplaintStatus.INVESTIGATING: "decide about a complaint",
}
ABOUT_WORDS = {
    About.PROVIDER: "The provider",
    About.SCHOOL: "The supported school",
    About.AUTHORITY: "How the authority dealt with it",
}
MADE_FOR_WORDS = {
    MadeFor.SCHOOL: "The supported school",
    MadeFor.PROVIDER: "The provider",
    MadeFor.SOMEBODY_ELSE: "Somebody else",
}
OUTCOME_WORDS = {
    ComplaintOutcome.UPHELD: "Upheld",
    ComplaintOutcome.PARTLY_UPHELD: "Partly upheld",
    ComplaintOutcome.NOT_UPHELD: "Not upheld",
}
