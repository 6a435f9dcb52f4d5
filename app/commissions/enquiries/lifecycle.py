"""The life of an enquiry: named, sent, answered or declined, closed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.commissions.enquiries import permissions as who
from app.commissions.enquiries.facts import EnquiryAction, EnquiryStatus
from app.commissions.enquiries.requirements import all_answered, may_be_shared, reason_given
from app.core.lifecycle import Lifecycle, Step

if TYPE_CHECKING:
    from app.accounts.models import Person
    from app.commissions.models import Enquiry

S, A = EnquiryStatus, EnquiryAction

ENQUIRY_LIFECYCLE: Lifecycle[EnquiryStatus, EnquiryAction, Enquiry, Person] = Lifecycle(
    {
        (S.NAMED, A.SEND): Step(S.SENT, who.can_send_enquiry, may_be_shared),
        # an offer fell through: the broker may ask once more
        (S.CLOSED, A.SEND): Step(S.SENT, who.can_ask_again, may_be_shared),
        (S.SENT, A.ANSWER): Step(S.ANSWERED, who.can_answer_enquiry, all_answered),
        (S.SENT, A.DECLINE): Step(S.DECLINED, who.can_answer_enquiry, reason_given),
        (S.ANSWERED, A.DECLINE): Step(S.DECLINED, who.can_answer_enquiry, reason_given),
        # with the request, whoever ends that
        (S.SENT, A.CLOSE): Step(S.CLOSED, who.can_send_enquiry),
        (S.ANSWERED, A.CLOSE): Step(S.CLOSED, who.can_send_enquiry),
    }
)
