"""A test client that stands in for a browser and checks every page it fetches.

client.signed_in_as(person).get("/requests")
client.submit("/requests/new", {"title": "Phonics in year 1"})   # GET, fill in, POST
client.post("/requests/new", {"title": "x" * 9999})              # what no browser would send
"""

from __future__ import annotations

import contextvars
import os
import re
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from hashlib import blake2b
from pathlib import Path
from typing import Any, ClassVar, Self
from urllib.parse import urlsplit

from bs4 import BeautifulSoup
from flask import Flask, request_finished
from flask.globals import _cv_app
from flask.testing import FlaskClient
from itsdangerous import URLSafeTimedSerializer
from sqlalchemy import Connection, event
from werkzeug.test import TestResponse

from tests import databases
from tests.linting import faults
from tests.sessions import of_person, session_cookie, session_of
from tests.web_forms import Values, filled, find_form

WRITES = re.compile(r"\s*(INSERT|UPDATE|DELETE|REPLACE|MERGE|CREATE|DROP|ALTER)\b", re.IGNORECASE)
# what a field holds, a token among them, says nothing about the soundness of a page
HELD = re.compile(r'(?<= value=")[^"<>]+(?=")')
# nor do the words between tags, but for the heading, which the title must repeat; a character that
# no page may have, or one that is not written as it must be, is not taken for a word
WORDS = re.compile(
    r"<(title|h1)\b.*?</\1>"
    r"|(?<=>)(?:[^<>&\x00-\x08\x0b-\x1f\x7f-\x9f\ufdd0-\ufdef\ufffe\uffff]|&(?:amp|lt|gt|#34|#39);)+(?=<)",
    re.DOTALL,
)
# references and numbers differ too; what matters is where they are alike. &#39; is a letter
NUMBERS = re.compile(r"\b(?:[A-Z]{3}-[0-9A-Z]{5}|(?<!&#)\d+)\b")
SAFE_METHODS = {"GET", "HEAD", "OPTIONS"}


def outline(text: str) -> str:
    """Return what pages that are sound together have in common: tags, headings, equal numbers.

    Two equal numbers stay equal and two different ones different, so ids and what points at them
    are as sound in the one page as in the other.
    """

    def word(found: re.Match[str]) -> str:
        return found[0] if found[1] else found[0].strip() and "words"

    places: dict[str, str] = {}
    return NUMBERS.sub(
        lambda found: places.setdefault(found[0], f"<{len(places)}>"),
        WORDS.sub(word, HELD.sub("held", text)),
    )


def digest(text: str) -> str:
    return blake2b(text.encode(), digest_size=16).hexdigest()


class PageError(AssertionError):
    """A page is not what every page must be."""


