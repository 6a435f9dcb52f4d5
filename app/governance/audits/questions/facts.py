"""How a board rates itself, and the states of one such meeting."""

from __future__ import annotations

from enum import StrEnum


class Rating(StrEnum):
    YES = "yes"
    PARTLY = "partly"
    NOT_YET = "not_yet"
    UNKNOWN = "unknown"


class CheckStatus(StrEnum):
    DRAFT = "draft"
    RECORDED = "recorded"
    DISCARDED = "discarded"


class CheckAct(StrEnum):
    RECORD = "record"
    REOPEN = "reopen"
    DISCARD = "discard"


R = Rating
RATING_WORDS = {
    R.YES: "Yes, and we have evidence",
    R.PARTLY: "Partly",
    R.NOT_YET: "Not yet",
    R.UNKNOWN: "We do not know",
}
RATING_TONES = {R.YES: "good", R.PARTLY: "warning", R.NOT_YET: "bad", R.UNKNOWN: "neutral"}
# from the worst; not to know is no better than not yet
RANKS = {R.UNKNOWN: 0, R.NOT_YET: 0, R.PARTLY: 1, R.YES: 2}
STATUS_WORDS = {
    CheckStatus.DRAFT: "Being written down",
    CheckStatus.RECORDED: "Recorded",
    CheckStatus.DISCARDED: "Discarded",
}
STATUS_TONES = {
    CheckStatus.DRAFT: "waiting",
    CheckStatus.RECORDED: "good",
    CheckStatus.DISCARDED: "neutral",
}
ACT_WORDS = {
    CheckAct.RECORD: "Record the answers",
    CheckAct.REOPEN: "Reopen them with a reason",
    CheckAct.DISCARD: "Discard them",
}


def change_words(now: Rating, before: Rating) -> tuple[str, str]:
    """Return in words whether the board rates itself better than before, and the tone."""
    if now is before:
        return "As before", "neutral"
    moved = RANKS[now] - RANKS[before]
    if moved == 0:
        return "Different, no better", "neutral"
    return ("Better", "good") if moved > 0 else ("Worse", "warning")
