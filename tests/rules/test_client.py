"""The client itself: a small application of its own shows that its guards can fail."""

from __future__ import annotations

import pytest
from flask import Flask, redirect, request
from sqlalchemy import Column, Connection, Integer, MetaData, Table, select
from sqlalchemy.orm import Session, scoped_session
from werkzeug.wrappers import Response

from tests.client import LintingClient, PageError, outline
from tests.web_forms import NoSuchFieldError

PAGE = """<!DOCTYPE html><html lang="en-GB"><head><title>Form</title></head><body><main>
<h1>Form</h1>{}<form method="post" action="/form">
<input type="hidden" name="csrf_token" value="secret"><input name="title" value="as it was"
  title="t">
<input type="radio" name="phase" value="primary" title="p" checked>
<input type="radio" name="phase" value="secondary" title="s">
<textarea name="text" title="x">
two lines</textarea><button name="go" value="on">Go</button></form></main></body></html>"""


def make_small_app() -> Flask:
    app = Flask(__name__)
    app.secret_key = "x"
    app.testing = True

    @app.route("/form", methods=["GET", "POST"])
    def form() -> str | dict[str, list[str]] | Response:
        if request.method == "POST":
            return request.form.to_dict(flat=False)
        return PAGE.format("")

    @app.route("/bad")
    def bad() -> str:
        return PAGE.format("</p>")

    @app.route("/records/<one>/<other>")
    def records(one: str, other: str) -> str:
        return PAGE.format(f'<p id="record-{one}">{one}</p><p id="record-{other}">{other}</p>')

    @app.route("/away")
    def away() -> Response:
        return redirect("/bad")

    @app.after_request
    def headers(response: Response) -> Response:
        response.headers["Vary"] = "HX-Request"
        response.headers["Content-Security-Policy"] = "default-src 'self'"
        return response

    return app


@pytest.fixture
def small() -> LintingClient:
    from app.extensions import db

    app = make_small_app()
    app.config["SQLALCHEMY_DATABASE_URI"] = "sqlite://"
    db.init_app(app)
    return LintingClient(app)


class TestOpen:
    def test_a_bad_page_fails_the_test(self, small: LintingClient) -> None:
        with pytest.raises(PageError, match="invalid HTML"):
            small.get("/bad")

    def test_a_bad_page_after_a_redirect_fails_too(self, small: LintingClient) -> None:
        with pytest.raises(PageError, match="invalid HTML"):
            small.get("/away", follow_redirects=True)


class TestEachPageOnce:
    def test_records_with_other_numbers_make_no_other_page(self, small: LintingClient) -> None:
        small.get("/records/1/2")
        known = len(small.sound_pages)

        small.get("/records/41/17")

        assert len(small.sound_pages) == known

    def test_numbers_that_should_differ_are_looked_at(self, small: LintingClient) -> None:
        small.get("/records/1/2")

        with pytest.raises(PageError, match="occurs 2 times"):
            small.get("/records/3/3")

    @pytest.mark.parametrize(
        ("one", "other"),
        [
            ("<p>Ada&#39;s</p>", "<p>Grace Hopper</p>"),
            ('<input value="Ada">', '<input value="Grace">'),
            ("<p>REQ-7K3QM</p>", "<p>REQ-9H4XT</p>"),
        ],
    )
    def test_other_words_make_no_other_page(self, one: str, other: str) -> None:
        assert outline(one) == outline(other)

    @pytest.mark.parametrize(
        ("one", "other"),
        [
            ("<p>words</p>", "<p>&#0;</p>"),
            ("<p>words</p>", "<p>a & b</p>"),
            ("<p>words</p>", "<p>\x00</p>"),
            ("<p>words</p>", "<p> </p>"),
            ("<p>words</p>", "<p>a<b>c</b></p>"),
            ("<title>Ada</title><h1>Ada</h1>", "<title>Ada</title><h1>Grace</h1>"),
            ('<input value="Ada">', '<input value="">'),
            ('<input value="Ada">', '<input value="a" id="b">'),
        ],
    )
    def test_what_may_be_unsound_makes_another_page(self, one: str, other: str) -> None:
        assert outline(one) != outline(other)


class TestSubmit:
    def test_sends_what_a_browser_would(self, small: LintingClient) -> None:
        sent = small.submit("/form", {"title": "new"}).json

        assert sent == {
            "csrf_token": ["secret"],
            "title": ["new"],
            "phase": ["primary"],
            "text": ["two lines"],
        }

    def test_refuses_a_field_the_page_does_not_have(self, small: LintingClient) -> None:
        with pytest.raises(NoSuchFieldError, match="no field 'titel'"):
            small.submit("/form", {"titel": "x"})

    def test_refuses_a_choice_the_page_does_not_offer(self, small: LintingClient) -> None:
        with pytest.raises(NoSuchFieldError, match="does not offer"):
            small.submit("/form", {"phase": "tertiary"})

    def test_refuses_a_form_the_page_does_not_have(self, small: LintingClient) -> None:
        with pytest.raises(NoSuchFieldError, match="0 times"):
            small.submit("/form", action="/elsewhere")

    def test_presses_a_button_by_name(self, small: LintingClient) -> None:
        assert small.submit("/form", {"go": "on"}).json["go"] == ["on"]


class TestWritesOfAGet:
    """On the real connection, so that the watch itself is what is tested."""

    table = Table("written_by_a_get", MetaData(), Column("id", Integer, primary_key=True))

    def test_a_get_that_writes_fails(
        self, client: LintingClient, connection: Connection, session: scoped_session[Session]
    ) -> None:
        self.table.create(connection)
        with client._witness() as seen:
            session.execute(self.table.insert().values(id=1))

        assert "INSERT INTO written_by_a_get" in seen[0]

    def test_a_get_that_reads_does_not(
        self, client: LintingClient, connection: Connection, session: scoped_session[Session]
    ) -> None:
        self.table.create(connection)
        with client._witness() as seen:
            session.execute(select(self.table)).all()

        assert seen == []
