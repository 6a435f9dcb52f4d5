from __future__ import annotations

import pytest
from sqlalchemy import select
from sqlalchemy.orm import Session, scoped_session

from app.core.paging import Page, page_number, paginate
from app.schools.models import Authority


class TestPageNumber:
    @pytest.mark.parametrize(
        ("text", "number"),
        [
            (None, 1),
            ("", 1),
            ("2", 2),
            ("3", 3),
            ("4", 3),
            ("999999999999999999999", 1),
            ("0", 1),
            ("-1", 1),
            ("1.5", 1),
            ("two", 1),
            ("²", 1),
            ("٣", 1),
        ],
    )
    def test_is_always_a_page_that_exists(self, text: str | None, number: int) -> None:
        assert page_number(text, total=41, per_page=20) == number

    def test_of_an_empty_list_is_the_first(self) -> None:
        assert page_number("7", total=0) == 1


class TestPage:
    def test_knows_where_it_stands(self) -> None:
        page = Page([1], number=3, total=41, per_page=20)
        assert (page.pages, page.first, page.last) == (3, 41, 41)

    def test_of_nothing_is_one_empty_page(self) -> None:
        page: Page[int] = Page([], number=1, total=0)
        assert (page.pages, page.first, page.last) == (1, 0, 0)

    @pytest.mark.parametrize(
        ("number", "linked"),
        [
            (1, [1, 2, 9]),
            (2, [1, 2, 3, 9]),
            (5, [1, 4, 5, 6, 9]),
            (9, [1, 8, 9]),
        ],
    )
    def test_of_a_long_list_leads_to_its_neighbours_and_the_ends(
        self, number: int, linked: list[int]
    ) -> None:
        assert Page([1], number, total=9, per_page=1).linked == linked

    def test_that_is_the_only_one_leads_to_itself(self) -> None:
        assert Page([1], number=1, total=1).linked == [1]


class TestPaginate:
    def test_gives_the_rows_of_one_page_in_the_order_of_the_query(
        self, session: scoped_session[Session]
    ) -> None:
        session.add_all([Authority(code=f"90{n}", name=f"Name {n}") for n in range(5)])
        session.flush()
        page = paginate(session, select(Authority).order_by(Authority.code.desc()), "2", 2)
        assert [authority.code for authority in page.items] == ["902", "901"]
        assert (page.number, page.total, page.pages) == (2, 5, 3)
