"""Figures of a provider's record that come from its commissions."""

from __future__ import annotations

from statistics import median
from typing import TYPE_CHECKING

from app.core import clock

if TYPE_CHECKING:
    from collections.abc import Iterable

    from app.commissions.models import Commission


def days_to_start(commission: Commission) -> int | None:
    """Return the calendar days from the sent request to the start meeting; None if unknown."""
    sent, started = commission.request.submitted_at, commission.start_meeting_on
    if sent is None or started is None:
        return None
    return max(0, (started - clock.in_london(sent).date()).days)


def median_days(commissions: Iterable[Commission]) -> int | None:
    days = [found for one in commissions if (found := days_to_start(one)) is not None]
    return round(median(days)) if days else None
