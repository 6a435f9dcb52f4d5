from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest

from app.core.charts import Drawing, Point, ProgressChart, progress_chart
from app.core.measure_words import value_words

START = Point(date(2026, 9, 14), Decimal(58))
TARGET = Point(date(2027, 7, 16), Decimal(75))
DECEMBER = Point(date(2026, 12, 4), Decimal(61))
MARCH = Point(date(2027, 3, 19), Decimal("66.50"))


def chart(*readings: Point, start: Point = START, target: Point = TARGET) -> ProgressChart:
    return progress_chart(start, target, list(readings), lower_is_better=False, unit="%")


def wide(drawn: ProgressChart) -> Drawing:
    return next(drawing for drawing in drawn.drawings if drawing.name == "wide")


class TestSummary:
    def test_says_from_to_and_target(self) -> None:
        assert chart(DECEMBER, MARCH).summary == (
            "From 58% in September 2026 to 66.5% in March 2027; target 75% by July 2027."
        )

    def test_without_readings_says_that_nothing_was_measured(self) -> None:
        assert chart().summary == (
            "Starts at 58% in September 2026; target 75% by July 2027. "
            "Nothing has been measured since."
        )

    def test_says_when_lower_is_better(self) -> None:
        drawn = progress_chart(TARGET, START, [], lower_is_better=True, unit="days")
        assert "(lower is better)" in drawn.summary

    def test_takes_the_latest_reading_whatever_the_order(self) -> None:
        assert chart(MARCH, DECEMBER).summary == chart(DECEMBER, MARCH).summary


class TestRows:
    def test_hold_every_point_in_order_of_date(self) -> None:
        assert [(row.on, row.what, row.value) for row in chart(MARCH, DECEMBER).rows] == [
            ("14 September 2026", "Starting point", "58%"),
            ("4 December 2026", "Reading", "61%"),
            ("19 March 2027", "Reading", "66.5%"),
            ("16 July 2027", "Target", "75%"),
        ]


class TestDrawing:
    def test_later_is_further_right_and_more_is_higher(self) -> None:
        drawing = wide(chart(MARCH))
        (reading,) = drawing.reading_dots
        assert drawing.start.x < reading[0] < drawing.target.x
        assert drawing.start.y > reading[1] > drawing.target.y

    def test_line_runs_from_start_through_the_readings(self) -> None:
        drawing = wide(chart(DECEMBER, MARCH))
        assert drawing.line.split()[0] == f"{drawing.start.x},{drawing.start.y}"
        assert len(drawing.line.split()) == 3

    def test_area_of_success_is_above_the_target(self) -> None:
        drawing = wide(chart())
        assert drawing.reached_top == drawing.top
        assert drawing.reached_top + drawing.reached_height == pytest.approx(drawing.target.y)

    def test_area_of_success_is_below_the_target_when_lower_is_better(self) -> None:
        drawing = wide(progress_chart(TARGET, START, [], lower_is_better=True, unit="days"))
        assert drawing.reached_top == drawing.target.y
        assert drawing.reached_top + drawing.reached_height == pytest.approx(drawing.bottom)

    def test_percentages_stay_on_their_scale(self) -> None:
        target = Point(TARGET.on, Decimal(100))
        words = [tick.words for tick in wide(chart(target=target)).value_ticks]
        assert words[-1] == "100"

    def test_ticks_are_few_and_hold_every_value(self) -> None:
        drawing = wide(chart(DECEMBER, MARCH))
        assert [tick.words for tick in drawing.value_ticks] == ["50", "60", "70", "80"]
        assert len(drawing.date_ticks) <= 7

    @pytest.mark.parametrize("name", ["narrow", "wide"])
    @pytest.mark.parametrize(
        ("start", "target", "readings"),
        [
            (START, START, []),
            (START, TARGET, [Point(date(2028, 1, 1), Decimal(99))]),
            (Point(START.on, Decimal(0)), Point(START.on, Decimal(0)), []),
            (Point(START.on, Decimal(-4)), TARGET, [Point(date(2025, 1, 1), Decimal(-9))]),
            (Point(START.on, Decimal("0.001")), Point(TARGET.on, Decimal("0.002")), [DECEMBER]),
            (Point(START.on, Decimal(120000)), Point(date(2036, 7, 1), Decimal(9000000)), []),
        ],
        ids=["nothing to span", "late reading", "zeros", "below zero", "tiny", "large and long"],
    )
    def test_everything_stays_inside(
        self, name: str, start: Point, target: Point, readings: list[Point]
    ) -> None:
        drawn = progress_chart(start, target, readings, lower_is_better=False, unit="%")
        drawing = next(each for each in drawn.drawings if each.name == name)
        dots = [(mark.x, mark.y) for mark in drawing.marks] + list(drawing.reading_dots)
        assert all(drawing.left <= x <= drawing.right for x, _ in dots)
        assert all(drawing.top <= y <= drawing.bottom for _, y in dots)
        assert all(drawing.top - 5 <= mark.label_y <= drawing.bottom for mark in drawing.marks)
        assert all(drawing.left <= tick.at <= drawing.right for tick in drawing.date_ticks)
        assert 2 <= len(drawing.value_ticks) <= 8
        assert 1 <= len(drawing.date_ticks) <= 7


class TestValueWords:
    @pytest.mark.parametrize(
        ("value", "unit", "words"),
        [
            ("66.50", "%", "66.5%"),
            ("12", "days", "12 days"),
            ("110.0", "", "110"),
            ("1250", "£", "£1,250"),
            ("-2.5", "points", "\N{MINUS SIGN}2.5 points"),
            ("-3", "£", "\N{MINUS SIGN}£3"),
        ],
    )
    def test_reads_as_written_in_a_sentence(self, value: str, unit: str, words: str) -> None:
        assert value_words(Decimal(value), unit) == words
