from __future__ import annotations

from datetime import date, timedelta

import pytest

from app.core.calendar import (
    academic_year,
    academic_year_words,
    add_working_days,
    is_working_day,
    working_days_between,
)

MONDAY = date(2026, 11, 23)


class TestAcademicYear:
    @pytest.mark.parametrize(
        ("day", "start"),
        [
            (date(2026, 8, 31), 2025),
            (date(2026, 9, 1), 2026),
            (date(2027, 1, 1), 2026),
        ],
    )
    def test_begins_in_september(self, day: date, start: int) -> None:
        assert academic_year(day) == start

    def test_reads_as_two_years(self) -> None:
        assert academic_year_words(2026) == "2026 to 2027"


class TestWorkingDays:
    @pytest.mark.parametrize(
        "day",
        [
            date(2026, 11, 28),
            date(2026, 11, 29),
            date(2026, 12, 25),
            date(2026, 12, 28),  # Boxing Day fell on a Saturday
            date(2027, 3, 26),  # Good Friday
            date(2027, 8, 30),  # the summer bank holiday of England, not of Scotland
        ],
    )
    def test_are_no_weekends_and_bank_holidays(self, day: date) -> None:
        assert not is_working_day(day)

    def test_are_the_bank_holidays_of_other_nations(self) -> None:
        assert is_working_day(date(2026, 11, 30))  # St Andrew's Day
        assert is_working_day(date(2027, 1, 4))  # in Scotland it stands for 2 January

    @pytest.mark.parametrize(
        ("end", "count"),
        [
            (MONDAY - timedelta(days=3), 0),
            (MONDAY, 0),
            (MONDAY + timedelta(days=1), 1),
            (MONDAY + timedelta(days=6), 4),
            (MONDAY + timedelta(days=7), 5),
            (date(2026, 12, 29), 24),
        ],
    )
    def test_between_are_counted_after_the_first_day(self, end: date, count: int) -> None:
        assert working_days_between(MONDAY, end) == count

    def test_added_skip_what_is_none(self) -> None:
        assert add_working_days(MONDAY, 0) == MONDAY
        assert add_working_days(MONDAY, 5) == date(2026, 11, 30)
        assert add_working_days(date(2026, 12, 24), 1) == date(2026, 12, 29)

    def test_added_and_counted_agree(self) -> None:
        for count in range(60):
            assert working_days_between(MONDAY, add_working_days(MONDAY, count)) == count
