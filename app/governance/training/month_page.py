"""The calendar of a month, as a list of its days with what is on."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, time

from app.core import clock
from app.governance.training.page import SessionLine, session_line
from app.governance.training.queries.catalogue import sessions_between

FIRST_YEAR, LAST_YEAR = 2000, 2100


@dataclass(frozen=True)
class Day:
    on: date
    words: str
    sessions: Sequence[SessionLine]


@dataclass(frozen=True)
class Month:
    """`before` and `after` are the neighbouring months, as the address takes them."""

    words: str
    before: str
    after: str
    days: Sequence[Day]


def month_page(asked: str) -> Month:
    """Return the month that the address names as 2027-01; the present one for anything else."""
    first = _first_day(asked) or clock.today().replace(day=1)
    after = _next(first)
    before = (
        first.replace(month=first.month - 1) if first.month > 1 else date(first.year - 1, 12, 1)
    )
    days: dict[date, list[SessionLine]] = {}
    for session in sessions_between(_midnight(first), _midnight(after)):
        line = session_line(session)
        for part in session.parts:
            day = clock.in_london(part.starts_at).date()
            if first <= day < after:
                days.setdefault(day, []).append(line)
    return Month(
        f"{first:%B %Y}",
        f"{before:%Y-%m}",
        f"{after:%Y-%m}",
        [Day(day, f"{day:%A} {day.day} {day:%B}", days[day]) for day in sorted(days)],
    )


def _first_day(text: str) -> date | None:
    try:
        day = date.fromisoformat(f"{text}-01") if len(text) == len("2027-01") else None
    except ValueError:
        return None
    return day if day and FIRST_YEAR <= day.year <= LAST_YEAR else None


def _next(first: date) -> date:
    return date(first.year + first.month // 12, first.month % 12 + 1, 1)


def _midnight(day: date) -> datetime:
    return datetime.combine(day, time(), clock.LONDON).astimezone(UTC)
