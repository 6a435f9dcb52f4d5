from __future__ import annotations

from datetime import UTC, date, datetime
from decimal import Decimal

import pytest
from flask import Flask, render_template_string
from markupsafe import Markup

from app.web.filters import counted, date_words, headings, moment_words, number_words


class TestMoment:
    @pytest.mark.parametrize(
        ("moment", "words"),
        [
            (datetime(2026, 11, 23, 14, 5, tzinfo=UTC), "23 November 2026 at 2:05pm"),
            (datetime(2026, 6, 30, 23, 0, tzinfo=UTC), "1 July 2026 at 12:00am"),
            (datetime(2026, 6, 30, 11, 59, tzinfo=UTC), "30 June 2026 at 12:59pm"),
            (None, ""),
        ],
    )
    def test_reads_as_on_the_clock_in_england(self, moment: datetime | None, words: str) -> None:
        assert moment_words(moment) == words


class TestDate:
    def test_has_no_zero_before_the_day(self) -> None:
        assert date_words(date(2026, 9, 1)) == "1 September 2026"
        assert date_words(None) == ""


class TestNumber:
    @pytest.mark.parametrize(
        ("value", "words"),
        [
            (1250, "1,250"),
            (Decimal("3.50"), "3.5"),
            (Decimal("1200.0"), "1,200"),
            (Decimal("1E+3"), "1,000"),
            (0, "0"),
            (None, ""),
        ],
    )
    def test_has_no_idle_zeros(self, value: Decimal | int | None, words: str) -> None:
        assert number_words(value) == words

    def test_is_counted_in_words(self) -> None:
        assert [counted(n, "request") for n in (0, 1, 2000)] == [
            "0 requests",
            "1 request",
            "2,000 requests",
        ]
        assert counted(2, "entry", "entries") == "2 entries"


class TestTemplates:
    def test_know_every_filter(self, app: Flask) -> None:
        page = "{{ d|date }}, {{ 125000|pounds }}, {{ 1250|number }}, {{ counted(1, 'page') }}"
        with app.test_request_context():
            drawn = render_template_string(page, d=date(2026, 9, 1))
        assert drawn == "1 September 2026, £1,250, 1,250, 1 page"


class TestHeadings:
    def test_are_the_named_parts_in_their_words(self) -> None:
        drawn = Markup(
            '<h2 class="a" id="visits">Visits</h2><h2>Unnamed</h2>'
            '<h2 id="d-t">D&amp;T <span>now</span></h2>'
        )
        assert headings(drawn) == [("visits", "Visits"), ("d-t", "D&T now")]
