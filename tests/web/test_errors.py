from __future__ import annotations

import logging

import pytest
from flask import Flask
from sqlalchemy import text

from app.accounts.models import Person
from app.extensions import db
from tests.client import LintingClient

REFUSALS: tuple[tuple[str, int, list[str]], ...] = (
    ("domain", 409, ["Not in the holidays."]),
    ("not-open", 409, ["It has moved on."]),
    ("not-ready", 409, ["No target.", "No date."]),
    ("stale", 409, ["Somebody was first."]),
    ("not-allowed", 403, ["You cannot do that"]),
    ("404", 404, []),
    ("413", 413, []),
    ("429", 429, []),
    ("418", 418, []),
)


class TestRefusal:
    def test_is_a_page_that_says_why(
        self, browser: LintingClient, subtests: pytest.Subtests
    ) -> None:
        for kind, status, words in REFUSALS:
            with subtests.test(kind):
                answer = browser.get(f"/trial/fail/{kind}")
                assert answer.status_code == status
                assert answer.mimetype == "text/html"
                for word in words:
                    assert word in answer.text

    def test_of_a_method_is_a_page_too(self, browser: LintingClient) -> None:
        answer = browser.post("/trial/read")
        assert answer.status_code == 405
        assert "<h1" in answer.text

    def test_of_a_form_without_its_token_says_that_nothing_was_saved(
        self, browser: LintingClient
    ) -> None:
        answer = browser.post("/trial/add", data={"name": "forged"}, csrf=False)
        assert answer.status_code == 400
        assert "open too long" in answer.text


class TestFailure:
    def test_says_nothing_of_its_inside_and_is_logged(
        self, kit: Flask, browser: LintingClient, caplog: pytest.LogCaptureFixture
    ) -> None:
        kit.testing = False
        with caplog.at_level(logging.ERROR):
            answer = browser.get("/trial/fail/boom")
        assert answer.status_code == 500
        assert "secret detail" not in answer.text
        assert "ZeroDivisionError" not in answer.text
        assert "unexpected failure" in caplog.text

    def test_of_the_database_still_has_a_page(
        self, kit: Flask, browser: LintingClient, ann: Person
    ) -> None:
        kit.testing = False
        browser.signed_in_as(ann)
        with kit.app_context():
            db.session.execute(text("DROP TABLE role_assignment"))
            db.session.commit()
        answer = browser.get("/")
        assert answer.status_code == 500
        assert "Something went wrong" in answer.text
        with kit.app_context():
            db.session.execute(text("ALTER TABLE person RENAME TO persons"))
            db.session.commit()
        answer = browser.get("/")
        assert answer.status_code == 500
        assert "Something went wrong" in answer.text
