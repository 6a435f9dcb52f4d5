"""Styles, scripts and pictures are fetched once: their addresses change when their content does."""

from __future__ import annotations

import hashlib
import os
from functools import lru_cache
from pathlib import Path
from stat import S_ISREG
from typing import TYPE_CHECKING

from flask import request
from flask.sessions import SecureCookieSessionInterface
from werkzeug.security import safe_join

if TYPE_CHECKING:
    from flask import Flask, Response
    from flask.sessions import SessionMixin

FOR_EVER = "public, max-age=31536000, immutable"
FIVE_MINUTES = "public, max-age=300"
# the name of their folder says which version they are, and they are never edited
VERSIONED = "vendor/"
LENGTH = 12


class SessionsOfPages(SecureCookieSessionInterface):
    def save_session(self, app: Flask, session: SessionMixin, response: Response) -> None:
        """Leave alone what is the same for everybody: what varies by cookie is not kept long."""
        if not response.cache_control.public:
            super().save_session(app, session, response)


def init_app(app: Flask) -> None:
    app.session_interface = SessionsOfPages()
    folder = str(app.static_folder)

    @app.after_request
    def say_how_long(response: Response) -> Response:
        if request.endpoint == "static" and response.status_code in {200, 206, 304}:
            name = (request.view_args or {})["filename"]
            # an address from before or after the release that answers must not be kept
            kept = name.startswith(VERSIONED) or request.args.get("v") == fingerprint(folder, name)
            response.headers["Cache-Control"] = FOR_EVER if kept else FIVE_MINUTES
        return response


def fingerprint(folder: str | None, name: str) -> str | None:
    """Return what stands for the content of the file; None where there is none."""
    path = _path_of(folder or "", name)
    try:
        # not by Path: every page asks for ten of them
        found = os.stat(path or "")  # noqa: PTH116
    except OSError:
        return None
    return _digest(path, found.st_mtime_ns, found.st_size) if S_ISREG(found.st_mode) else None


_path_of = lru_cache(maxsize=500)(safe_join)


@lru_cache(maxsize=500)
def _digest(path: str, _changed: int, _size: int) -> str:
    """Read a file once a process, and again when it was edited."""
    return hashlib.sha256(Path(path).read_bytes()).hexdigest()[:LENGTH]
