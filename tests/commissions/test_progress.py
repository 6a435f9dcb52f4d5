from __future__ import annotations

from datetime import date, timedelta
from decimal import Decimal

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from app.commissions.facts import Direction
from app.commissions.models import Measurement, Objective, StartingPoint, Target
from app.commissions.progress import (
    STANDING_TONES,
    STANDING_WORDS,
    Standing,
    latest_of,
    progress_of,
    share_covered,
    share_expected,
    standing_of,
    value_expected,
)
from app.core.charts import Point

START = Point(date(2026, 9, 1), Decimal(50))
TARGET = Point(date(2027, 7, 1), Decimal(70))
HALF_WAY = START.on + (TARGET.on - START.on) / 2
values = st.decimals(-10_000, 10_000, places=2)
days = st.dates(date(2020, 1, 1), date(2035, 1, 1))


class TestShareCovered:
    @pytest.mark.parametrize(
        ("value", "share"), [(50, 0), (60, 50), (70, 100), (80, 150), (40, -50)]
    )
    def test_higher_is_better(self, value: int, share: int) -> None:
        assert share_covered(Decimal(50), Decimal(70), Decimal(value)) == share

    @pytest.mark.parametrize(
        ("value", "share"), [(20, 0), (15, 50), (10, 100), (5, 150), (25, -50)]
    )
    def test_lower_is_better(self, value: int, share: int) -> None:
        assert share_covered(Decimal(20), Decimal(10), Decimal(value)) == share

    def test_no_way_to_cover_is_refused(self) -> None:
        with pytest.raises(ValueError, match="no way to cover"):
            share_covered(Decimal(5), Decimal(5), Decimal(5))

    @given(values, values, values)
    def test_the_ends_and_the_direction(self, start: Decimal, target: Decimal, v: Decimal) -> None:
        assume(start != target)

        assert share_covered(start, target, start) == 0
        assert share_covered(start, target, target) == 100
        beyond = v > target if target > start else v < target
        assert (share_covered(start, target, v) > 100) == beyond
        backwards = v < start if target > start else v > start
        assert (share_covered(start, target, v) < 0) == backwards

    @given(values, values, values)
    def test_a_way_down_mirrors_a_way_up(self, start: Decimal, target: Decimal, v: Decimal) -> None:
        assume(start != target)

        assert share_covered(start, target, v) == share_covered(-start, -target, -v)


class TestExpected:
    def test_a_straight_path(self) -> None:
        assert value_expected(START, TARGET, START.on) == 50
        assert round(value_expected(START, TARGET, HALF_WAY)) == 60
        assert value_expected(START, TARGET, TARGET.on) == 70

    def test_it_is_flat_before_the_start_and_after_the_end(self) -> None:
        assert value_expected(START, TARGET, date(2020, 1, 1)) == 50
        assert value_expected(START, TARGET, date(2030, 1, 1)) == 70

    @given(days, days, days, days)
    def test_it_never_goes_back(self, one: date, two: date, a: date, b: date) -> None:
        assume(one < two)
        start, target = Point(one, Decimal(1)), Point(two, Decimal(2))
        earlier, later = sorted((a, b))

        shares = [share_expected(start, target, day) for day in (earlier, later)]

        assert 0 <= shares[0] <= shares[1] <= 100


class TestStanding:
    @pytest.mark.parametrize(
        ("value", "standing"),
        [
            ("70", Standing.REACHED),
            ("75", Standing.REACHED),
            ("66", Standing.AHEAD),
            ("60", Standing.ON_PATH),
            ("59.5", Standing.ON_PATH),
            ("52", Standing.BEHIND),
            ("40", Standing.BEHIND),
        ],
    )
    def test_half_way_through(self, value: str, standing: Standing) -> None:
        assert standing_of(START, TARGET, Point(HALF_WAY, Decimal(value))) is standing

    def test_lower_is_better(self) -> None:
        start, target = Point(START.on, Decimal(20)), Point(TARGET.on, Decimal(10))

        assert standing_of(start, target, Point(HALF_WAY, Decimal(12))) is Standing.AHEAD
        assert standing_of(start, target, Point(HALF_WAY, Decimal(19))) is Standing.BEHIND
        assert standing_of(start, target, Point(HALF_WAY, Decimal(9))) is Standing.REACHED

    def test_nearly_there_on_the_last_day_is_not_there(self) -> None:
        assert standing_of(START, TARGET, Point(TARGET.on, Decimal("69.9"))) is Standing.BEHIND

    def test_nothing_measured(self) -> None:
        assert standing_of(START, TARGET, None) is Standing.NO_READING

    @given(values, days)
    def test_reached_means_covered(self, value: Decimal, on: date) -> None:
        reached = standing_of(START, TARGET, Point(on, value)) is Standing.REACHED

        assert reached == (value >= TARGET.value)

    def test_each_standing_has_words_and_a_tone(self) -> None:
        assert set(STANDING_WORDS) == set(STANDING_TONES) == set(Standing)


def objective(*readings: tuple[date, str], start: str = "50", target: str = "70") -> Objective:
    lower = Decimal(target) < Decimal(start)
    made = Objective(
        position=1,
        measure="Standard met",
        unit="%",
        direction=Direction.LOWER if lower else Direction.HIGHER,
    )
    made.starting_point = StartingPoint(value=Decimal(start), taken_on=START.on)
    made.target = Target(value=Decimal(target), due_on=TARGET.on)
    made.measurements = [Measurement(taken_on=on, value=Decimal(value)) for on, value in readings]
    return made


class TestProgressOf:
    def test_the_latest_by_date_counts_not_the_last_typed(self) -> None:
        made = objective((HALF_WAY, "60"), (HALF_WAY - timedelta(days=60), "52"))

        progress = progress_of(made)

        assert progress is not None
        assert (progress.latest_words, progress.covered) == ("60%", 50)
        assert progress.covered_words.startswith("50% of the way")
        assert len(progress.chart.rows) == 4

    def test_of_two_on_one_day_the_later_recorded(self) -> None:
        latest = latest_of(objective((HALF_WAY, "60"), (HALF_WAY, "61")))

        assert latest is not None
        assert latest.value == 61

    def test_without_a_reading(self) -> None:
        progress = progress_of(objective())

        assert progress is not None
        assert (progress.words, progress.covered, progress.covered_words) == (
            "No reading yet",
            None,
            "",
        )

    def test_backwards_is_said_in_words(self) -> None:
        progress = progress_of(objective((HALF_WAY, "45")))

        assert progress is not None
        assert "further from the target" in progress.covered_words

    def test_almost_there_is_not_rounded_to_there(self) -> None:
        progress = progress_of(objective((HALF_WAY, "69.99")))

        assert progress is not None
        assert progress.covered_words.startswith("99%")

    def test_beyond_the_target_is_more_than_the_whole_way(self) -> None:
        progress = progress_of(objective((HALF_WAY, "4"), start="20", target="10"))

        assert progress is not None
        assert progress.covered_words.startswith("160%")
        assert "lower is better" in progress.chart.summary

    def test_none_until_both_ends_are_agreed(self) -> None:
        made = objective()
        made.target = None

        assert progress_of(made) is None
