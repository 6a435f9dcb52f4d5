from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

import pytest
from flask import Blueprint, Flask
from flask.typing import ResponseReturnValue
from werkzeug.datastructures import MultiDict
from wtforms import RadioField, StringField, SubmitField
from wtforms.fields.choices import SelectChoice  # type: ignore[attr-defined]  # newer than types

from app.core.errors import Stale
from app.web import access
from app.web.forms import Form, StaleFormError, answer_words
from tests.client import LintingClient


class Pace(StrEnum):
    FAST = "fast"
    SLOW = "slow"


@dataclass
class Plan:
    """What is edited; it counts its versions as a record of the database does."""

    version: int = 1
    title: str | None = "Phonics"
    pace: Pace | None = Pace.FAST


class PlanForm(Form):
    title = StringField("Title")
    pace = RadioField(
        "How fast", choices=[SelectChoice("fast", "At once"), SelectChoice("slow", "Step by step")]
    )
    submit = SubmitField("Save")


PLAIN = {"Content-Type": "text/plain"}


@pytest.fixture
def plan(kit: Flask) -> Plan:
    """A plan with a page to edit it."""
    plan = Plan()
    pages = Blueprint("plans", __name__)

    @pages.route("/plan", methods=["GET", "POST"])
    @access.public
    def edit() -> ResponseReturnValue:
        form = PlanForm(obj=plan)
        if not form.validate_on_submit():
            return str(form.version.data), 422 if form.is_submitted() else 200, PLAIN
        form.refuse_if_stale(plan)
        plan.title, plan.pace = form.title.data, Pace(form.pace.data)
        plan.version += 1
        return "saved", 200, PLAIN

    kit.register_blueprint(pages)
    return plan


def made(app: Flask, plan: Plan, **posted: str) -> PlanForm:
    with app.test_request_context("/", method="POST" if posted else "GET"):
        return PlanForm(MultiDict(posted) if posted else None, obj=plan, meta={"csrf": False})


class TestAStaleForm:
    def test_is_answered_409_with_both_versions(self, plan: Plan, browser: LintingClient) -> None:
        opened = browser.get("/plan").text
        theirs = {"version": opened, "title": "Their title", "pace": "slow"}
        assert browser.post("/plan", data=theirs).text == "saved"

        answer = browser.post("/plan", data={"version": opened, "title": "Mine", "pace": "fast"})

        assert answer.status_code == 409
        rows = [
            [cell.get_text(strip=True) for cell in row.find_all(["th", "td"])]
            for row in browser.soup(answer).select("main tbody tr")
        ]
        assert rows == [
            ["Title", "Mine", "Their title"],
            ["How fast", "At once", "Step by step"],
        ]
        assert (plan.title, plan.pace, plan.version) == ("Their title", Pace.SLOW, 2)

    def test_leads_to_the_page_as_it_is_now(self, plan: Plan, browser: LintingClient) -> None:
        plan.version = 5
        answer = browser.post("/plan", data={"version": "1", "title": "Mine", "pace": "fast"})
        assert browser.soup(answer).select("main a[href='/plan']")

        data = {"version": browser.get("/plan").text, "title": "Mine", "pace": "fast"}
        assert browser.post("/plan", data=data).text == "saved"

    def test_shows_what_was_typed_as_text(self, plan: Plan, browser: LintingClient) -> None:
        data = {"version": "0", "title": "<script>alert(1)</script>", "pace": "fast"}
        answer = browser.post("/plan", data=data)
        assert "&lt;script&gt;alert(1)" in answer.text
        assert "<script>alert(1)" not in answer.text

    def test_shows_an_answer_that_was_emptied(self, plan: Plan, browser: LintingClient) -> None:
        answer = browser.post("/plan", data={"version": "0", "title": "", "pace": "fast"})
        cells = browser.soup(answer).select("main tbody td")
        assert [cell.get_text(strip=True) for cell in cells] == ["Empty", "Phonics"]

    def test_with_the_same_answers_is_refused_all_the_same(
        self, plan: Plan, browser: LintingClient
    ) -> None:
        answer = browser.post("/plan", data={"version": "0", "title": "Phonics", "pace": "fast"})
        assert answer.status_code == 409
        assert "Somebody else saved this" in answer.text


class TestTheVersion:
    def test_is_that_of_the_record_when_the_form_was_opened(self, app: Flask) -> None:
        assert str(made(app, Plan(version=7)).version.data) == "7"

    def test_lets_pass_who_saw_the_newest(self, app: Flask) -> None:
        made(app, Plan(version=7), version="7", title="Mine").refuse_if_stale(Plan(version=7))

    @pytest.mark.parametrize("sent", ["6", "8", "", "x", "7 "])
    def test_refuses_any_other(self, app: Flask, sent: str) -> None:
        form = made(app, Plan(version=7), version=sent, title="Mine")
        with pytest.raises(Stale):
            form.refuse_if_stale(Plan(version=7))

    def test_names_only_what_differs(self, app: Flask) -> None:
        form = made(app, Plan(), version="1", title="Mine", pace="fast")
        with pytest.raises(StaleFormError) as refused:
            form.refuse_if_stale(Plan(version=2, pace=Pace.SLOW, title="Mine"))
        assert refused.value.pairs == [("How fast", "At once", "Step by step")]


class TestTheToken:
    def test_is_another_on_every_copy(self, app: Flask) -> None:
        plan = Plan()
        assert made(app, plan).once.data != made(app, plan).once.data

    def test_is_kept_when_it_is_posted(self, app: Flask) -> None:
        assert made(app, Plan(), once="token", title="Mine").once.data == "token"

    def test_is_renewed_without_touching_the_answers(self, app: Flask) -> None:
        form = made(app, Plan(), once="token", version="1", title="Mine", pace="slow")
        form.renew()
        first = form.once.data
        form.renew()
        assert len({"token", first, form.once.data}) == 3
        assert (form.version.data, form.title.data, form.pace.data) == ("1", "Mine", "slow")
        assert f'value="{form.once.data}"' in str(form.once())


class TestValues:
    def test_are_the_answers_alone(self, app: Flask) -> None:
        form = made(app, Plan(), once="token", version="1", title="Mine", pace="slow", submit="1")
        assert form.values() == {"title": "Mine", "pace": "slow"}

    @pytest.mark.parametrize(
        ("name", "answer", "words"),
        [
            ("title", None, ""),
            ("title", 0, "0"),
            ("pace", Pace.SLOW, "Step by step"),
            ("pace", "slow", "Step by step"),
            ("pace", "never offered", "never offered"),
        ],
    )
    def test_are_worded_as_the_form_words_them(
        self, app: Flask, name: str, answer: object, words: str
    ) -> None:
        assert answer_words(made(app, Plan())[name], answer) == words
