"""What the address of the search page can hold, and what is made of it."""

import pytest
from flask import Flask, request
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from werkzeug.datastructures import MultiDict

from app.prospectus.question import FACETS, Question, Sort


def read(*pairs: tuple[str, str]) -> Question:
    return Question.from_address(MultiDict(pairs))


def url(app: Flask, question: Question) -> str:
    with app.test_request_context():
        return question.url


def test_words_are_one_line_without_what_cannot_be_printed() -> None:
    assert read(("q", " phonics\0\r\n  year\t1 ")).words == "phonics year 1"


def test_too_many_words_are_cut_and_it_is_said() -> None:
    question = read(("q", "a" * 5000))

    assert len(question.words) == 200
    assert question.shortened


def test_an_unknown_order_is_the_best_match() -> None:
    assert read(("sort", "price")).sort is Sort.RELEVANCE


def test_values_are_kept_once_and_empty_ones_dropped() -> None:
    question = read(("kind", ""), ("phase", "primary"), ("phase", "primary"))

    assert question.chosen == {"phase": ("primary",)}


def test_values_that_nobody_knows_are_left_out_and_it_is_said() -> None:
    question = read(("phase", "primary"), ("phase", "kitchen"), ("kind", "unicorn"))

    known = question.knowing({"phase": {"primary": "Primary"}, "kind": {}})

    assert known.chosen == {"phase": ("primary",)}
    assert known.has_unknown


def test_the_address_is_the_shortest_that_asks_the_same(app: Flask) -> None:
    question = read(("q", ""), ("sort", "relevance"), ("page", ""), ("area", "South Elmsall"))

    assert url(app, question) == "/prospectus?area=South+Elmsall"


def test_removing_a_filter_keeps_the_rest_and_begins_at_the_first_page(app: Flask) -> None:
    question = read(("q", "maths"), ("phase", "primary"), ("phase", "secondary"), ("page", "3"))

    assert url(app, question.without("phase", "primary")) == "/prospectus?q=maths&phase=secondary"


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(
    pairs=st.lists(st.tuples(st.sampled_from(["q", "near", "sort", "page", *FACETS]), st.text()))
)
def test_anything_can_be_read_and_written_again(app: Flask, pairs: list[tuple[str, str]]) -> None:
    with app.test_request_context():
        address = read(*pairs).on_page(1).url

    with app.test_request_context(address):
        again = Question.from_address(request.args)
        assert again.url == address


@pytest.mark.parametrize("number", ["0", "-1", "two", "9" * 50, "²"])
def test_a_page_that_makes_no_sense_is_no_error(number: str) -> None:
    assert read(("page", number)).page == number