class LintingClient(FlaskClient):
    """`watch` is the connection on which a GET must not write."""

    # outlines, shared by all clients of a process; the processes of a run share them as files
    sound_pages: ClassVar[set[str]] = set()
    # pages just as they were: most need not even be outlined
    seen_before: ClassVar[set[str]] = set()

    def __init__(self, app: Flask, watch: Connection | None = None) -> None:
        super().__init__(app, app.response_class, use_cookies=True)
        self.watch = watch

    def open(self, *args: Any, csrf: bool = True, **kwargs: Any) -> TestResponse:
        """Send anything at all; the CSRF token is added unless it is the point of the test."""
        safe = kwargs.get("method", "GET").upper() in SAFE_METHODS
        if csrf and not safe:
            headers = dict(kwargs.pop("headers", None) or {})
            kwargs["headers"] = headers | {"X-CSRFToken": self.csrf_token()}
        self.commit(expire=not safe)
        # each request is its own: Flask would share the test's application context with it
        context = contextvars.copy_context()
        context.run(_cv_app.set, None)  # type: ignore[arg-type]
        with self._witness() as writes:
            response = context.run(super().open, *args, **kwargs)
        self._check(response, writes)
        return response

    def commit(self, *, expire: bool = True) -> None:
        """Let requests see what the test prepared, and the test read afresh what they did.

        What cannot have changed need not be read again (`expire`): a GET that writes is a fault.
        """
        from app.extensions import db

        if self.watch is not None:
            session = db.session()
            session.expire_on_commit = expire
            session.commit()
            session.expire_on_commit = True

    @contextmanager
    def _witness(self) -> Iterator[list[str]]:
        """Collect what is written, and what is left unwritten in the session."""
        from app.extensions import db

        seen: list[str] = []

        def note_statement(_c: Any, _cursor: Any, statement: str, *_rest: Any) -> None:
            if WRITES.match(statement):
                seen.append(" ".join(statement.split())[:120])

        def note_session(_app: Flask, **_rest: Any) -> None:
            session = db.session()
            for state in ("new", "dirty", "deleted"):
                seen.extend(
                    f"{state} in the session: {thing!r}" for thing in getattr(session, state)
                )

        with request_finished.connected_to(note_session, self.application):
            if self.watch is None:
                yield seen
                return
            event.listen(self.watch, "before_cursor_execute", note_statement)
            try:
                yield seen
            finally:
                event.remove(self.watch, "before_cursor_execute", note_statement)

    def _check(self, response: TestResponse, writes: list[str]) -> None:
        request = response.request
        found = []
        if request.method in SAFE_METHODS and writes:
            found.append(f"a {request.method} must leave the database alone: {writes}")
        if response.mimetype == "text/html" and response.text and not response.location:
            found += self._faults_of_page(response)
        if found:
            where = f"{request.method} {request.full_path.rstrip('?')} ({response.status_code})"
            raise PageError("\n  - ".join([where, *found]))

    def _faults_of_page(self, response: TestResponse) -> list[str]:
        """Examine each page once: the access matrix meets the same refusal thousands of times."""
        of_one = {"Set-Cookie", "Content-Length"}
        headers = [pair for pair in response.headers if pair[0] not in of_one]
        same = digest(f"{headers}{HELD.sub('held', response.text)}")
        if same in self.seen_before:
            return []
        alike = digest(f"{headers}{outline(response.text)}")
        known = Path(os.environ[databases.FOLDER]) / alike
        found = []
        if alike not in self.sound_pages and not known.exists():
            found = faults(response.text, response.headers)
        if not found:
            self.seen_before.add(same)
            self.sound_pages.add(alike)
            known.touch()
        return found

    def signed_in_as(self, person: Any) -> Self:
        """Go on as this person (None: nobody), without the cost of a password."""
        from app.extensions import db

        db.session.flush()
        return self.signed_in_with(person.get_id() if person is not None else None)

    def signed_in_with(self, identity: str | None) -> Self:
        """Go on with the identity of a session, read before: the same person many times."""
        self._keep({} if identity is None else of_person(identity))
        return self

    def _keep(self, session: Mapping[str, Any]) -> None:
        self.set_cookie(*session_cookie(self.application, session))

    def statements(self, url: str, *, status: int = 200) -> list[str]:
        """Fetch a page and return what it asked the database; the index's own looks left out."""
        from app.prospectus import listed, names

        assert self.watch is not None
        self.commit()
        # what a process keeps of earlier pages is asked for again, whichever test came before
        names.forget()
        listed.forget()
        seen: list[str] = []

        def note(_c: Any, _cursor: Any, statement: str, *_rest: Any) -> None:
            if "index_update" not in statement and "SAVEPOINT" not in statement:
                seen.append(statement)

        event.listen(self.watch, "before_cursor_execute", note)
        try:
            # a page that is refused costs little
            assert self.get(url).status_code == status
        finally:
            event.remove(self.watch, "before_cursor_execute", note)
        return seen

    def fragment(self, url: str, **kwargs: Any) -> TestResponse:
        """Fetch as htmx does."""
        return self.get(url, headers={"HX-Request": "true"}, **kwargs)

    def csrf_token(self) -> str:
        cookie = self.get_cookie(self.application.config["SESSION_COOKIE_NAME"])
        session = session_of(self.application, cookie.value) if cookie else {}
        if "csrf_token" not in session:
            session["csrf_token"] = "known to the test"
            self._keep(session)
        key = self.application.config.get("WTF_CSRF_SECRET_KEY", self.application.secret_key)
        serializer = URLSafeTimedSerializer(key, salt="wtf-csrf-token")
        return str(serializer.dumps(session["csrf_token"]))

    def submit(
        self,
        url: str,
        values: Values | None = None,
        *,
        action: str | None = None,
        headers: Mapping[str, str] | None = None,
        follow_redirects: bool = False,
    ) -> TestResponse:
        """Fetch the page, fill in its form as a person would, and post it.

        `action` names the form by where it posts to; without it, the page has only one.
        """
        page = self.get(url, follow_redirects=True)
        if page.status_code != 200:  # a form is on a page
            message = f"GET {url} answered {page.status_code}, so there is no form to submit"
            raise PageError(message)
        own_url = page.request.full_path.rstrip("?")
        form = find_form(self.soup(page), own_url, action)
        target = str(form.get("action") or own_url)
        return self.post(
            target if urlsplit(target).path.startswith("/") else own_url,
            data=filled(form, values or {}),
            headers=headers,
            csrf=False,
            follow_redirects=follow_redirects,
        )

    @staticmethod
    def soup(response: TestResponse) -> BeautifulSoup:
        # sound when it was fetched, so the quicker parser finds the same
        return BeautifulSoup(response.text, "html.parser")
