"""What a pause means for the days of the work. Pure rules."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from app.commissions.models import Commission, Pause


def open_pause(commission: Commission) -> Pause | None:
    return next((pause for pause in commission.pauses if pause.over_on is None), None)


def pause_on(commission: Commission, day: date) -> Pause | None:
    """Return the pause that a day falls into.

    On its first and last day there may still have been, or be again, a visit.
    """
    return next((p for p in commission.pauses if p.paused_on < day < (p.over_on or date.max)), None)
