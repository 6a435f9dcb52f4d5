from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest

from app.commissions.progress import Standing, doubt_of
from app.commissions.small_numbers import (
    Group,
    change_words,
    group_of,
    is_smaller_than_one,
    one_more_or_fewer,
    one_words,
)
from app.core.charts import Point

THIRTY_ONE = Group(31, "one pupil", "pupils", "one pupil more or fewer")


class TestGroup:
    @pytest.mark.parametrize(
        ("unit", "size"), [("points", 31), ("words a minute", 31), ("%", None), ("%", 0)]
    )
    def test_only_percentages_of_a_known_number_can_be_told_in_pupils(
        self, unit: str, size: int | None
    ) -> None:
        assert group_of(unit, "Year 6 pupils", size) is None

    def test_those_counted_need_not_be_pupils(self) -> None:
        assert group_of("%", "Year 6 pupils", 31) == THIRTY_ONE
        assert group_of("percentage points", "Children in Reception", 20) == Group(
            20, "one child", "children", "one child more or fewer"
        )
        assert group_of("%", "Lessons seen", 14) == Group(14)


class TestChange:
    @pytest.mark.parametrize(
        ("start", "target", "words"),
        [
            (58, 60, "This change is smaller than one pupil. One pupil is 3.2 percentage points"),
            (58, 70, "The change means 3 to 4 pupils, out of 31."),
            (70, 58, "The change means 3 to 4 pupils, out of 31."),
            (0, 100, "The change means 31 pupils, out of 31."),
        ],
    )
    def test_in_pupils(self, start: int, target: int, words: str) -> None:
        assert change_words(THIRTY_ONE, Decimal(start), Decimal(target)).startswith(words)

    def test_one_is_one(self) -> None:
        assert change_words(Group(20), Decimal(50), Decimal(55)) == (
            "The change means one of those counted, out of 20. "
            "One of those counted is 5 percentage points here."
        )
        assert not is_smaller_than_one(Group(20), Decimal(50), Decimal(55))
        assert is_smaller_than_one(Group(20), Decimal(50), Decimal("54.9"))
        assert one_words(THIRTY_ONE) == "One pupil is 3.2 percentage points here"

    def test_a_percentage_with_one_more_is_at_most_a_hundred(self) -> None:
        assert one_more_or_fewer(Group(10), Decimal(95), "%") == (85, 100)
        assert one_more_or_fewer(Group(10), Decimal(5), "%") == (0, 15)
        assert one_more_or_fewer(Group(10), Decimal(-5), "percentage points") == (-15, 5)


class TestDoubt:
    START = Point(date(2026, 9, 1), Decimal(50))
    TARGET = Point(date(2027, 7, 1), Decimal(70))

    @pytest.mark.parametrize(
        ("value", "others"),
        [
            (69, (Standing.REACHED,)),
            (70, (Standing.BEHIND,)),
            (60, ()),
            (90, ()),
        ],
    )
    def test_where_one_pupil_would_turn_the_verdict(
        self, value: int, others: tuple[Standing, ...]
    ) -> None:
        latest = Point(self.TARGET.on, Decimal(value))
        doubt = doubt_of(self.START, self.TARGET, latest, THIRTY_ONE, "%")
        assert (doubt.others if doubt else ()) == others

    def test_the_share_is_a_range_whichever_way_is_better(self) -> None:
        latest = Point(self.TARGET.on, Decimal(68))
        for start, target in ((50, 70), (86, 66)):
            doubt = doubt_of(
                Point(self.START.on, Decimal(start)),
                Point(self.TARGET.on, Decimal(target)),
                latest,
                Group(50),
                "%",
            )
            assert doubt is not None
            assert (doubt.least, doubt.most) == (80, 100)
