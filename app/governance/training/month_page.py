"""The calendar of a month: on a wide screen a page of weeks, else a list of days with sessions."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta

from app.core import clock
from app.governance.training.page import SessionLine, session_line
from app.governance.training.queries.catalogue import sessions_between
from app.web.fields.times import time_words

FIRST_YEAR, LAST_YEAR = 2000, 2100


@dataclass(frozen=True)
class Entry:
    """A session, or the part of one, on its day; `at` is when it begins."""

    at: str
    session: SessionLine


@dataclass(frozen=True)
class Day:
    """`column` is the day of the week, 1 for Monday."""

    number: int
    weekday: str
    month: str
    column: int
    entries: Sequence[Entry]


@dataclass(frozen=True)
class Month:
    """`before` and `after` are the neighbouring months, as the address takes them."""

    words: str
    before: str
    after: str
    days: Sequence[Day]

    @property
    def is_empty(self) -> bool:
        return not any(day.entries for day in self.days)


def month_page(asked: str) -> Month:
    """Return the month that the address names as 2027-01; the present one for anything else."""
    first = _first_day(asked) or clock.today().replace(day=1)
    after = _next(first)
    before = (
        first.replace(month=first.month - 1) if first.month > 1 else date(first.year - 1, 12, 1)
    )
    on: dict[date, list[Entry]] = {}
    for session in sessions_between(_midnight(first), _midnight(after)):
        line = session_line(session)
        for part in session.parts:
            begins = clock.in_london(part.starts_at)
            on.setdefault(begins.date(), []).append(Entry(time_words(begins.time()), line))
    days = [first + timedelta(days=number) for number in range((after - first).days)]
    return Month(
        f"{first:%B %Y}",
        f"{before:%Y-%m}",
        f"{after:%Y-%m}",
        [Day(day.day, f"{day:%A}", f"{day:%B}", day.isoweekday(), on.get(day, [])) for day in days],
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
