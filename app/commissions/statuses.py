"""Where a request or a commission stands, and what can be done to it."""

from __future__ import annotations

from enum import StrEnum


class RequestStatus(StrEnum):
    DRAFT = "draft"
    SUBMITTED = "submitted"
    RETURNED = "returned"
    MATCHING = "matching"
    MATCHED = "matched"
    DECLINED = "declined"
    SIGNPOSTED = "signposted"
    WITHDRAWN = "withdrawn"


class RequestAction(StrEnum):
    SUBMIT = "submit"
    RETURN = "return"
    DECLINE = "decline"
    SIGNPOST = "signpost"
    WITHDRAW = "withdraw"
    START_MATCHING = "start_matching"
    OFFER = "offer"
    REOPEN = "reopen"
    # with the commission whose end was a mistake
    OFFER_AGAIN = "offer_again"
    # an undone step leads back to where the record stood
    UNDO_TO_DRAFT = "undo_to_draft"
    UNDO_TO_SUBMITTED = "undo_to_submitted"
    UNDO_TO_RETURNED = "undo_to_returned"
    UNDO_TO_MATCHING = "undo_to_matching"


class CommissionStatus(StrEnum):
    OFFERED = "offered"
    AGREEING = "agreeing"
    SIGNING = "signing"
    REFUSED = "refused"
    CHALLENGED = "challenged"
    REFUSAL_STANDS = "refusal_stands"
    APPROVED = "approved"
    ACTIVE = "active"
    PAUSED = "paused"
    EVALUATING = "evaluating"
    QUALITY_REVIEW = "quality_review"
    CLOSED = "closed"
    DECLINED = "declined"
    SUPPORTER_REFUSED = "supporter_refused"
    WITHDRAWN = "withdrawn"


class CommissionAction(StrEnum):
    ACCEPT = "accept"
    DECLINE = "decline"
    SEND_FOR_SIGNATURE = "send_for_signature"
    SIGN = "sign"
    REJECT = "reject"
    RECOMMEND = "recommend"
    ASK_INFORMATION = "ask_information"
    ANSWER_INFORMATION = "answer_information"
    APPROVE = "approve"
    APPROVE_BY_RULE = "approve_by_rule"
    APPROVE_WITH_CONDITIONS = "approve_with_conditions"
    SEND_BACK = "send_back"
    REFUSE = "refuse"
    CHALLENGE = "challenge"
    UPHOLD = "uphold"
    NOT_UPHOLD = "not_uphold"
    LET_STAND = "let_stand"
    REFUSE_SUPPORTER = "refuse_supporter"
    WITHDRAW = "withdraw"
    START = "start"
    PAUSE = "pause"
    KEEP_PAUSED = "keep_paused"
    RESUME = "resume"
    END_DELIVERY = "end_delivery"
    END_EARLY = "end_early"
    TO_QUALITY_REVIEW = "to_quality_review"
    RETURN_FOR_EVIDENCE = "return_for_evidence"
    CLOSE = "close"
    # a judgement that was sampled: it counts only once a second one is in, and agrees
    JUDGE_FIRST = "judge_first"
    DIFFER = "differ"
    MODERATE = "moderate"
    UNDO_TO_OFFERED = "undo_to_offered"
    UNDO_TO_AGREEING = "undo_to_agreeing"
    UNDO_TO_APPROVED = "undo_to_approved"
    UNDO_TO_ACTIVE = "undo_to_active"


# nothing more will happen to these
ENDED_REQUESTS = frozenset(
    {RequestStatus.DECLINED, RequestStatus.SIGNPOSTED, RequestStatus.WITHDRAWN}
)
CAME_TO_NOTHING = frozenset(
    {
        CommissionStatus.DECLINED,
        CommissionStatus.WITHDRAWN,
        CommissionStatus.REFUSAL_STANDS,
        CommissionStatus.SUPPORTER_REFUSED,
    }
)
ENDED_COMMISSIONS = CAME_TO_NOTHING | {CommissionStatus.CLOSED}
# these keep or used the provider's days
RESERVING = frozenset(CommissionStatus) - CAME_TO_NOTHING
# the conditions of an approval are looked at again until they are met
FOLLOWED_UP = frozenset(
    {
        CommissionStatus.APPROVED,
        CommissionStatus.ACTIVE,
        CommissionStatus.PAUSED,
        CommissionStatus.EVALUATING,
        CommissionStatus.QUALITY_REVIEW,
    }
)
# the agreement may be written; after that it is frozen
BEING_WRITTEN = frozenset({CommissionStatus.AGREEING})
# visits are written up; in a pause those before it
BEING_DELIVERED = frozenset({CommissionStatus.ACTIVE, CommissionStatus.PAUSED})
BEING_MEASURED = BEING_DELIVERED | {CommissionStatus.EVALUATING}
