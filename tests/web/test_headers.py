from __future__ import annotations

from pathlib import Path

import pytest
from flask import Flask

from app.accounts.models import Person
from tests import databases
from tests.apps import close, make_app
from tests.client import LintingClient

ANSWERS = {
    "/": 200,
    "/healthz": 200,
    "/trial/person": 303,
    "/nothing": 404,
    "/trial/unstamped": 403,
    "/trial/fail/boom": 500,
    "/trial/fail/domain": 409,
    "/static/app.css": 404,
}


class TestEveryStatus:
    def test_has_the_same_protection(self, kit: Flask, browser: LintingClient) -> None:
        kit.testing = False
        answers = [browser.get(path) for path in ANSWERS]
        assert [answer.status_code for answer in answers] == list(ANSWERS.values())
        refused = browser.post("/sign-in", data={})
        assert refused.status_code == 422
        forged = browser.post("/sign-in", csrf=False)
        assert forged.status_code == 400
        for answer in [*answers, refused, forged]:
            policy = answer.headers["Content-Security-Policy"]
            assert "default-src 'none'" in policy
            assert "frame-ancestors 'none'" in policy
            assert "unsafe" not in policy
            assert answer.headers["X-Content-Type-Options"] == "nosniff"
            assert answer.headers["X-Frame-Options"] == "DENY"
            assert answer.headers["Referrer-Policy"] == "same-origin"
            if answer.mimetype == "text/html":
                assert "HX-Request" in answer.headers["Vary"]


class TestCaches:
    def test_keep_no_page_of_somebody_signed_in(
        self, browser: LintingClient, ann: Person, subtests: pytest.Subtests
    ) -> None:
        browser.signed_in_as(ann)

        for path in ("/", "/nothing", "/trial/signed-in", "/trial/fail/domain"):
            with subtests.test(path):
                assert browser.get(path).headers["Cache-Control"] == "no-store"


class TestSecureSite:
    def test_insists_on_https_and_has_a_host_cookie(self, tmp_path: Path) -> None:
        url = databases.new_database("sqlite", tmp_path)
        app = make_app(url, tmp_path, base_url="https://portal.example")
        answer = app.test_client().get("/healthz")
        assert "max-age" in answer.headers["Strict-Transport-Security"]
        assert app.config["SESSION_COOKIE_NAME"] == "__Host-session"
        assert app.config["SESSION_COOKIE_SECURE"] is True
        close(app)

    def test_is_not_promised_where_there_is_none(self, browser: LintingClient) -> None:
        assert "Strict-Transport-Security" not in browser.get("/healthz").headers
