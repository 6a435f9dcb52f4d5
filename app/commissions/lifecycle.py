"""The two lifecycles of section 3 of the product page: a request's and a commission's."""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.commissions import approval_permissions as approval
from app.commissions import judging_permissions as judging
from app.commissions import permissions as who
from app.commissions.changes.permissions import can_end_early
from app.commissions.gates.permissions import can_refuse_supporter
from app.commissions.preauthorised.permissions import can_approve_by_rule
from app.commissions.requirements import (
    agreement_complete,
    challenge_in_time,
    challenge_time_over,
    days_reconciled,
    evaluations_in,
    everybody_signed,
    interest_answered,
    need_complete,
    offer_answered,
    ready_to_approve,
    ready_to_ask,
    ready_to_close,
    ready_to_recommend,
    ready_to_refuse,
)
from app.commissions.statuses import (
    CommissionAction,
    CommissionStatus,
    RequestAction,
    RequestStatus,
)
from app.commissions.undo.permissions import can_undo_commission, can_undo_request
from app.commissions.undo.requirements import nothing_relied_upon, work_not_relied_upon
from app.core.lifecycle import Lifecycle, Step

if TYPE_CHECKING:
    from app.accounts.models import Person
    from app.commissions.models import Commission, SupportRequest


R, RA = RequestStatus, RequestAction
C, CA = CommissionStatus, CommissionAction


def lets_the_request_go(person: Person, request: SupportRequest) -> bool:
    """Whoever ended the commission gives its request back to matching."""
    return any(
        who.can_decline_offer(person, commission)
        or who.can_withdraw(person, commission)
        or (commission.status is C.REFUSAL_STANDS and who.can_approve(person, commission))
        for commission in request.commissions
    )


REQUEST_LIFECYCLE: Lifecycle[RequestStatus, RequestAction, SupportRequest, Person] = Lifecycle(
    {
        (R.DRAFT, RA.SUBMIT): Step(R.SUBMITTED, who.can_write_request, need_complete),
        (R.RETURNED, RA.SUBMIT): Step(R.SUBMITTED, who.can_write_request, need_complete),
        (R.SUBMITTED, RA.START_MATCHING): Step(R.MATCHING, who.brokers_request, interest_answered),
        (R.SUBMITTED, RA.RETURN): Step(R.RETURNED, who.brokers_request, interest_answered),
        (R.SUBMITTED, RA.DECLINE): Step(R.DECLINED, who.brokers_request, interest_answered),
        (R.SUBMITTED, RA.SIGNPOST): Step(R.SIGNPOSTED, who.brokers_request, interest_answered),
        (R.MATCHING, RA.OFFER): Step(R.MATCHED, who.brokers_request, interest_answered),
        (R.MATCHING, RA.DECLINE): Step(R.DECLINED, who.brokers_request, interest_answered),
        (R.MATCHED, RA.REOPEN): Step(R.MATCHING, lets_the_request_go),
        (R.DRAFT, RA.WITHDRAW): Step(R.WITHDRAWN, who.can_write_request),
        (R.SUBMITTED, RA.WITHDRAW): Step(R.WITHDRAWN, who.can_write_request),
        (R.RETURNED, RA.WITHDRAW): Step(R.WITHDRAWN, who.can_write_request),
        (R.MATCHING, RA.WITHDRAW): Step(R.WITHDRAWN, who.can_write_request),
        # a mistake, undone by whoever made it as long as nobody relied on it
        (R.MATCHING, RA.OFFER_AGAIN): Step(R.MATCHED, lets_the_request_go),
        **{
            (ended, action): Step(to, can_undo_request, nothing_relied_upon)
            for ended, action, to in (
                (R.RETURNED, RA.UNDO_TO_SUBMITTED, R.SUBMITTED),
                (R.DECLINED, RA.UNDO_TO_SUBMITTED, R.SUBMITTED),
                (R.DECLINED, RA.UNDO_TO_MATCHING, R.MATCHING),
                (R.SIGNPOSTED, RA.UNDO_TO_SUBMITTED, R.SUBMITTED),
                (R.WITHDRAWN, RA.UNDO_TO_DRAFT, R.DRAFT),
                (R.WITHDRAWN, RA.UNDO_TO_SUBMITTED, R.SUBMITTED),
                (R.WITHDRAWN, RA.UNDO_TO_RETURNED, R.RETURNED),
                (R.WITHDRAWN, RA.UNDO_TO_MATCHING, R.MATCHING),
            )
        },
    }
)

