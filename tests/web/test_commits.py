from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from threading import Barrier

import pytest
from flask import Flask
from sqlalchemy import event

from app.accounts.models import Person
from app.commissions.models import SupportRequest
from app.core.audit import AuditEvent
from app.extensions import db
from tests.client import LintingClient
from tests.factories import agreements
from tests.factories.world import make_world
from tests.web import trial


class TestTransaction:
    @pytest.mark.parametrize("answer", ["200", "204", "303"])
    def test_is_kept_when_the_answer_is_a_success(
        self, kit: Flask, browser: LintingClient, answer: str
    ) -> None:
        browser.post("/trial/add", data={"name": "kept", "answer": answer})
        with kit.app_context():
            assert trial.names() == ["kept"]

    @pytest.mark.parametrize(
        ("answer", "status"),
        [("422", 422), ("abort", 404), ("domain", 409), ("not-allowed", 403), ("500", 500)],
    )
    def test_is_taken_back_when_it_is_a_refusal(
        self, kit: Flask, browser: LintingClient, answer: str, status: int
    ) -> None:
        reply = browser.post("/trial/add", data={"name": "lost", "answer": answer})
        assert reply.status_code == status
        with kit.app_context():
            assert trial.names() == []

    def test_is_taken_back_when_the_view_fails(self, kit: Flask, browser: LintingClient) -> None:
        kit.testing = False
        reply = browser.post("/trial/add", data={"name": "lost", "answer": "boom", "once": "a"})
        assert reply.status_code == 500
        with kit.app_context():
            assert trial.names() == []
        reply = browser.post("/trial/add", data={"name": "kept", "once": "a"})
        assert reply.location == "/trial/T0"

    def test_names_the_person_in_the_audit_trail(
        self, kit: Flask, browser: LintingClient, ann: Person
    ) -> None:
        browser.signed_in_as(ann).post("/trial/add", data={"name": "kept"})
        with kit.app_context():
            made = db.session.query(AuditEvent).filter_by(subject="authority:T0").one()
            assert made.actor_id == ann.id


class TestLocks:
    def test_of_sqlite_are_taken_by_writers_alone(
        self, kit: Flask, browser: LintingClient, engine_name: str
    ) -> None:
        begun: list[str] = []
        with kit.app_context():
            event.listen(
                db.engine,
                "before_cursor_execute",
                lambda _c, _cursor, words, *_rest: begun.append(words),
            )
        browser.get("/trial/read")
        browser.post("/trial/add", data={"name": "kept"})
        begun = [words for words in begun if words.startswith("BEGIN")]
        expected = ["BEGIN", "BEGIN IMMEDIATE"] if engine_name == "sqlite" else []
        assert begun == expected

    def test_let_no_update_get_lost_between_writers(self, kit: Flask) -> None:
        with kit.app_context():
            request = agreements.offered(make_world()).request
            request.title = "0"
            db.session.commit()
            number = request.id
        writers, start = 4, Barrier(4)

        def write(_: int) -> list[int]:
            browser = LintingClient(kit)
            start.wait()
            return [browser.post(f"/trial/count/{number}").status_code for _ in range(4)]

        with ThreadPoolExecutor(writers) as pool:
            answers = [status for result in pool.map(write, range(writers)) for status in result]
        assert set(answers) <= {204, 409}
        with kit.app_context():
            record = db.session.get(SupportRequest, number)
            assert record is not None
            assert record.title == str(answers.count(204))
