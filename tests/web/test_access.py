from __future__ import annotations

import pytest
from flask import Flask

from app.accounts.models import Person
from app.extensions import db
from app.schools.models import Authority
from tests.client import LintingClient


@pytest.fixture
def kit(kit: Flask) -> Flask:
    with kit.app_context():
        for code in ("mine", "theirs", "hidden"):
            db.session.add(Authority(code=code, name=f"It is {code}"))
        db.session.commit()
    return kit


class TestClosedByDefault:
    def test_a_view_without_a_stamp_is_refused_to_everybody(
        self, browser: LintingClient, ann: Person
    ) -> None:
        assert browser.get("/trial/unstamped").status_code == 403
        assert browser.signed_in_as(ann).get("/trial/unstamped").status_code == 403


class TestRecord:
    def test_is_handed_to_whoever_may(self, browser: LintingClient, ann: Person) -> None:
        assert browser.signed_in_as(ann).get("/trial/records/mine").text == "It is mine"

    def test_that_is_absent_and_one_that_is_invisible_look_alike(
        self, browser: LintingClient, ann: Person
    ) -> None:
        absent = browser.signed_in_as(ann).get("/trial/records/nothing")
        invisible = browser.get("/trial/records/hidden")
        assert absent.status_code == invisible.status_code == 404
        mains = [browser.soup(answer).main for answer in (absent, invisible)]
        assert mains[0] == mains[1]

    def test_that_is_visible_but_not_allowed_is_refused(
        self, browser: LintingClient, ann: Person
    ) -> None:
        assert browser.signed_in_as(ann).get("/trial/records/theirs").status_code == 403

    def test_open_to_the_signed_out_still_hides_what_is_hidden(
        self, browser: LintingClient
    ) -> None:
        assert browser.get("/trial/open/theirs").text == "It is theirs"
        assert browser.get("/trial/open/hidden").status_code == 404


class TestPersonRule:
    def test_refuses_others_or_hides_the_page_from_them(
        self, browser: LintingClient, ann: Person, bob: Person
    ) -> None:
        browser.signed_in_as(bob)
        assert browser.get("/trial/person").status_code == 403
        assert browser.get("/trial/hidden").status_code == 404
        browser.signed_in_as(ann)
        assert browser.get("/trial/person").text == browser.get("/trial/hidden").text == "for Ann"


class TestSignedOut:
    def test_is_sent_to_sign_in_with_the_way_back(
        self, browser: LintingClient, subtests: pytest.Subtests
    ) -> None:
        for path in (
            "/trial/records/mine",
            "/trial/records/nothing",
            "/trial/person",
            "/trial/signed-in",
        ):
            with subtests.test(path):
                answer = browser.get(f"{path}?page=2")
                assert answer.status_code == 303
                assert answer.location == f"/sign-in?next={path}?page%3D2"

    def test_is_never_led_back_to_another_site(self, browser: LintingClient) -> None:
        answer = browser.get("/trial/person", headers={"Host": "evil.example"})
        assert answer.location == "/sign-in?next=/trial/person"

    def test_who_posts_is_not_led_back_to_an_address_that_only_takes_posts(
        self, browser: LintingClient
    ) -> None:
        assert browser.post("/trial/records/mine").location == "/sign-in"

    def test_under_htmx_gets_the_whole_sign_in_page(self, browser: LintingClient) -> None:
        answer = browser.fragment("/trial/person")
        assert (answer.status_code, answer.text) == (204, "")
        assert answer.headers["HX-Redirect"] == "/sign-in"
