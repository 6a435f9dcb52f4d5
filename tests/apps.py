"""Applications under test, and the transaction that takes back what a test wrote."""

from __future__ import annotations

import contextlib
import os
from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache
from pathlib import Path

import pytest
from flask import Flask
from jinja2 import BytecodeCache
from jinja2.bccache import Bucket
from sqlalchemy import Connection
from sqlalchemy.orm import Session, scoped_session

from app import create_app
from app.extensions import db
from tests import databases


class CompiledOnce(BytecodeCache):
    """Keep compiled templates for the next application of this process."""

    def __init__(self) -> None:
        self.compiled: dict[str, bytes] = {}

    def load_bytecode(self, bucket: Bucket) -> None:
        if found := self.compiled.get(bucket.key):
            bucket.bytecode_from_string(found)

    def dump_bytecode(self, bucket: Bucket) -> None:
        self.compiled[bucket.key] = bucket.bytecode_to_string()


_templates = CompiledOnce()


def make_app(database_url: str, folder: Path, *, base_url: str = "http://localhost") -> Flask:
    """Start the application exactly as a server does, from its environment."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("DATABASE_URL", database_url)
        patch.setenv("SEARCH_INDEX_DIR", str(folder / "index"))
        patch.setenv("SECRET_KEY", "only for tests")
        patch.setenv("BASE_URL", base_url)
        patch.setenv("OUTBOX_DIR", str(folder / "outbox"))
        app = create_app()
    app.jinja_env.bytecode_cache = _templates
    app.testing = True
    return app


def make_app_with_tables(engine_name: str, folder: Path) -> Flask:
    like = empty_tables(engine_name)
    return make_app(databases.new_database(engine_name, folder, like=like), folder)


@cache
def empty_tables(engine_name: str) -> str:
    """Return the address of a database that is only copied: faster than to make the tables."""
    folder = Path(os.environ[databases.FOLDER])
    url = databases.new_database(engine_name, folder)
    app = make_app(url, folder)
    with app.app_context():
        db.create_all()
    close(app)
    return url


def populate(app: Flask) -> None:
    """Write the world of the tests once: each test finds it there, and changes a copy."""
    from tests.factories.world import keys_of, make_world

    with app.app_context():
        world = make_world()
        app.extensions["world of the tests"] = keys_of(world)
        db.session.commit()


def close(app: Flask) -> None:
    with app.app_context():
        db.engine.dispose()


@contextmanager
def taken_back(app: Flask) -> Iterator[tuple[scoped_session[Session], Connection]]:
    """Run on one connection whose transaction is rolled back at the end.

    Views and services commit as ever: each of their transactions is a savepoint inside ours.
    """
    with app.app_context():
        engine = db.engine
        with engine.connect() as connection:
            transaction = connection.begin()
            db.engines[None] = connection  # type: ignore[assignment]
            db.session.configure(join_transaction_mode="create_savepoint")
            try:
                yield db.session, connection
            finally:
                db.session.remove()
                with contextlib.suppress(AttributeError):
                    db.session.session_factory.kw.pop("join_transaction_mode")
                db.engines[None] = engine
                transaction.rollback()
