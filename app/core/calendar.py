"""The calendars of a local authority: academic and financial years, and working days in England."""

from __future__ import annotations

from datetime import date, timedelta
from functools import cache

import holidays

APRIL = 4
SEPTEMBER = 9
SATURDAY = 5


def academic_year(day: date) -> int:
    """Return the year in which the academic year of `day` began (1 September)."""
    return day.year if day.month >= SEPTEMBER else day.year - 1


def financial_year(day: date) -> int:
    """Return the year in which the financial year of `day` began (1 April)."""
    return day.year if day.month >= APRIL else day.year - 1


def financial_years(start: date, end: date) -> list[int]:
    """Return the financial years that a span of days touches, in their order."""
    return list(range(financial_year(start), financial_year(end) + 1))


def financial_year_words(start: int) -> str:
    return f"{start} to {start + 1}"


def academic_year_words(start: int) -> str:
    return f"{start} to {start + 1}"


@cache
def _bank_holidays(year: int) -> frozenset[date]:
    return frozenset(holidays.country_holidays("GB", subdiv="ENG", years=year))


def is_working_day(day: date) -> bool:
    return day.weekday() < SATURDAY and day not in _bank_holidays(day.year)


def working_days_between(start: date, end: date) -> int:
    """Count the working days after `start` up to and including `end`; 0 when end is not later."""
    days = (end - start).days
    return sum(is_working_day(start + timedelta(days=n)) for n in range(1, days + 1))


def add_working_days(start: date, count: int) -> date:
    """Return the working day that is `count` working days after `start`."""
    day = start
    while count:
        day += timedelta(days=1)
        count -= is_working_day(day)
    return day
