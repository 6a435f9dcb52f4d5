"""Runs migrations on the application's own database, whichever of the two it is."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any, Literal

from alembic import context
from alembic.autogenerate.api import AutogenContext
from flask import current_app
from sqlalchemy import Connection
from sqlalchemy.types import TypeDecorator

from app.extensions import Base, db


def without_our_types(kind: str, item: Any, _context: AutogenContext) -> str | Literal[False]:
    """Write the database's own type: a migration must outlive the code that made it."""
    if kind == "type" and isinstance(item, TypeDecorator):
        return f"sa.{item.impl_instance!r}"
    return False


if context.is_offline_mode():
    message = "migrations run against a database: set DATABASE_URL"
    raise SystemExit(message)


@contextmanager
def tables_made_anew(connection: Connection) -> Iterator[None]:
    """Let SQLite, which changes a table by making it anew, do so while rows point to it.

    Keys are not enforced meanwhile, as SQLite's own procedure has it, and checked at the end.
    """
    if connection.dialect.name != "sqlite":
        yield
        return
    # in a transaction the setting would be ignored, so it goes to the driver
    driver = connection.connection.dbapi_connection
    driver.execute("PRAGMA foreign_keys=OFF")
    yield
    if broken := driver.execute("PRAGMA foreign_key_check").fetchall():
        message = f"{len(broken)} rows point to nothing; the first: {broken[0]}"
        raise RuntimeError(message)
    driver.execute("PRAGMA foreign_keys=ON")


with db.engine.connect() as connection:
    context.configure(
        connection=connection,
        target_metadata=Base.metadata,
        render_item=without_our_types,
        **current_app.extensions["migrate"].configure_args,
    )
    with tables_made_anew(connection), context.begin_transaction():
        context.run_migrations()
