from __future__ import annotations

import pytest
from flask import render_template

from app.web.errors import PAGES
from tests.client import LintingClient
from tests.linting import faults

HEADERS = {"Vary": "HX-Request", "Content-Security-Policy": "default-src 'self'"}


@pytest.mark.parametrize("code", sorted(PAGES))
def test_every_error_page_is_sound_and_leads_on(client: LintingClient, code: int) -> None:
    with client.application.test_request_context("/"):
        drawn = render_template(f"errors/{code}.html")
    assert faults(drawn, HEADERS) == []
    assert 'href="/prospectus"' in drawn


def test_unknown_address_says_nothing_about_what_exists(client: LintingClient) -> None:
    answer = client.get("/commissions/COM-22222/nothing")
    assert answer.status_code == 404
    assert "COM-22222" not in client.soup(answer).main.get_text()  # type: ignore[union-attr]


def test_expired_form_says_that_nothing_was_saved(client: LintingClient) -> None:
    with client.application.test_request_context("/"):
        assert "open too long" in render_template("errors/400.html", expired=True)


def test_refused_act_gives_its_reasons(client: LintingClient) -> None:
    with client.application.test_request_context("/"):
        drawn = render_template("errors/409.html", reasons=["Objective 1 has no target"])
    assert "Objective 1 has no target" in drawn


def test_stale_form_shows_both_versions(client: LintingClient) -> None:
    with client.application.test_request_context("/requests/REQ-22222/edit"):
        drawn = render_template("errors/409.html", pairs=[("Focus", "Phonics", None)])
    assert "Phonics" in drawn
    assert "Empty" in drawn
    assert 'href="/requests/REQ-22222/edit"' in drawn
