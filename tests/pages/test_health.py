from __future__ import annotations

import pytest
from sqlalchemy.exc import OperationalError

from app.pages import readiness
from app.search.engine import SearchUnavailableError
from tests.client import LintingClient


class Engine:
    def __init__(self, answer: bool | Exception) -> None:
        self.answer = answer

    def ready(self) -> bool:
        if isinstance(self.answer, Exception):
            raise self.answer
        return self.answer


def test_healthz_answers_ok(client: LintingClient) -> None:
    answer = client.get("/healthz")
    assert (answer.status_code, answer.text, answer.mimetype) == (200, "ok", "text/plain")


class TestReadyz:
    def test_ready_when_database_and_index_answer(
        self, client: LintingClient, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.setitem(client.application.extensions, "search", Engine(answer=True))
        answer = client.get("/readyz")
        assert answer.status_code == 200
        assert answer.json == {"status": "ready", "database": "ok", "search": "ok"}

    @pytest.mark.parametrize("failure", [False, SearchUnavailableError(), OSError()])
    def test_not_ready_without_a_readable_index(
        self, client: LintingClient, monkeypatch: pytest.MonkeyPatch, failure: bool | Exception
    ) -> None:
        monkeypatch.setitem(client.application.extensions, "search", Engine(failure))
        answer = client.get("/readyz")
        assert answer.status_code == 503
        assert answer.json == {"status": "not ready", "database": "ok", "search": "failing"}

    def test_not_ready_without_a_database(
        self, client: LintingClient, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        def refuse(*_: object) -> None:
            statement = "select 1"
            raise OperationalError(statement, {}, Exception("gone"))

        monkeypatch.setattr(readiness.db.session, "scalar", refuse)
        answer = client.get("/readyz")
        assert answer.status_code == 503
        assert answer.json is not None
        assert answer.json["database"] == "failing"
