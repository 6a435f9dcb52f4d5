"""What can happen to a call and to an application, by whom, and what must hold first."""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.core.lifecycle import Lifecycle, Step
from app.governance.champions import permissions as who
from app.governance.champions import requirements as needs
from app.governance.champions.facts import BEFORE_SERVING, Act, CallAct, CallStatus, Status

if TYPE_CHECKING:
    from app.accounts.models import Person
    from app.governance.champions.models import Application, Call

C, S, A = CallStatus, Status, Act

CALL_LIFECYCLE: Lifecycle[CallStatus, CallAct, Call, Person | None] = Lifecycle(
    {
        (C.DRAFT, CallAct.OPEN): Step(C.OPEN, who.can_open_call, needs.call_complete),
        (C.OPEN, CallAct.CLOSE): Step(C.CLOSED, who.can_close_call),
        (C.CLOSED, CallAct.DECIDE): Step(C.DECIDED, who.can_open_call, needs.nobody_waits),
    }
)

LIFECYCLE: Lifecycle[Status, Act, Application, Person] = Lifecycle(
    {
        (S.DRAFT, A.SUBMIT): Step(S.SUBMITTED, who.is_applicant, needs.application_complete),
        (S.SUBMITTED, A.FIND_ELIGIBLE): Step(S.ELIGIBLE, who.can_check, needs.all_checks_passed),
        (S.SUBMITTED, A.FIND_NOT_ELIGIBLE): Step(S.NOT_ELIGIBLE, who.can_check),
        (S.ELIGIBLE, A.ASK_REFERENCES): Step(S.REFERENCES, who.is_officer),
        (S.REFERENCES, A.INVITE): Step(S.INTERVIEW, who.can_name_panel, needs.ready_to_interview),
        (S.INTERVIEW, A.APPOINT): Step(S.APPOINTED, who.can_decide, needs.panel_has_scored),
        (S.INTERVIEW, A.NOT_APPOINT): Step(S.NOT_APPOINTED, who.can_decide, needs.panel_has_scored),
        (S.NOT_ELIGIBLE, A.APPEAL): Step(
            S.ELIGIBILITY_APPEALED, who.is_applicant, needs.appeal_open
        ),
        (S.NOT_APPOINTED, A.APPEAL): Step(S.DECISION_APPEALED, who.is_applicant, needs.appeal_open),
        (S.ELIGIBILITY_APPEALED, A.UPHOLD): Step(S.ELIGIBLE, who.can_answer_appeal),
        (S.ELIGIBILITY_APPEALED, A.DISMISS): Step(S.NOT_ELIGIBLE, who.can_answer_appeal),
        # another panel looks at it afresh
        (S.DECISION_APPEALED, A.UPHOLD): Step(S.REFERENCES, who.can_answer_appeal),
        (S.DECISION_APPEALED, A.DISMISS): Step(S.NOT_APPOINTED, who.can_answer_appeal),
        (S.APPOINTED, A.DESIGNATE): Step(S.SERVING, who.is_officer, needs.training_done),
        (S.SERVING, A.STAND_DOWN): Step(S.STOOD_DOWN, who.is_applicant),
        (S.SERVING, A.END): Step(S.STOOD_DOWN, who.is_officer),
        **{(s, A.WITHDRAW): Step(S.WITHDRAWN, who.is_applicant) for s in sorted(BEFORE_SERVING)},
    }
)
