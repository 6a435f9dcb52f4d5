from __future__ import annotations

from flask import render_template

from tests.client import LintingClient


class TestHome:
    def test_signed_out_visitor_can_search_at_once(self, client: LintingClient) -> None:
        page = client.soup(client.get("/"))
        form = page.select_one("main form")
        assert form is not None
        assert (form["action"], form["method"]) == ("/prospectus", "get")
        assert form.select_one("input[name=q]") is not None

    def test_tells_the_whole_chain(self, client: LintingClient) -> None:
        page = client.soup(client.get("/"))
        steps = [step.get_text() for step in page.select(".app-chain h3")]
        assert steps[:3] == ["Need", "Match", "Starting point and target"]
        assert len(steps) == 8

    def test_leads_to_sign_in(self, client: LintingClient) -> None:
        page = client.soup(client.get("/"))
        assert page.select("main a[href='/sign-in']")

    def test_sets_no_cookie(self, client: LintingClient) -> None:
        assert "Set-Cookie" not in client.get("/").headers


class TestHelp:
    def test_accessibility_says_what_was_not_tested(self, client: LintingClient) -> None:
        assert "not yet" in client.get("/accessibility").text

    def test_privacy_keeps_pupils_out(self, client: LintingClient) -> None:
        assert "individual pupils" in client.get("/privacy").text

    def test_cookies_names_the_only_one(self, client: LintingClient) -> None:
        page = client.soup(client.get("/cookies"))
        cells = [cell.get_text(strip=True) for cell in page.select("tbody tr td:first-child")]
        assert cells == [client.application.config["SESSION_COOKIE_NAME"]]


class TestBase:
    def test_footer_attributes_public_data(self, client: LintingClient) -> None:
        assert "Open Government Licence v3.0" in client.get("/").text

    def test_htmx_may_not_evaluate_or_keep_pages(self, client: LintingClient) -> None:
        meta = client.soup(client.get("/")).select_one("meta[name=htmx-config]")
        assert meta is not None
        for setting in (
            '"allowEval": false',
            '"allowScriptTags": false',
            '"includeIndicatorStyles": false',
            '"historyCacheSize": 0',
            '"historyRestoreAsHxRequest": false',
        ):
            assert setting in str(meta["content"])

    def test_demonstration_says_so_on_every_page(self, client: LintingClient) -> None:
        with client.application.test_request_context("/"):
            drawn = render_template("pages/cookies.html", session_cookie="s", demonstration=True)
        assert "the providers, people and requests here are invented" in drawn
