from __future__ import annotations

from datetime import UTC, date, datetime, timedelta, timezone

import pytest

from app.core import clock


class TestNow:
    def test_is_aware_and_in_utc(self) -> None:
        assert clock.now().utcoffset() == timedelta(0)

    def test_can_stand_at_another_moment_and_comes_back(self) -> None:
        moment = datetime(2020, 1, 1, 10, tzinfo=timezone(timedelta(hours=5)))
        with clock.at(moment):
            assert clock.now() == moment
            assert clock.now().tzinfo is UTC
            with clock.at(moment + timedelta(days=1)):
                assert clock.today() == date(2020, 1, 2)
            assert clock.now() == moment
        assert clock.now() > moment

    def test_comes_back_after_an_error(self) -> None:
        def fail() -> None:
            with clock.at(datetime(2020, 1, 1, tzinfo=UTC)):
                raise LookupError

        with pytest.raises(LookupError):
            fail()
        assert clock.now().year > 2020


class TestToday:
    @pytest.mark.parametrize(
        ("moment", "day"),
        [
            # summer time: in London it is already tomorrow
            (datetime(2026, 6, 30, 23, 30, tzinfo=UTC), date(2026, 7, 1)),
            (datetime(2026, 12, 31, 23, 30, tzinfo=UTC), date(2026, 12, 31)),
        ],
    )
    def test_is_the_date_in_england(self, moment: datetime, day: date) -> None:
        with clock.at(moment):
            assert clock.today() == day
