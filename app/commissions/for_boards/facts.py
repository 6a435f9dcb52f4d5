"""What a board is asked, and the words of the answers."""

from __future__ import annotations

from enum import StrEnum

MOST_MILES = 50


class ClerkInPlace(StrEnum):
    YES = "yes"
    NO = "no"
    NOT_KNOWN = "not_known"


class LastReview(StrEnum):
    DONE = "done"
    NEVER = "never"
    NOT_KNOWN = "not_known"


CLERK_WORDS = {
    ClerkInPlace.YES: "Yes",
    ClerkInPlace.NO: "No",
    ClerkInPlace.NOT_KNOWN: "I do not know",
}
LAST_REVIEW_WORDS = {
    LastReview.DONE: "Yes",
    LastReview.NEVER: "No, never",
    LastReview.NOT_KNOWN: "I do not know",
}
# by code, in the order of the page; a code once used keeps its words
BOARD_NEEDS = {
    "new_chair": "A new chair, or handing over to one",
    "specific_issue": "A specific issue",
    "self_review": "Reviewing how the board works",
    "review_actions": "Actions from a review or inspection",
    "complaint": "Dealing with a complaint",
    "finance": "Finance and value for money",
    "head_appraisal": "The headteacher’s appraisal",
    "recruitment": "Finding and keeping governors",
    "head_recruitment": "Appointing a headteacher",
    "other": "Something else",
}


def needs_in_words(codes: list[str]) -> list[str]:
    return [BOARD_NEEDS[code] for code in BOARD_NEEDS if code in codes]


# codes of the kinds of designation whose holders lead governance
LEADERS_OF_GOVERNANCE = ("local-champion-of-governance", "national-leader-of-governance")