COMMISSION_LIFECYCLE: Lifecycle[CommissionStatus, CommissionAction, Commission, Person] = Lifecycle(
    {
        (C.OFFERED, CA.ACCEPT): Step(C.AGREEING, who.can_accept_offer, offer_answered),
        (C.OFFERED, CA.DECLINE): Step(C.DECLINED, who.can_decline_offer),
        (C.OFFERED, CA.WITHDRAW): Step(C.WITHDRAWN, who.can_withdraw),
        (C.AGREEING, CA.SEND_FOR_SIGNATURE): Step(
            C.SIGNING, who.can_send_for_signature, agreement_complete
        ),
        (C.AGREEING, CA.WITHDRAW): Step(C.WITHDRAWN, who.can_withdraw),
        (C.SIGNING, CA.SIGN): Step(C.SIGNING, who.can_sign),
        (C.SIGNING, CA.REJECT): Step(C.AGREEING, who.can_sign),
        (C.SIGNING, CA.RECOMMEND): Step(C.SIGNING, approval.can_recommend, ready_to_recommend),
        (C.SIGNING, CA.ASK_INFORMATION): Step(C.SIGNING, who.can_approve, ready_to_ask),
        (C.SIGNING, CA.ANSWER_INFORMATION): Step(C.SIGNING, approval.can_answer),
        (C.SIGNING, CA.APPROVE_BY_RULE): Step(C.APPROVED, can_approve_by_rule, ready_to_approve),
        (C.SIGNING, CA.APPROVE): Step(C.APPROVED, who.can_approve, ready_to_approve),
        (C.SIGNING, CA.APPROVE_WITH_CONDITIONS): Step(
            C.APPROVED, who.can_approve, ready_to_approve
        ),
        (C.SIGNING, CA.SEND_BACK): Step(C.AGREEING, who.can_approve, everybody_signed),
        (C.SIGNING, CA.REFUSE): Step(C.REFUSED, who.can_approve, ready_to_refuse),
        (C.REFUSED, CA.CHALLENGE): Step(C.CHALLENGED, approval.can_challenge, challenge_in_time),
        (C.REFUSED, CA.LET_STAND): Step(C.REFUSAL_STANDS, who.brokers, challenge_time_over),
        (C.CHALLENGED, CA.UPHOLD): Step(C.SIGNING, who.can_approve, interest_answered),
        (C.CHALLENGED, CA.NOT_UPHOLD): Step(C.REFUSAL_STANDS, who.can_approve, interest_answered),
        (C.SIGNING, CA.WITHDRAW): Step(C.WITHDRAWN, who.can_withdraw),
        (C.AGREEING, CA.REFUSE_SUPPORTER): Step(
            C.SUPPORTER_REFUSED, can_refuse_supporter, interest_answered
        ),
        (C.SIGNING, CA.REFUSE_SUPPORTER): Step(
            C.SUPPORTER_REFUSED, can_refuse_supporter, interest_answered
        ),
        (C.APPROVED, CA.START): Step(C.ACTIVE, who.can_deliver),
        (C.ACTIVE, CA.PAUSE): Step(C.PAUSED, approval.follows_up),
        (C.PAUSED, CA.KEEP_PAUSED): Step(C.PAUSED, approval.follows_up),
        (C.PAUSED, CA.RESUME): Step(C.ACTIVE, approval.follows_up),
        (C.ACTIVE, CA.END_EARLY): Step(C.EVALUATING, can_end_early),
        (C.PAUSED, CA.END_EARLY): Step(C.EVALUATING, can_end_early),
        (C.ACTIVE, CA.END_DELIVERY): Step(C.EVALUATING, who.can_deliver, days_reconciled),
        (C.EVALUATING, CA.TO_QUALITY_REVIEW): Step(
            C.QUALITY_REVIEW, who.can_evaluate, evaluations_in
        ),
        (C.QUALITY_REVIEW, CA.RETURN_FOR_EVIDENCE): Step(
            C.EVALUATING, judging.can_return, interest_answered
        ),
        (C.QUALITY_REVIEW, CA.JUDGE_FIRST): Step(
            C.QUALITY_REVIEW, judging.can_judge, interest_answered
        ),
        (C.QUALITY_REVIEW, CA.DIFFER): Step(C.QUALITY_REVIEW, judging.can_judge, interest_answered),
        (C.QUALITY_REVIEW, CA.MODERATE): Step(C.CLOSED, judging.can_moderate, ready_to_close),
        (C.QUALITY_REVIEW, CA.CLOSE): Step(C.CLOSED, judging.can_judge, ready_to_close),
        **{
            (status, action): Step(to, can_undo_commission, work_not_relied_upon)
            for status, action, to in (
                (C.DECLINED, CA.UNDO_TO_OFFERED, C.OFFERED),
                (C.WITHDRAWN, CA.UNDO_TO_OFFERED, C.OFFERED),
                (C.WITHDRAWN, CA.UNDO_TO_AGREEING, C.AGREEING),
                (C.ACTIVE, CA.UNDO_TO_APPROVED, C.APPROVED),
                (C.EVALUATING, CA.UNDO_TO_ACTIVE, C.ACTIVE),
            )
        },
    }
)
