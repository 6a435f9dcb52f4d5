"""The checks of the browser tests, on pages served for the purpose: each is shown to fail."""

from __future__ import annotations

import threading
from collections.abc import Iterator

import pytest
from flask import Flask
from playwright.sync_api import Browser
from werkzeug.serving import make_server

from tests.e2e.browsing import (
    accessibility_faults,
    check,
    listen,
    opened,
    parts_of,
    width_faults,
)
from tests.e2e.demonstration import free_port

POLICY = "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'"
PAGE = """<!DOCTYPE html><html lang="en-GB"><head><meta charset="utf-8">
<meta name="viewport" content="width=device-width"><title>Page</title></head>
<body><main><h1>Page</h1>{}</main></body></html>"""
PAGES = {
    "good": "<p>Text</p>",
    "no-label": "<form><input name='x'></form>",
    "faint": "<p>Text</p><p><font color='#ddd'>Faint</font></p>",
    "wide": "<pre>" + "x" * 300 + "</pre>",
    "inline-script": "<script>document.title = 'taken over'</script>",
    "inline-style": "<p style='color: red'>Text</p>",
    "script-error": "<script src='/broken.js'></script>",
    "no-picture": "<img src='/missing.png' alt='Missing'>",
}


@pytest.fixture(scope="module")
def pages() -> Iterator[str]:
    app = Flask(__name__, static_folder=None)
    for name, body in PAGES.items():
        app.add_url_rule(f"/{name}", name, lambda body=body: PAGE.format(body))
    app.add_url_rule("/favicon.ico", "favicon", lambda: "")
    app.add_url_rule(
        "/broken.js", "broken", lambda: ("broken()", 200, {"Content-Type": "text/javascript"})
    )

    @app.after_request
    def protect(response):  # noqa: ANN001, ANN202
        response.headers["Content-Security-Policy"] = POLICY
        return response

    server = make_server("127.0.0.1", free_port(), app, threaded=True)
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    yield f"http://127.0.0.1:{server.port}"
    server.shutdown()
    thread.join()
    server.server_close()


@pytest.mark.parametrize("javascript", [True, False])
class TestCheck:
    def test_a_good_page_passes(self, browser: Browser, pages: str, javascript: bool) -> None:
        with opened(browser, pages, javascript=javascript) as page:
            page.goto("/good")
            check(page)

    def test_an_unlabelled_field_fails(
        self, browser: Browser, pages: str, javascript: bool
    ) -> None:
        with opened(browser, pages, javascript=javascript) as page:
            page.goto("/no-label")
            assert any("label" in fault for fault in accessibility_faults(page))

    def test_faint_words_fail_and_where_they_are_no_news_they_are_not_judged_again(
        self, browser: Browser, pages: str, javascript: bool
    ) -> None:
        with opened(browser, pages, javascript=javascript) as page:
            page.goto("/faint")
            parts = parts_of(page)
            assert any("color-contrast" in fault for fault in accessibility_faults(page))
            assert any("color-contrast" in fault for fault in accessibility_faults(page, parts))
            known = {part for part in parts if "FONT" not in part}
            assert accessibility_faults(page, known) == []
            # a part that is not there now: nobody knows what is, so all is looked at
            assert any("color-contrast" in fault for fault in accessibility_faults(page, {"gone"}))

    def test_a_page_that_scrolls_sideways_fails(
        self, browser: Browser, pages: str, javascript: bool
    ) -> None:
        with opened(browser, pages, javascript=javascript) as page:
            page.goto("/wide")
            assert "sideways" in width_faults(page)[0]


@pytest.mark.parametrize(
    ("path", "trouble"),
    [
        ("/inline-script", "Content Security Policy"),
        ("/inline-style", "Content Security Policy"),
        ("/script-error", "script error"),
        ("/no-picture", "404"),
    ],
)
def test_trouble_behind_the_page_fails(
    browser: Browser, pages: str, path: str, trouble: str
) -> None:
    context = browser.new_context(base_url=pages)
    troubles = listen(context)
    page = context.new_page()
    page.goto(path, wait_until="networkidle")
    context.close()

    assert any(trouble in line for line in troubles), troubles
