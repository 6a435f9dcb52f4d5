"""The states of a closing report, and the words they are shown in."""

from __future__ import annotations

from enum import StrEnum


class ClosingStatus(StrEnum):
    PREPARED = "prepared"
    RETURNED = "returned"
    ACCEPTED = "accepted"


class ClosingAction(StrEnum):
    ACCEPT = "accept"
    RETURN = "return"
    PUT_FORWARD = "put_forward"


CLOSING_WORDS = {
    ClosingStatus.PREPARED: "Waits to be accepted",
    ClosingStatus.RETURNED: "Returned to the quality lead",
    ClosingStatus.ACCEPTED: "Accepted by the authority",
}
CLOSING_TONES = {
    ClosingStatus.PREPARED: "waiting",
    ClosingStatus.RETURNED: "warning",
    ClosingStatus.ACCEPTED: "good",
}
# the two sides do not read what officers and leads ask each other
SIDES_READ = "Not yet accepted by the authority"
