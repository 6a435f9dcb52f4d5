"""What one test writes, the next must not see, however often the code under test commits."""

from __future__ import annotations

from flask import Flask
from sqlalchemy import Connection, text
from sqlalchemy.orm import Session, scoped_session

from app.extensions import db
from tests.apps import taken_back
from tests.client import LintingClient


def count(session: scoped_session[Session]) -> int:
    return session.execute(text("SELECT count(*) FROM submission")).scalar_one()


def write(session: scoped_session[Session], key: str) -> None:
    from app.web.once import Submission

    session.add(Submission(key=key))


def test_commits_are_taken_back(app: Flask) -> None:
    with taken_back(app) as (session, _connection):
        write(session, "one")
        session.commit()
        assert count(session) == 1

    with taken_back(app) as (session, _connection):
        assert count(session) == 0


def test_a_rollback_takes_back_only_what_was_not_committed(
    session: scoped_session[Session],
) -> None:
    write(session, "one")
    session.commit()
    write(session, "two")
    session.flush()
    session.rollback()

    assert count(session) == 1


def test_a_request_sees_what_the_test_wrote_and_the_test_what_the_request_did(
    app: Flask, session: scoped_session[Session], client: LintingClient, connection: Connection
) -> None:
    write(session, "from the test")
    client.get("/healthz")

    assert count(session) == 1
    assert db.session.get_bind() is connection
