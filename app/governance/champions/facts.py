"""Where calls and applications stand, what can happen to them, their words and days."""

from __future__ import annotations

from datetime import timedelta
from enum import StrEnum

DESIGNATION = "local-champion-of-governance"
LOWEST, HIGHEST = 1, 5
FEWEST_ON_PANEL = 3
REFEREES = 2
# of a line that is kept by its words
SHORT = 200
WORKING_DAYS_TO_CHECK = 10
WORKING_DAYS_TO_REFER = 15
WORKING_DAYS_TO_SCORE = 5
WORKING_DAYS_TO_TRAIN = 60
WORKING_DAYS_TO_APPEAL = 10
WORKING_DAYS_TO_ANSWER = 20
LINK_LASTS = timedelta(days=28)
REMIND_REFEREE_AFTER = timedelta(days=7)
# how long before its day an annual review is asked for
REVIEW_SHOWN_BEFORE = timedelta(days=30)


class CallStatus(StrEnum):
    DRAFT = "draft"
    OPEN = "open"
    CLOSED = "closed"
    DECIDED = "decided"


class CallAct(StrEnum):
    OPEN = "open"
    CLOSE = "close"
    DECIDE = "decide"


class Status(StrEnum):
    DRAFT = "draft"
    SUBMITTED = "submitted"
    ELIGIBLE = "eligible"
    NOT_ELIGIBLE = "not_eligible"
    ELIGIBILITY_APPEALED = "eligibility_appealed"
    REFERENCES = "references"
    INTERVIEW = "interview"
    NOT_APPOINTED = "not_appointed"
    DECISION_APPEALED = "decision_appealed"
    APPOINTED = "appointed"
    SERVING = "serving"
    STOOD_DOWN = "stood_down"
    WITHDRAWN = "withdrawn"


class Act(StrEnum):
    SUBMIT = "submit"
    FIND_ELIGIBLE = "find_eligible"
    FIND_NOT_ELIGIBLE = "find_not_eligible"
    ASK_REFERENCES = "ask_references"
    INVITE = "invite"
    APPOINT = "appoint"
    NOT_APPOINT = "not_appoint"
    APPEAL = "appeal"
    UPHOLD = "uphold"
    DISMISS = "dismiss"
    DESIGNATE = "designate"
    STAND_DOWN = "stand_down"
    END = "end"
    WITHDRAW = "withdraw"


class Finding(StrEnum):
    """What an officer finds about one named check."""

    YES = "yes"
    NO = "no"
    NOT_YET = "not_yet"


class ReviewDecision(StrEnum):
    RENEW = "renew"
    CONDITIONS = "conditions"
    STAND_DOWN = "stand_down"


S = Status
APPEALED = frozenset({S.ELIGIBILITY_APPEALED, S.DECISION_APPEALED})
# what the applicant may still turn down; after that they stand down
BEFORE_SERVING = frozenset(
    {
        S.DRAFT,
        S.SUBMITTED,
        S.ELIGIBLE,
        S.REFERENCES,
        S.INTERVIEW,
        S.APPOINTED,
        *APPEALED,
    }
)
# somebody has still to do something before the call is decided
UNDECIDED = frozenset({S.SUBMITTED, S.ELIGIBLE, S.REFERENCES, S.INTERVIEW, *APPEALED})
# the panel reads it; what comes after the training is not theirs
WITH_PANEL = frozenset({S.INTERVIEW, S.APPOINTED, S.NOT_APPOINTED})

CALL_WORDS = {
    CallStatus.DRAFT: "Being written",
    CallStatus.OPEN: "Open",
    CallStatus.CLOSED: "Closed for applications",
    CallStatus.DECIDED: "Decided",
}
CALL_TONES = {
    CallStatus.DRAFT: "neutral",
    CallStatus.OPEN: "active",
    CallStatus.CLOSED: "waiting",
    CallStatus.DECIDED: "good",
}
CALL_ACT_WORDS = {
    CallAct.OPEN: "Open the call",
    CallAct.CLOSE: "Close the call",
    CallAct.DECIDE: "Mark the call as decided",
}
STATUS_WORDS = {
    S.DRAFT: "Being written",
    S.SUBMITTED: "Sent",
    S.ELIGIBLE: "Eligible",
    S.NOT_ELIGIBLE: "Not eligible",
    S.ELIGIBILITY_APPEALED: "Appeal made",
    S.REFERENCES: "References asked for",
    S.INTERVIEW: "With the panel",
    S.NOT_APPOINTED: "Not appointed",
    S.DECISION_APPEALED: "Appeal made",
    S.APPOINTED: "Appointed, in training",
    S.SERVING: "Serving champion",
    S.STOOD_DOWN: "Stood down",
    S.WITHDRAWN: "Withdrawn",
}
STATUS_TONES = {
    S.DRAFT: "neutral",
    S.SUBMITTED: "waiting",
    S.ELIGIBLE: "active",
    S.NOT_ELIGIBLE: "bad",
    S.ELIGIBILITY_APPEALED: "waiting",
    S.REFERENCES: "waiting",
    S.INTERVIEW: "active",
    S.NOT_APPOINTED: "bad",
    S.DECISION_APPEALED: "waiting",
    S.APPOINTED: "active",
    S.SERVING: "good",
    S.STOOD_DOWN: "neutral",
    S.WITHDRAWN: "neutral",
}
FINDING_WORDS = {Finding.YES: "Yes", Finding.NO: "No", Finding.NOT_YET: "Not yet"}
REVIEW_WORDS = {
    ReviewDecision.RENEW: "Renewed",
    ReviewDecision.CONDITIONS: "Goes on with conditions",
    ReviewDecision.STAND_DOWN: "Stood down",
}
REVIEW_CHOICES = {
    ReviewDecision.RENEW: "Renew: the term is extended",
    ReviewDecision.CONDITIONS: "Go on with conditions, which are looked at on a day",
    ReviewDecision.STAND_DOWN: "Stand down: the designation ends and the entry goes",
}
REFERENCE_QUESTIONS = {
    "experience": "What have you seen them do as a governor, chair or clerk?",
    "evidence": "How far does it match what is sought? Give an example.",
    "concerns": "Is there anything that the panel should be careful about?",
}
