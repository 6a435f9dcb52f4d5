"""The demonstration, prepared once a run as `make run` does it, and served from copies."""

from __future__ import annotations

import contextlib
import fcntl
import os
import re
import shutil
import socket
import subprocess
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from urllib.parse import urlsplit

from flask import Flask
from werkzeug.exceptions import HTTPException
from werkzeug.serving import WSGIRequestHandler, make_server

from app.accounts.queries import person_by_email
from app.extensions import db
from tests.apps import close, make_app
from tests.sessions import of_person, session_cookie

PASSWORD = "only for the tests of today"
LONGEST_PREPARATION = 240
PARAMETER = re.compile(r"(<(?:[^:<>]*:)?(\w+)>)")
# a part of an address that leads to another page, not to the same page of another record
A_PAGE_EACH = {"question", "section", "act"}
# the portals that this process serves, by their address
_served: dict[str, Flask] = {}


def prepared(shared: Path) -> Path:
    """Return the folder with database and index; the first worker to ask makes it."""
    folder = shared / "demonstration"
    with (shared / "demonstration.lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        if not (folder / "ready").exists():
            shutil.rmtree(folder, ignore_errors=True)
            folder.mkdir()
            _prepare(folder)
            (folder / "ready").touch()
    return folder


def _prepare(folder: Path) -> None:
    result = subprocess.run(
        [sys.executable, "-m", "flask", "--app", "wsgi", "demo", "prepare"],
        env=os.environ
        | {
            "DATABASE_URL": database_url(folder),
            "SEARCH_INDEX_DIR": str(folder / "index"),
            "SECRET_KEY": "only for tests",
            "DEMO_PASSWORD": PASSWORD,
        },
        capture_output=True,
        text=True,
        timeout=LONGEST_PREPARATION,
        check=False,
    )
    if result.returncode:
        message = f"demo prepare failed:\n{result.stdout}\n{result.stderr}"
        raise RuntimeError(message)


def database_url(folder: Path) -> str:
    return f"sqlite:///{folder / 'portal.sqlite'}"


@contextmanager
def served(folder: Path) -> Iterator[str]:
    """Serve the portal on the data in `folder` and yield its address."""
    port = free_port()
    address = f"http://127.0.0.1:{port}"
    app = make_app(database_url(folder), folder, base_url=address)
    app.testing = False  # an error must look to the browser as it does to people
    server = make_server("127.0.0.1", port, app, threaded=True, request_handler=Quiet)
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    _served[address] = app
    try:
        yield address
    finally:
        del _served[address]
        server.shutdown()
        thread.join()
        server.server_close()
        close(app)


@contextmanager
def behind(address: str) -> Iterator[None]:
    """Write to a served portal by its services; kept when the block ends."""
    with _served[address].app_context():
        yield
        db.session.commit()


def kind_of(url: str) -> str:
    """Return the address with … for all that differs from one record to the next.

    What the portal has no page for is a kind of its own.
    """
    parts = urlsplit(url)
    places = _served[f"{parts.scheme}://{parts.netloc}"].url_map.bind(parts.netloc)
    # a form that comes back may stand where nothing is read
    for method in ("GET", "POST"):
        with contextlib.suppress(HTTPException):
            rule, names = places.match(parts.path, method=method, return_rule=True)
            kind = rule.rule
            for parameter, name in PARAMETER.findall(kind):
                kind = kind.replace(parameter, names[name] if name in A_PAGE_EACH else "…")
            return kind
    return parts.path


def cookie_of(address: str, email: str) -> dict[str, str]:
    """Return what the browser of an account holds after it signed in."""
    app = _served[address]
    with app.app_context():
        person = person_by_email(email)
        assert person, f"there is no account {email}"
        session = of_person(person.get_id())
    cookie, value = session_cookie(app, session)
    return {"name": cookie, "value": value, "url": address}


class Quiet(WSGIRequestHandler):
    """A browser asks for a hundred things a minute; a failed test must not bury its reason."""

    def log_request(self, code: int | str = "-", size: int | str = "-") -> None:
        pass


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])
