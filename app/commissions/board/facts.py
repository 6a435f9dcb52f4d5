"""The columns of the board, in the order in which work goes through them."""

from __future__ import annotations

from dataclasses import dataclass

from app.commissions.statuses import CommissionStatus, RequestStatus
from app.commissions.words import COMMISSION_WORDS, REQUEST_WORDS

R, C = RequestStatus, CommissionStatus
# more would hide the next column; the list behind the link holds everything
MOST_CARDS = 20
# that can be ticked for one round of reminders
MOST_REMINDED = 50


@dataclass(frozen=True)
class Step:
    """One column: steps that an officer reads together stand in one."""

    title: str
    statuses: tuple[RequestStatus, ...] | tuple[CommissionStatus, ...]

    @property
    def of_requests(self) -> bool:
        return isinstance(self.statuses[0], RequestStatus)


def _of_request(status: RequestStatus) -> Step:
    return Step(REQUEST_WORDS[status], (status,))


def _of_commission(status: CommissionStatus) -> Step:
    return Step(COMMISSION_WORDS[status], (status,))


STEPS = (
    _of_request(R.SUBMITTED),
    _of_request(R.RETURNED),
    _of_request(R.MATCHING),
    _of_commission(C.OFFERED),
    _of_commission(C.AGREEING),
    _of_commission(C.SIGNING),
    Step("Refused or challenged", (C.REFUSED, C.CHALLENGED)),
    _of_commission(C.APPROVED),
    Step("Under way or paused", (C.ACTIVE, C.PAUSED)),
    _of_commission(C.EVALUATING),
    _of_commission(C.QUALITY_REVIEW),
)
