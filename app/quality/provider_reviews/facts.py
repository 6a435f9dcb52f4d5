"""How a review comes about, what it can decide, and the words and days of it."""

from __future__ import annotations

from datetime import timedelta
from enum import StrEnum

WORKING_DAYS_TO_DECIDE = 30
WORKING_DAYS_TO_APPEAL = 20
WORKING_DAYS_TO_ANSWER = 20
# how long before its day a condition or suspension stands on the officers' home pages
SHOWN_BEFORE = timedelta(days=30)


class Opening(StrEnum):
    NOT_ASSURED = "not_assured"
    COMPLAINT = "complaint"
    BY_HAND = "by_hand"


class ReviewStatus(StrEnum):
    OPEN = "open"
    DECIDED = "decided"
    APPEALED = "appealed"
    SETTLED = "settled"


class ReviewAct(StrEnum):
    DECIDE = "decide"
    APPEAL = "appeal"
    ANSWER = "answer"


class ReviewDecision(StrEnum):
    NO_CHANGE = "no_change"
    CONDITIONS = "conditions"
    SUSPEND = "suspend"
    RENEW = "renew"
    END = "end"


D = ReviewDecision
# the provider may appeal against these
TAKES_AWAY = frozenset({D.CONDITIONS, D.SUSPEND, D.END})
HIDES = frozenset({D.SUSPEND, D.END})
# a later review that decides so brings back what an earlier one hid
BRINGS_BACK = frozenset({D.CONDITIONS, D.RENEW})
LOOKED_AT_AGAIN = frozenset({D.CONDITIONS, D.SUSPEND})

OPENING_WORDS = {
    Opening.NOT_ASSURED: "Commissions were not assured",
    Opening.COMPLAINT: "A complaint was upheld",
    Opening.BY_HAND: "An officer opened it",
}
STATUS_WORDS = {
    ReviewStatus.OPEN: "Waiting for a decision",
    ReviewStatus.DECIDED: "Decided",
    ReviewStatus.APPEALED: "Appealed",
    ReviewStatus.SETTLED: "Decided, appeal answered",
}
STATUS_TONES = {
    ReviewStatus.OPEN: "waiting",
    ReviewStatus.DECIDED: "neutral",
    ReviewStatus.APPEALED: "waiting",
    ReviewStatus.SETTLED: "neutral",
}
DECISION_WORDS = {
    D.NO_CHANGE: "No change",
    D.CONDITIONS: "Listed on conditions",
    D.SUSPEND: "Suspended from the prospectus",
    D.RENEW: "Listing renewed",
    D.END: "Listing ended",
}
DECISION_CHOICES = {
    D.NO_CHANGE: "No change to the listing",
    D.CONDITIONS: "Conditions: the entry stays, and they are looked at on a day",
    D.SUSPEND: "Suspension: the entry goes out of the prospectus until looked at again",
    D.RENEW: "Renewal: the entry stays, or comes back after a suspension",
    D.END: "End: the entry goes out of the prospectus",
}
