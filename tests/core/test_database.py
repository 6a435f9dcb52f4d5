from __future__ import annotations

from pathlib import Path

import pytest
from flask import Flask
from sqlalchemy import create_engine, event, text
from sqlalchemy.exc import IntegrityError

from app.core import database
from app.extensions import db


class TestConnection:
    def test_to_sqlite_keeps_what_it_acknowledged(self, tmp_path: Path) -> None:
        engine = create_engine(f"sqlite:///{tmp_path / 'own.sqlite'}")
        database.prepare(engine)
        with engine.connect() as connection:
            settings = {
                name: connection.exec_driver_sql(f"PRAGMA {name}").scalar()
                for name in ("journal_mode", "synchronous", "foreign_keys", "busy_timeout")
            }
        engine.dispose()
        assert settings == {
            "journal_mode": "wal",
            "synchronous": 2,
            "foreign_keys": 1,
            "busy_timeout": database.BUSY_SECONDS * 1000,
        }

    def test_holds_foreign_keys(self, own_app: Flask) -> None:
        with own_app.app_context(), db.engine.connect() as connection:
            with pytest.raises(IntegrityError):
                connection.execute(
                    text(
                        "INSERT INTO role_assignment (person_id, role, authority_code, starts_on,"
                        " created_at) VALUES (999, 'broker', 'none', '2026-09-01', '2026-09-01')"
                    )
                )
            connection.rollback()


class TestTransaction:
    @pytest.mark.parametrize(("reads", "statement"), [(True, "BEGIN"), (False, "BEGIN IMMEDIATE")])
    def test_of_sqlite_says_whether_it_may_write(self, reads: bool, statement: str) -> None:
        engine = create_engine("sqlite://")
        database.prepare(engine)
        seen: list[str] = []
        event.listen(
            engine, "before_cursor_execute", lambda _c, _cursor, words, *_rest: seen.append(words)
        )
        token = database.read_only.set(reads)
        try:
            with engine.connect() as connection:
                connection.execute(text("SELECT 1"))
        finally:
            database.read_only.reset(token)
        assert seen == [statement, "SELECT 1"]
