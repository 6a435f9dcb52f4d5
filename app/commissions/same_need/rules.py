"""When a school asks for the same thing twice. Pure rules.

It is asked why and not refused for good: two needs in one area are real, and only the school knows.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.commissions.statuses import ENDED_COMMISSIONS, RequestStatus

if TYPE_CHECKING:
    from collections.abc import Sequence

    from app.commissions.models import SupportRequest

WITH_BROKERS = frozenset({RequestStatus.SUBMITTED, RequestStatus.MATCHING})
MAY_BE_LIVE = WITH_BROKERS | {RequestStatus.MATCHED}
SAY_WHY_ANOTHER = "Say why this is another need"


def is_live(request: SupportRequest) -> bool:
    """Tell whether somebody works on it; one that was returned is checked when it is sent again."""
    if request.status is RequestStatus.MATCHED:
        return any(one.status not in ENDED_COMMISSIONS for one in request.commissions)
    return request.status in WITH_BROKERS


def another_need_said(live: Sequence[SupportRequest], words: str) -> list[str]:
    return [f"{SAY_WHY_ANOTHER}."] if live and not words.strip() else []
