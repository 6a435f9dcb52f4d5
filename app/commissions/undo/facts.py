"""Which steps can be undone, and where that leads back to."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from app.commissions.statuses import (
    CommissionAction,
    CommissionStatus,
    RequestAction,
    RequestStatus,
)

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import datetime

R, RA = RequestStatus, RequestAction
C, CA = CommissionStatus, CommissionAction

# where the record stood before the step → the act that brings it back there
REQUEST_BACK: Mapping[str, RequestAction] = {
    R.DRAFT: RA.UNDO_TO_DRAFT,
    R.SUBMITTED: RA.UNDO_TO_SUBMITTED,
    R.RETURNED: RA.UNDO_TO_RETURNED,
    R.MATCHING: RA.UNDO_TO_MATCHING,
}
COMMISSION_BACK: Mapping[str, CommissionAction] = {
    C.OFFERED: CA.UNDO_TO_OFFERED,
    C.AGREEING: CA.UNDO_TO_AGREEING,
    # what was out for signature became void, so it is sent anew
    C.SIGNING: CA.UNDO_TO_AGREEING,
    C.APPROVED: CA.UNDO_TO_APPROVED,
    C.ACTIVE: CA.UNDO_TO_ACTIVE,
}
# a status in which the last step may be one to undo
REQUESTS_TO_UNDO = frozenset({R.RETURNED, R.DECLINED, R.SIGNPOSTED, R.WITHDRAWN})
COMMISSIONS_TO_UNDO = frozenset({C.DECLINED, C.WITHDRAWN, C.ACTIVE, C.EVALUATING})

# the step that was taken → the link, and what its page says of the step
UNDO_WORDS: Mapping[str, tuple[str, str]] = {
    RA.RETURN: ("Undo the return to the school", "asked the school for more information"),
    RA.DECLINE: ("Undo the decline", "declined it"),
    RA.SIGNPOST: ("Undo the signpost", "pointed the school elsewhere"),
    RA.WITHDRAW: ("Undo the withdrawal", "withdrew it"),
    CA.START: ("Undo the start", "recorded the start meeting"),
    CA.END_DELIVERY: ("Undo the end of delivery", "ended the delivery"),
}
LEADS_TO: Mapping[RequestAction | CommissionAction, str] = {
    RA.UNDO_TO_DRAFT: "It becomes a draft again.",
    RA.UNDO_TO_SUBMITTED: "It waits for a broker again.",
    RA.UNDO_TO_RETURNED: "The school can add to it again.",
    RA.UNDO_TO_MATCHING: "Matching goes on. Providers who were asked were told that it ended: "
    "ask again those whose answer is still needed.",
    CA.UNDO_TO_OFFERED: "The offer is open again, and its days are kept for it again.",
    CA.UNDO_TO_AGREEING: "Both sides can write the agreement again. What was signed stays void, "
    "so it must be sent for signature anew.",
    CA.UNDO_TO_APPROVED: "The support is approved again, and not begun.",
    CA.UNDO_TO_ACTIVE: "The support is under way again, and all its days are kept for it. "
    "A proposed change that lapsed must be proposed anew.",
}


@dataclass(frozen=True)
class Taken:
    """The step that brought a record where it stands; `before` is the status it had.

    `reason_before` is what stood there as the reason, a broker's question for example.
    """

    event_id: int
    action: str
    before: str
    by_id: int | None
    by_name: str
    at: datetime
    reason_before: str
