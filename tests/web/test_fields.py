from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import Any

import pytest
from flask import Flask
from werkzeug.datastructures import MultiDict

from app.web.fields import DateField, LongText, NumberField, PenceField, ShortText, tidy
from app.web.forms import Form


class Everything(Form):
    day = DateField("Day")
    start = DateField("Start", missing="Enter the date the support should start")
    money = PenceField("Money")
    number = NumberField("Number", most=100, suffix="%")
    pupils = NumberField("Pupils", places=0)
    name = ShortText("Name", missing="Enter a name")
    story = LongText("Story")


def post(app: Flask, **values: Any) -> tuple[Any, str]:
    """Return the form after its check, and its fields as drawn."""
    data = MultiDict(
        (name, item)
        for name, value in values.items()
        for item in (value if isinstance(value, list) else [value])
    )
    with app.test_request_context("/", method="POST", data=data):
        form = Everything(meta={"csrf": False})
        form.validate()
        return form, "".join(str(field()) for field in form)


class TestDate:
    def test_is_read_from_three_boxes(self, app: Flask) -> None:
        form, _ = post(app, day=["27", " 3 ", "2027"])
        assert form.day.data == date(2027, 3, 27)
        assert not form.day.errors

    @pytest.mark.parametrize(
        ("boxes", "message"),
        [
            (["x", "y", "z"], "day, month and year"),
            (["1", "2"], "day, month and year"),
            (["1", "2", "2027", "9"], "day, month and year"),
            (["1", "", "2027"], "day, month and year"),
            (["²", "2", "2027"], "day, month and year"),
            (["-1", "2", "2027"], "day, month and year"),
            (["1" * 5000, "2", "2027"], "day, month and year"),
            (["31", "2", "2027"], "exists"),
            (["0", "0", "0"], "exists"),
            (["1", "2", "20"], "four figures"),
            (["1", "2", "9999"], "four figures"),
        ],
    )
    def test_that_is_none_is_refused_in_words_and_drawn_again(
        self, app: Flask, boxes: list[str], message: str
    ) -> None:
        form, drawn = post(app, day=boxes)
        assert message in form.day.errors[0]
        assert form.day.data is None
        assert "day" in drawn

    @pytest.mark.parametrize("boxes", [[], [""], ["", "", ""], [" ", " ", " "]])
    def test_that_is_missing_is_asked_for_only_where_it_is_needed(
        self, app: Flask, boxes: list[str]
    ) -> None:
        form, _ = post(app, day=boxes, start=boxes)
        assert not form.day.errors
        assert list(form.start.errors) == ["Enter the date the support should start"]


class TestPounds:
    @pytest.mark.parametrize(
        ("text", "pence"),
        [("450", 45_000), ("£1,250.50", 125_050), (" 0.5 ", 50), ("0", 0), ("", None)],
    )
    def test_are_kept_as_pence(self, app: Flask, text: str, pence: int | None) -> None:
        form, _ = post(app, money=text)
        assert form.money.data == pence
        assert not form.money.errors

    @pytest.mark.parametrize(
        "text", ["NaN", "inf", "-1", "1e99", "1.005", "abc", "1 2", "9" * 5000, "sNaN", "£"]
    )
    def test_that_are_no_amount_are_refused(self, app: Flask, text: str) -> None:
        form, _ = post(app, money=text)
        assert form.money.data is None
        assert form.money.errors or text == "£"


class TestNumber:
    @pytest.mark.parametrize(
        ("text", "number"), [("58", "58"), ("58.5 ", "58.5"), ("66.50%", "66.50"), ("0,5", "5")]
    )
    def test_is_exact(self, app: Flask, text: str, number: str) -> None:
        form, _ = post(app, number=text)
        assert form.number.data == Decimal(number)

    @pytest.mark.parametrize(
        "text", ["NaN", "inf", "-inf", "1e9", "101", "-1", "1.234", "x", "1e-9", "9" * 5000]
    )
    def test_that_is_none_or_out_of_bounds_is_refused(self, app: Flask, text: str) -> None:
        form, _ = post(app, number=text)
        assert form.number.errors
        assert form.number.data is None

    def test_without_places_is_whole(self, app: Flask) -> None:
        form, _ = post(app, pupils="1,200")
        assert form.pupils.data == 1200
        assert isinstance(form.pupils.data, int)
        form, _ = post(app, pupils="1.5")
        assert form.pupils.errors


class TestText:
    def test_is_tidied(self) -> None:
        assert tidy(" a\x00b\x07\r\nc\rd\x7f\ud800 ") == "ab\nc\nd"
        assert tidy(None) is None

    def test_that_is_too_long_is_refused_with_the_limit(self, app: Flask) -> None:
        form, _ = post(app, name="x" * 201, story="x" * 5000)
        assert list(form.name.errors) == ["Shorten this to 200 characters or fewer"]
        assert list(form.story.errors) == ["Shorten this to 4,000 characters or fewer"]

    def test_up_to_the_limit_is_taken_however_lines_end(self, app: Flask) -> None:
        form, _ = post(app, name="x" * 200, story="x\r\n" * 1999 + "x")
        assert not form.name.errors
        assert not form.story.errors

    @pytest.mark.parametrize("text", ["", "   ", "\x00", "\r\n"])
    def test_of_nothing_is_asked_for_where_it_is_needed(self, app: Flask, text: str) -> None:
        form, _ = post(app, name=text)
        assert list(form.name.errors) == ["Enter a name"]
