from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from threading import Barrier

from flask import Flask

from app.accounts.models import Person
from app.web.once import submission_key
from tests.client import LintingClient
from tests.web import trial

FORM = {"name": "one", "once": "5f0c1d1e-0000-4000-8000-000000000001"}


class TestTheSameForm:
    def test_posted_twice_makes_one_record_and_leads_where_the_first_led(
        self, kit: Flask, browser: LintingClient
    ) -> None:
        first = browser.post("/trial/add", data=FORM)
        second = browser.post("/trial/add", data=FORM | {"name": "two"})
        assert (first.status_code, second.status_code) == (303, 303)
        assert first.location == second.location == "/trial/T0"
        with kit.app_context():
            assert trial.names() == ["one"]

    def test_posted_ten_times_at_once_makes_one_record(self, kit: Flask) -> None:
        start = Barrier(10)

        def post(_: int) -> str | None:
            browser = LintingClient(kit)
            browser.csrf_token()
            start.wait()
            return browser.post("/trial/add", data=FORM).location

        with ThreadPoolExecutor(10) as pool:
            assert set(pool.map(post, range(10))) == {"/trial/T0"}
        with kit.app_context():
            assert trial.names() == ["one"]

    def test_can_be_posted_again_after_it_was_refused(
        self, kit: Flask, browser: LintingClient
    ) -> None:
        assert browser.post("/trial/add", data=FORM | {"answer": "422"}).status_code == 422
        assert browser.post("/trial/add", data=FORM | {"answer": "abort"}).status_code == 404
        assert browser.post("/trial/add", data=FORM).status_code == 303
        with kit.app_context():
            assert trial.names() == ["one"]

    def test_that_led_nowhere_leads_back_to_its_own_page(self, browser: LintingClient) -> None:
        browser.post("/trial/add", data=FORM | {"answer": "204"})
        assert browser.post("/trial/add", data=FORM).location == "/trial/add"


class TestAnotherForm:
    def test_is_one_with_another_token_or_none(self, kit: Flask, browser: LintingClient) -> None:
        browser.post("/trial/add", data=FORM)
        browser.post("/trial/add", data={"name": "two", "once": "another"})
        browser.post("/trial/add", data={"name": "three"})
        browser.post("/trial/add", data={"name": "three"})
        with kit.app_context():
            assert trial.names() == ["one", "three", "three", "two"]

    def test_is_one_with_the_token_of_another_person(
        self, kit: Flask, browser: LintingClient, ann: Person, bob: Person
    ) -> None:
        browser.signed_in_as(ann).post("/trial/add", data=FORM)
        browser.signed_in_as(bob).post("/trial/add", data=FORM | {"name": "two"})
        with kit.app_context():
            assert trial.names() == ["one", "two"]


class TestKey:
    def test_depends_on_person_path_and_token(self) -> None:
        keys = {
            submission_key(person, path, token)
            for person in ("1", "2", None)
            for path in ("/a", "/b")
            for token in ("x", "y")
        }
        assert len(keys) == 12
        assert {len(key) for key in keys} == {64}

    def test_takes_a_token_of_any_length(self) -> None:
        assert len(submission_key("1", "/a", "x" * 100_000)) == 64
