"""Kinds, steps and ratings of a review of governance, and their words."""

from __future__ import annotations

from enum import StrEnum

from app.accounts.roles import Role


class ReviewKind(StrEnum):
    EXTERNAL = "external"
    SELF = "self"


class BoardReviewStatus(StrEnum):
    PLANNED = "planned"
    UNDER_WAY = "under_way"
    DRAFTED = "drafted"
    SHARED = "shared"
    AGREED = "agreed"
    PLAN_AGREED = "plan_agreed"
    FOLLOW_UP = "follow_up"
    CLOSED = "closed"
    CANCELLED = "cancelled"


class BoardReviewAct(StrEnum):
    BEGIN = "begin"
    DRAFT = "draft"
    SHARE = "share"
    CORRECT = "correct"
    AGREE_REPORT = "agree_report"
    AGREE_PLAN = "agree_plan"
    AGREE_OWN_PLAN = "agree_own_plan"
    RETURN_PLAN = "return_plan"
    ACCEPT_PLAN = "accept_plan"
    CLOSE = "close"
    CANCEL = "cancel"


class FindingKind(StrEnum):
    STRENGTH = "strength"
    DEVELOP = "develop"
    URGENT = "urgent"


class BoardRating(StrEnum):
    SECURE = "secure"
    MOSTLY = "mostly"
    PARTLY = "partly"
    NOT_YET = "not_yet"


class MeetingWith(StrEnum):
    CHAIR = "chair"
    HEAD = "head"
    CLERK = "clerk"
    GOVERNORS = "governors"
    BOARD_MEETING = "board_meeting"
    OTHER = "other"


class MeetingOutcome(StrEnum):
    BOOKED = "booked"
    HELD = "held"
    CALLED_OFF = "called_off"


S, A = BoardReviewStatus, BoardReviewAct
ENDED = frozenset({S.CLOSED, S.CANCELLED})
# while the reviewers are at work, before the board has read anything
BEFORE_REPORT = frozenset({S.PLANNED, S.UNDER_WAY, S.DRAFTED})
# who sends papers and owns actions
OWNER_ROLES = (Role.CHAIR, Role.CLERK, Role.HEAD)
BOARD_ROLES = (Role.CHAIR, Role.GOVERNOR, Role.CLERK)

KIND_WORDS = {ReviewKind.EXTERNAL: "External review", ReviewKind.SELF: "Self-review"}
STATUS_WORDS = {
    S.PLANNED: "Planned",
    S.UNDER_WAY: "Under way",
    S.DRAFTED: "Findings drafted",
    S.SHARED: "Report shared",
    S.AGREED: "Report agreed",
    S.PLAN_AGREED: "Plan agreed",
    S.FOLLOW_UP: "Following up",
    S.CLOSED: "Closed",
    S.CANCELLED: "Cancelled",
}
STATUS_TONES = {
    S.PLANNED: "waiting",
    S.UNDER_WAY: "active",
    S.DRAFTED: "active",
    S.SHARED: "waiting",
    S.AGREED: "waiting",
    S.PLAN_AGREED: "waiting",
    S.FOLLOW_UP: "active",
    S.CLOSED: "good",
    S.CANCELLED: "neutral",
}
ACT_WORDS = {
    A.BEGIN: "Begin the review",
    A.DRAFT: "Finish the findings",
    A.SHARE: "Share the report with the board",
    A.CORRECT: "Correct the report",
    A.AGREE_REPORT: "Agree the report",
    A.AGREE_PLAN: "Agree the action plan",
    A.AGREE_OWN_PLAN: "Agree the action plan",
    A.RETURN_PLAN: "Ask for changes to the plan",
    A.ACCEPT_PLAN: "Accept the action plan",
    A.CLOSE: "Close the review",
    A.CANCEL: "Cancel the review",
}
# what the page of an act says before it is confirmed
ACT_TELLS = {
    A.BEGIN: "The board is told. You can then write findings. Papers and meetings go on.",
    A.DRAFT: "The findings are fixed, so that the board’s own view cannot colour them. "
    "You then see what the board says of itself.",
    A.SHARE: "The board and the headteacher read it from now on. This version stays as it is.",
    A.CORRECT: "You can then change the findings. The board keeps this version, and gets another.",
    A.AGREE_REPORT: "You agree that the facts are right. The next step is the action plan.",
    A.AGREE_PLAN: "Governor services are asked to accept it. Its actions can no longer be edited.",
    A.AGREE_OWN_PLAN: "Follow-up begins today. Dates then change only with a reason.",
    A.RETURN_PLAN: "The board can then edit the plan. It reads your words.",
    A.ACCEPT_PLAN: "Follow-up begins today. Owners are reminded of what is late.",
    A.CLOSE: "Actions can then no longer be followed up. Everybody who sees the review reads "
    "your words.",
    A.CANCEL: "It cannot be taken up again. Everybody who sees the review reads your reason.",
}
ACT_DONE = {
    A.BEGIN: "The review has begun. The board is told.",
    A.DRAFT: "The findings are fixed. Share the report when you are ready.",
    A.SHARE: "The report is shared. The board is asked to check the facts.",
    A.CORRECT: "You can correct the findings. Then share the report again.",
    A.AGREE_REPORT: "The report is agreed. Now write the action plan.",
    A.AGREE_PLAN: "The plan is agreed. Governor services are asked to accept it.",
    A.AGREE_OWN_PLAN: "The plan is agreed. Follow-up has begun.",
    A.RETURN_PLAN: "The board is asked to change the plan.",
    A.ACCEPT_PLAN: "The plan is accepted. Follow-up has begun.",
    A.CLOSE: "The review is closed.",
    A.CANCEL: "The review is cancelled.",
}
# the acts that need words, and what is asked
ACT_ASKS = {
    A.RETURN_PLAN: ("What should change?", "Say what should change"),
    A.CLOSE: ("What has changed, and what is still to do?", "Say what has changed"),
    A.CANCEL: ("Why is it cancelled?", "Say why it is cancelled"),
}
# they end or undo something
WARNED = frozenset({A.CANCEL})
FINDING_WORDS = {
    FindingKind.STRENGTH: "Strength",
    FindingKind.DEVELOP: "To develop",
    FindingKind.URGENT: "Urgent",
}
FINDING_TONES = {
    FindingKind.STRENGTH: "good",
    FindingKind.DEVELOP: "waiting",
    FindingKind.URGENT: "bad",
}
RATING_WORDS = {
    BoardRating.SECURE: "We do this well, and can show it",
    BoardRating.MOSTLY: "We mostly do this",
    BoardRating.PARTLY: "We do some of this",
    BoardRating.NOT_YET: "We do not do this yet",
}
MEETING_WORDS = {
    MeetingWith.CHAIR: "The chair",
    MeetingWith.HEAD: "The headteacher",
    MeetingWith.CLERK: "The clerk",
    MeetingWith.GOVERNORS: "Governors",
    MeetingWith.BOARD_MEETING: "A meeting of the board, watched",
    MeetingWith.OTHER: "Somebody else",
}
OUTCOME_WORDS = {
    MeetingOutcome.BOOKED: "To come",
    MeetingOutcome.HELD: "Held",
    MeetingOutcome.CALLED_OFF: "Cancelled",
}
OUTCOME_TONES = {
    MeetingOutcome.BOOKED: "waiting",
    MeetingOutcome.HELD: "good",
    MeetingOutcome.CALLED_OFF: "neutral",
}
