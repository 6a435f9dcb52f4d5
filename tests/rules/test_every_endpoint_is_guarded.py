from __future__ import annotations

from flask import Flask

from app.web import access
from tests.client import LintingClient


def unguarded(app: Flask) -> list[str]:
    return [
        f"{rule.rule} ({rule.endpoint})"
        for rule in app.url_map.iter_rules()
        if access.stamp_of(app.view_functions[rule.endpoint]) is None
    ]


def test_every_endpoint_says_who_may_open_it(app: Flask) -> None:
    assert unguarded(app) == []


def test_an_endpoint_without_a_stamp_is_found_and_refused() -> None:
    app = Flask(__name__)
    access.init_app(app)
    app.add_url_rule("/open", view_func=lambda: "secret", endpoint="open")

    assert unguarded(app) == ["/open (open)"]
    assert app.test_client().get("/open").status_code == 403


def test_somebody_signed_out_reaches_no_page_by_an_unknown_address(client: LintingClient) -> None:
    assert client.get("/no-such-page").status_code == 404
