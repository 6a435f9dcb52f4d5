"""How connections behave on each database, and which transactions are meant to write."""

from __future__ import annotations

from contextvars import ContextVar
from typing import TYPE_CHECKING, Any

from sqlalchemy import event
from sqlalchemy.dialects import postgresql, sqlite

if TYPE_CHECKING:
    from sqlalchemy import Connection, Engine

# A GET reads; everything else (posts, commands) may write, and on SQLite takes the write lock
# at once: a transaction that reads first and writes later fails when another wrote in between.
read_only: ContextVar[bool] = ContextVar("read_only", default=False)
BUSY_SECONDS = 20


def insert_into(connection: Connection, table: Any) -> postgresql.dml.Insert | sqlite.dml.Insert:
    """Return an INSERT that can say what becomes of a row that is there: ON CONFLICT."""
    dialect = postgresql if connection.dialect.name == "postgresql" else sqlite
    statement: postgresql.dml.Insert | sqlite.dml.Insert = dialect.insert(table)
    return statement


def prepare(engine: Engine) -> None:
    """Set up SQLite so that it keeps what it acknowledged and never loses an update."""
    if engine.dialect.name != "sqlite":
        return
    event.listen(engine, "connect", _configure)
    event.listen(engine, "begin", _begin)


def _configure(connection: Any, _record: object) -> None:
    connection.isolation_level = None  # transactions are begun by _begin alone
    cursor = connection.cursor()
    for pragma in (
        "journal_mode=WAL",
        "synchronous=FULL",
        "foreign_keys=ON",
        f"busy_timeout={BUSY_SECONDS * 1000}",
    ):
        cursor.execute(f"PRAGMA {pragma}")
    cursor.close()


def _begin(connection: Connection) -> None:
    connection.exec_driver_sql("BEGIN" if read_only.get() else "BEGIN IMMEDIATE")
