"""The states of a skills audit, the rules about its answers, and their words."""

from __future__ import annotations

from datetime import timedelta
from enum import StrEnum

# fewer answers would show what one person said
LEAST_SHOWN = 3
# from this level on somebody counts as confident; levels are counted from 1
CONFIDENT_FROM = 3
LEVELS = 4
# what stands for "does not apply to me" beside the levels
NOT_APPLICABLE = 0
REMIND_BEFORE = timedelta(days=5)
LINK_LASTS = timedelta(days=400)
# of an audit, from the day on which it opens
LONGEST = timedelta(days=180)
MOST_NEEDED = 30
# letters that one audit sends to people who never asked for any
MOST_GUESTS = 40


class AuditStatus(StrEnum):
    DRAFT = "draft"
    OPEN = "open"
    CLOSED = "closed"
    DISCARDED = "discarded"


class AuditAct(StrEnum):
    OPEN = "open"
    CLOSE = "close"
    REOPEN = "reopen"
    DISCARD = "discard"


class Rule(StrEnum):
    """What the board said, before it opened, about the answers of one person."""

    TOTALS = "totals"
    CHAIR = "chair"


STATUS_WORDS = {
    AuditStatus.DRAFT: "Being prepared",
    AuditStatus.OPEN: "Open for answers",
    AuditStatus.CLOSED: "Closed",
    AuditStatus.DISCARDED: "Discarded",
}
STATUS_TONES = {
    AuditStatus.DRAFT: "neutral",
    AuditStatus.OPEN: "waiting",
    AuditStatus.CLOSED: "good",
    AuditStatus.DISCARDED: "neutral",
}
ACT_WORDS = {
    AuditAct.OPEN: "Open the audit",
    AuditAct.CLOSE: "Close the audit",
    AuditAct.REOPEN: "Reopen it with a reason",
    AuditAct.DISCARD: "Discard the audit",
}
RULE_CHOICES = {
    Rule.TOTALS: "Nobody. The board sees totals only",
    Rule.CHAIR: "The chair. The board agreed to this",
}
# what each person reads before they answer
RULE_PROMISES = {
    Rule.TOTALS: "Nobody but you sees your answers, not even the chair. The board sees totals, "
    "and only where three or more people answered.",
    Rule.CHAIR: "The chair will see your answers with your name, as the board agreed. "
    "Everybody else sees totals, and only where three or more people answered.",
}
TOO_FEW = "Too few to show"
NOT_APPLICABLE_WORDS = "Does not apply to me"
