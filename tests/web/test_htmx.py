from __future__ import annotations

import pytest
from flask import Flask

from app.web import htmx

HX = {"HX-Request": "true"}


class TestFragment:
    @pytest.mark.parametrize(
        ("headers", "wanted"),
        [
            ({}, False),
            (HX, True),
            (HX | {"HX-Boosted": "true"}, False),
            (HX | {"HX-History-Restore-Request": "true"}, False),
        ],
    )
    def test_is_wanted_only_by_a_swap(
        self, app: Flask, headers: dict[str, str], wanted: bool
    ) -> None:
        with app.test_request_context("/", headers=headers):
            assert bool(htmx.wants_fragment()) is wanted


class TestRedirect:
    def test_is_a_get_of_the_whole_page(self, app: Flask) -> None:
        with app.test_request_context("/", method="POST"):
            answer = app.make_response(htmx.redirect("/requests"))
        assert (answer.status_code, answer.location) == (303, "/requests")

    def test_is_one_under_htmx_too(self, app: Flask) -> None:
        with app.test_request_context("/", method="POST", headers=HX):
            answer = app.make_response(htmx.redirect("/requests"))
        assert (answer.status_code, answer.headers["HX-Redirect"]) == (204, "/requests")
        assert answer.get_data(as_text=True) == ""
