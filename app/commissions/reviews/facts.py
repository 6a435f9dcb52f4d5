"""The kinds of review, their ratings and decisions, and the words they are shown in."""

from __future__ import annotations

from enum import StrEnum


class ReviewKind(StrEnum):
    START = "start"
    MID_POINT = "mid_point"
    TERMLY = "termly"


class Rating(StrEnum):
    GREEN = "green"
    AMBER = "amber"
    RED = "red"


class Working(StrEnum):
    YES = "yes"
    PARTLY = "partly"
    NO = "no"


class ReviewDecision(StrEnum):
    """What those present decided. It moves nothing by itself: ending is an act of its own."""

    GO_ON = "go_on"
    CHANGE = "change"
    END_EARLY = "end_early"


KIND_WORDS = {
    ReviewKind.START: "Start meeting",
    ReviewKind.MID_POINT: "Mid-point review",
    ReviewKind.TERMLY: "Termly review",
}
RATING_WORDS = {
    Rating.GREEN: "Green: on course",
    Rating.AMBER: "Amber: behind, can be caught up",
    Rating.RED: "Red: will not be reached as things are",
}
RATING_TONES = {Rating.GREEN: "good", Rating.AMBER: "warning", Rating.RED: "bad"}
WORKING_WORDS = {
    Working.YES: "Yes",
    Working.PARTLY: "Partly",
    Working.NO: "No",
}
DECISION_WORDS = {
    ReviewDecision.GO_ON: "Go on as agreed",
    ReviewDecision.CHANGE: "Change something",
    ReviewDecision.END_EARLY: "End the support early",
}

# a rating below green is not left without an answer
NEEDS_NEXT_STEP = frozenset({Rating.AMBER, Rating.RED})
# there is one of each; others come as often as they are needed
ONCE = frozenset({ReviewKind.START, ReviewKind.MID_POINT})
# a term is no fixed length: support is looked at every four months at the latest
MOST_DAYS_BETWEEN = 120
# from when on a coming review is said to be somebody's turn
DAYS_AHEAD = 14
