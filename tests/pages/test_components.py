from __future__ import annotations

from datetime import UTC, date, datetime
from decimal import Decimal
from types import SimpleNamespace
from typing import Any

import pytest
from bs4 import BeautifulSoup
from flask import Flask, get_template_attribute

from app.core.charts import Point, progress_chart
from app.core.paging import Page
from tests.linting import invalid_html


@pytest.fixture
def draw(app: Flask) -> Any:
    def drawn(name: str, macro: str, *args: Any, **kwargs: Any) -> BeautifulSoup:
        with app.test_request_context("/"):
            html = str(get_template_attribute(f"components/{name}.html", macro)(*args, **kwargs))
        assert invalid_html(html) == []
        return BeautifulSoup(html, "html.parser")

    return drawn


class TestPagination:
    def links(self, soup: BeautifulSoup) -> list[str]:
        return [str(link["href"]) for link in soup.select(".govuk-pagination__list a")]

    def test_shows_ends_and_neighbours(self, draw: Any) -> None:
        soup = draw("pagination", "pagination", Page([], 5, 180), lambda number: f"?page={number}")
        assert self.links(soup) == ["?page=1", "?page=4", "?page=5", "?page=6", "?page=9"]
        assert len(soup.select(".govuk-pagination__item--ellipsis")) == 2

    def test_draws_nothing_for_one_page(self, draw: Any) -> None:
        soup = draw("pagination", "pagination", Page([], 1, 20), str)
        assert soup.find("nav") is None

    def test_first_page_has_no_previous(self, draw: Any) -> None:
        soup = draw("pagination", "pagination", Page([], 1, 40), str)
        assert soup.find(rel="prev") is None
        assert soup.find(rel="next")["href"] == "2"


class TestProgressChart:
    def test_has_two_named_drawings_and_one_table(self, draw: Any) -> None:
        chart = progress_chart(
            Point(date(2026, 9, 14), Decimal(58)),
            Point(date(2027, 7, 16), Decimal(75)),
            [Point(date(2027, 3, 19), Decimal(66))],
            lower_is_better=False,
            unit="%",
        )
        soup = draw("progress_chart", "progress_chart", chart)
        assert [svg.title.get_text() for svg in soup.find_all("svg")] == [chart.summary] * 2
        assert len(soup.select("tbody tr")) == 3


class TestWorkList:
    def test_says_what_next_and_for_what(self, draw: Any) -> None:
        row = SimpleNamespace(
            title="COM-7K3QM", href="/c", what_next="Sign", due="Due today", tone="bad"
        )
        soup = draw("work_list", "work_list", [SimpleNamespace(title="Overdue", rows=[row])])
        assert soup.a.get_text() == "Sign: COM-7K3QM"
        assert soup.select_one(".govuk-tag").get_text() == "Due today"

    def test_empty_group_says_so(self, draw: Any) -> None:
        group = SimpleNamespace(title="Overdue", rows=[], text="Nothing is overdue.")
        assert "Nothing is overdue." in draw("work_list", "work_list", [group]).get_text()


class TestTaskList:
    def test_task_that_cannot_start_is_no_link(self, draw: Any) -> None:
        task = SimpleNamespace(
            title="Send", hint=None, status_words="Cannot start yet", tone="neutral", href=None
        )
        assert draw("task_list", "task_list", [task]).a is None


class TestTimeline:
    def test_gives_moment_for_people_and_machines(self, draw: Any) -> None:
        moment = datetime(2026, 11, 23, 14, 5, tzinfo=UTC)
        entry = SimpleNamespace(at=moment, who="Priya Nair", title="Sent", text=None, href=None)
        time = draw("timeline", "timeline", [entry]).time
        assert time["datetime"] == "2026-11-23T14:05:00+00:00"
        assert time.get_text() == "23 November 2026 at 2:05pm"


class TestSummaryList:
    def test_keeps_room_for_acts_only_where_some_row_has_one(self, draw: Any) -> None:
        plain, changeable = SimpleNamespace(key="A", value="a"), {"key": "B", "value": "b"}
        rows = [plain, SimpleNamespace(**changeable, href="/b")]
        kept = ".govuk-summary-list__row--no-actions"
        assert draw("summary_list", "summary_list", [plain]).select(kept) == []
        assert len(draw("summary_list", "summary_list", rows).select(kept)) == 1

    def test_empty_value_reads_not_given(self, draw: Any) -> None:
        row = SimpleNamespace(key="Cohort", value="")
        assert "Not given" in draw("summary_list", "summary_list", [row]).get_text()

    def test_zero_is_a_value(self, draw: Any) -> None:
        row = SimpleNamespace(key="Days", value=0)
        assert "Not given" not in draw("summary_list", "summary_list", [row]).get_text()
