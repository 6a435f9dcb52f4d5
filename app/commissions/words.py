"""Every status and act in words that fit the reader: the one source of these labels."""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.commissions import permissions as who
from app.commissions.statuses import (
    CommissionAction,
    CommissionStatus,
    RequestAction,
    RequestStatus,
)
from app.commissions.voices import is_of_board

if TYPE_CHECKING:
    from app.accounts.models import Person
    from app.commissions.models import Commission, SupportRequest

R, C = RequestStatus, CommissionStatus

# for officers and lists
REQUEST_WORDS = {
    R.DRAFT: "Draft",
    R.SUBMITTED: "Waiting for a broker",
    R.RETURNED: "More information asked",
    R.MATCHING: "Being matched",
    R.MATCHED: "Matched",
    R.DECLINED: "Declined",
    R.SIGNPOSTED: "Pointed elsewhere",
    R.WITHDRAWN: "Withdrawn",
}
COMMISSION_WORDS = {
    C.OFFERED: "Offered",
    C.AGREEING: "Being agreed",
    C.SIGNING: "Being signed",
    C.REFUSED: "Refused, may be challenged",
    C.CHALLENGED: "Refusal challenged",
    C.REFUSAL_STANDS: "Refused",
    C.APPROVED: "Approved, not started",
    C.ACTIVE: "Under way",
    C.PAUSED: "Paused",
    C.EVALUATING: "Being evaluated",
    C.QUALITY_REVIEW: "In quality review",
    C.CLOSED: "Closed",
    C.DECLINED: "Declined by the provider",
    C.SUPPORTER_REFUSED: "Ended by the authority",
    C.WITHDRAWN: "Withdrawn",
}
REQUEST_TONES = {
    R.DRAFT: "neutral",
    R.SUBMITTED: "waiting",
    R.RETURNED: "warning",
    R.MATCHING: "active",
    R.MATCHED: "good",
    R.DECLINED: "bad",
    R.SIGNPOSTED: "neutral",
    R.WITHDRAWN: "neutral",
}
COMMISSION_TONES = {
    C.OFFERED: "waiting",
    C.AGREEING: "active",
    C.SIGNING: "waiting",
    C.REFUSED: "bad",
    C.CHALLENGED: "waiting",
    C.REFUSAL_STANDS: "bad",
    C.APPROVED: "good",
    C.ACTIVE: "active",
    C.PAUSED: "warning",
    C.EVALUATING: "waiting",
    C.QUALITY_REVIEW: "waiting",
    C.CLOSED: "neutral",
    C.DECLINED: "bad",
    C.SUPPORTER_REFUSED: "bad",
    C.WITHDRAWN: "neutral",
}
_REQUEST_FOR_SCHOOL = {
    R.DRAFT: "Not sent yet",
    R.SUBMITTED: "Sent to the brokerage team",
    R.RETURNED: "We need more information from you",
    R.MATCHING: "We are finding you a provider",
    R.MATCHED: "A provider has been offered the work",
}
_REQUEST_FOR_BOARD = {
    **_REQUEST_FOR_SCHOOL,
    R.SUBMITTED: "Sent to governor services",
    R.MATCHING: "We are finding somebody to help",
    R.MATCHED: "Somebody has been offered the work",
}
_COMMISSION_FOR_SCHOOL = {
    C.OFFERED: "The provider is considering it",
    C.AGREEING: "Agree your starting points and targets",
    C.APPROVED: "Approved: ready to start",
    C.EVALUATING: "Tell us what changed",
}
_COMMISSION_FOR_PROVIDER = {
    C.OFFERED: "A school has chosen you",
    C.AGREEING: "Agree starting points and targets",
    C.APPROVED: "Approved: ready to start",
    C.EVALUATING: "Tell us what changed",
    C.DECLINED: "You declined it",
}
REQUEST_ACTION_WORDS = {
    RequestAction.SUBMIT: "Send the request",
    RequestAction.RETURN: "Ask for more information",
    RequestAction.DECLINE: "Decline the request",
    RequestAction.SIGNPOST: "Point the school elsewhere",
    RequestAction.WITHDRAW: "Withdraw the request",
    RequestAction.START_MATCHING: "Start matching",
    RequestAction.OFFER: "Offer it to the chosen provider",
    RequestAction.REOPEN: "Look for another provider",
    RequestAction.OFFER_AGAIN: "Offer it to the same provider again",
    RequestAction.UNDO_TO_DRAFT: "Make it a draft again",
    RequestAction.UNDO_TO_SUBMITTED: "Let it wait for a broker again",
    RequestAction.UNDO_TO_RETURNED: "Let the school add to it again",
    RequestAction.UNDO_TO_MATCHING: "Go on with the matching",
}
COMMISSION_ACTION_WORDS = {
    CommissionAction.ACCEPT: "Accept the offer",
    CommissionAction.DECLINE: "Decline the offer",
    CommissionAction.SEND_FOR_SIGNATURE: "Send for signature",
    CommissionAction.SIGN: "Read and sign",
    CommissionAction.REJECT: "Ask for changes instead",
    CommissionAction.RECOMMEND: "Recommend for approval",
    CommissionAction.ASK_INFORMATION: "Ask for more information",
    CommissionAction.ANSWER_INFORMATION: "Answer the question",
    CommissionAction.APPROVE: "Approve",
    CommissionAction.APPROVE_BY_RULE: "Approve by rule",
    CommissionAction.APPROVE_WITH_CONDITIONS: "Approve with conditions",
    CommissionAction.SEND_BACK: "Send back for changes",
    CommissionAction.REFUSE: "Refuse",
    CommissionAction.CHALLENGE: "Challenge the refusal",
    CommissionAction.UPHOLD: "Decide about the challenge",
    CommissionAction.NOT_UPHOLD: "Leave the refusal as it is",
    CommissionAction.LET_STAND: "Let the refusal stand",
    CommissionAction.REFUSE_SUPPORTER: "Refuse the supporter",
    CommissionAction.WITHDRAW: "Withdraw",
    CommissionAction.START: "Record the start meeting",
    CommissionAction.PAUSE: "Pause the support",
    CommissionAction.KEEP_PAUSED: "Keep it paused",
    CommissionAction.RESUME: "Look at the pause again",
    CommissionAction.END_DELIVERY: "End delivery and evaluate",
    CommissionAction.END_EARLY: "End it early",
    CommissionAction.TO_QUALITY_REVIEW: "Send to quality review",
    CommissionAction.RETURN_FOR_EVIDENCE: "Return for more evidence",
    CommissionAction.CLOSE: "Judge the outcome",
    CommissionAction.JUDGE_FIRST: "Judge first",
    CommissionAction.DIFFER: "Judge differently",
    CommissionAction.MODERATE: "Bring the two judgements together",
    CommissionAction.UNDO_TO_OFFERED: "Open the offer again",
    CommissionAction.UNDO_TO_AGREEING: "Write the agreement again",
    CommissionAction.UNDO_TO_APPROVED: "Undo the start",
    CommissionAction.UNDO_TO_ACTIVE: "Go on with the support",
}


def request_status_words(request: SupportRequest, person: Person) -> str:
    if who.can_write_request(person, request):
        own = _REQUEST_FOR_BOARD if is_of_board(request) else _REQUEST_FOR_SCHOOL
        return own.get(request.status, REQUEST_WORDS[request.status])
    if is_of_board(request) and request.status is R.SUBMITTED:
        return "Waiting for governor services"
    return REQUEST_WORDS[request.status]


def commission_status_words(commission: Commission, person: Person) -> str:
    own: dict[CommissionStatus, str] = {}
    if who.speaks_for_school(person, commission):
        own = _COMMISSION_FOR_SCHOOL
    elif who.leads_provider(person, commission):
        own = _COMMISSION_FOR_PROVIDER
    return own.get(commission.status, COMMISSION_WORDS[commission.status])
