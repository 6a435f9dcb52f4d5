"""Which kinds a provider may be awarded, and the days that forms propose."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING

from app.core import clock
from app.core.calendar import add_working_days
from app.prospectus.designations.facts import WORKING_DAYS_TO_REVIEW
from app.prospectus.facts import DesignationStatus

if TYPE_CHECKING:
    from collections.abc import Iterable

    from app.prospectus.models import DesignationType, Provider

# then the same kind may be awarded anew
OVER = frozenset({DesignationStatus.ENDED, DesignationStatus.LAPSED})
FEBRUARY_29 = (2, 29)


def open_kinds(provider: Provider, kinds: Iterable[DesignationType]) -> list[DesignationType]:
    """Return the kinds that fit, that run, and that the provider does not hold, in their order."""
    today = clock.today()
    held = {one.type_id for one in provider.designations if one.standing_on(today) not in OVER}
    return [
        kind
        for kind in kinds
        if kind.held_by in {"both", provider.kind.holder}
        and kind.id not in held
        and (kind.scheme_ended_on is None or kind.scheme_ended_on >= today)
    ]


def usual_last_day(kind: DesignationType, first: date) -> date | None:
    """Return the day before the term's anniversary; None for a kind without a usual term."""
    if kind.term_years is None:
        return None
    leap = (first.month, first.day) == FEBRUARY_29
    start = first.replace(day=28) if leap else first
    return start.replace(year=first.year + kind.term_years) - timedelta(days=0 if leap else 1)


def usual_review_day() -> date:
    return add_working_days(clock.today(), WORKING_DAYS_TO_REVIEW)
