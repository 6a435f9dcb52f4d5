from __future__ import annotations

import re
from pathlib import Path

import pytest
from flask import Flask, url_for
from werkzeug.test import TestResponse

from app.web import static_files
from app.web.static_files import FIVE_MINUTES, FOR_EVER
from tests.apps import close, make_app_with_tables

STYLES = "css/app.css"


@pytest.fixture(scope="module")
def portal(tmp_path_factory: pytest.TempPathFactory):  # noqa: ANN201  # no data: one database is enough
    folder = tmp_path_factory.mktemp("portal")
    app = make_app_with_tables("sqlite", folder)
    yield app
    close(app)


def address(app: Flask, name: str) -> str:
    with app.test_request_context():
        return url_for("static", filename=name)


def get(app: Flask, path: str) -> TestResponse:
    return app.test_client().get(path, buffered=True)


class TestAddresses:
    def test_carry_what_stands_for_the_content(self, portal: Flask) -> None:
        assert re.fullmatch(r"/static/css/app\.css\?v=[0-9a-f]{12}", address(portal, STYLES))

    def test_change_with_the_content_while_the_process_runs(self, tmp_path: Path) -> None:
        file = tmp_path / "a.css"
        file.write_text("a {}")
        before = static_files.fingerprint(str(tmp_path), "a.css")
        assert static_files.fingerprint(str(tmp_path), "a.css") == before

        file.write_text("a { color: red }")

        assert static_files.fingerprint(str(tmp_path), "a.css") != before

    def test_of_files_that_are_not_there_carry_nothing(self, portal: Flask) -> None:
        assert address(portal, "css/nothing.css") == "/static/css/nothing.css"
        assert static_files.fingerprint(str(portal.static_folder), "../config.py") is None


class TestAddressesLookedUp:
    @pytest.mark.parametrize(
        ("root", "found"), [("", "/privacy"), ("/support", "/support/privacy")]
    )
    def test_are_those_of_the_place_that_was_asked(
        self, portal: Flask, root: str, found: str
    ) -> None:
        for host in ("http://one.example", "http://other.example"):
            with portal.test_request_context(base_url=f"{host}{root}"):
                assert url_for("pages.privacy") == found
                assert url_for("pages.privacy", _external=True) == f"{host}{found}"


class TestHowLongTheyAreKept:
    def test_for_ever_under_the_address_of_their_content(self, portal: Flask) -> None:
        answer = get(portal, address(portal, STYLES))

        assert answer.status_code == 200
        assert answer.headers["Cache-Control"] == FOR_EVER
        assert "Set-Cookie" not in answer.headers
        assert "Vary" not in answer.headers
        assert "v=" not in answer.headers["Content-Security-Policy"]

    @pytest.mark.parametrize("query", ["", "?v=", "?v=000000000000"])
    def test_for_minutes_under_any_other(self, portal: Flask, query: str) -> None:
        answer = get(portal, f"/static/{STYLES}{query}")

        assert answer.headers["Cache-Control"] == FIVE_MINUTES

    def test_for_ever_where_the_folder_names_the_version(self, portal: Flask) -> None:
        answer = get(portal, "/static/vendor/htmx-2.0.11/htmx.min.js")

        assert answer.headers["Cache-Control"] == FOR_EVER

    def test_not_at_all_where_there_is_none(self, portal: Flask) -> None:
        answer = get(portal, "/static/css/nothing.css?v=1")

        assert answer.status_code == 404
        assert answer.headers.get("Cache-Control") not in {FOR_EVER, FIVE_MINUTES}
