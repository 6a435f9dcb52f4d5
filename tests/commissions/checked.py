"""The page that shows a decision before it is recorded."""

from __future__ import annotations

from werkzeug.test import TestResponse

from tests.client import LintingClient
from tests.web_forms import filled, find_form


def confirmed(client: LintingClient, page: TestResponse) -> TestResponse:
    """Press the button of a page that checks a decision."""
    url = page.request.path
    form = find_form(client.soup(page), url, None)
    return client.post(url, data=filled(form, {"step": "send"}), csrf=False)
