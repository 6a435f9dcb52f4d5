"""Fixtures for every test that touches the database: each runs on SQLite and on PostgreSQL.

app       the application with empty tables, one per database and worker; where a test asks for
          `world`, another with that world in its tables
session   the session services write to; whatever is written is taken back after the test
client    a browser stand-in that checks every page it fetches (tests/client.py)
case      one case of several that share a scene: `with case(name):` (tests/cases.py)
own_app   an application with a database of its own, where commits are real (threads, commands)
"""

from __future__ import annotations

import gc
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from flask import Flask
from flask.testing import FlaskCliRunner
from sqlalchemy import Connection
from sqlalchemy.orm import Session, scoped_session

from tests import databases
from tests.client import LintingClient

if TYPE_CHECKING:
    from tests.cases import Case
    from tests.factories.world import World


def pytest_configure(config: pytest.Config) -> None:
    # looking for garbage after every few hundred objects takes a tenth of the run
    gc.set_threshold(50_000, 20, 20)
    if not hasattr(config, "workerinput"):
        databases.announce_folder()


def pytest_unconfigure(config: pytest.Config) -> None:
    if not hasattr(config, "workerinput"):
        databases.stop_server()


@pytest.fixture(scope="session", params=databases.ENGINES)
def engine_name(request: pytest.FixtureRequest) -> str:
    return request.param


@pytest.fixture(scope="session")
def apps(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Callable[[str, bool], Flask]]:
    """Keep the application of each database: pytest goes back and forth between them."""
    from tests.apps import close, make_app_with_tables, populate

    made: dict[tuple[str, bool], Flask] = {}

    def app_on(engine_name: str, with_world: bool) -> Flask:
        if (engine_name, with_world) not in made:
            folder = tmp_path_factory.mktemp(engine_name)
            application = made[engine_name, with_world] = make_app_with_tables(engine_name, folder)
            if with_world:
                populate(application)
        return made[engine_name, with_world]

    yield app_on
    for application in made.values():
        close(application)


@pytest.fixture
def app(
    request: pytest.FixtureRequest, engine_name: str, apps: Callable[[str, bool], Flask]
) -> Flask:
    return apps(engine_name, "world" in request.fixturenames)


@pytest.fixture
def own_app(engine_name: str, tmp_path: Path) -> Iterator[Flask]:
    from tests.apps import close, make_app_with_tables

    application = make_app_with_tables(engine_name, tmp_path)
    yield application
    close(application)


@pytest.fixture
def connection(app: Flask) -> Iterator[Connection]:
    from tests.apps import taken_back

    with taken_back(app) as (_session, connection):
        yield connection


@pytest.fixture
def session(connection: Connection) -> scoped_session[Session]:
    from app.extensions import db

    return db.session


@pytest.fixture
def client(app: Flask, session: scoped_session[Session], connection: Connection) -> LintingClient:
    return LintingClient(app, watch=connection)


@pytest.fixture
def case(
    subtests: pytest.Subtests, session: scoped_session[Session], connection: Connection
) -> Case:
    from tests.cases import cases_in_one_scene

    return cases_in_one_scene(subtests, connection)


@pytest.fixture
def runner(app: Flask, session: scoped_session[Session]) -> FlaskCliRunner:
    return app.test_cli_runner()


@pytest.fixture
def world(app: Flask, session: scoped_session[Session]) -> World:
    from tests.factories.world import find_world

    return find_world(app.extensions["world of the tests"])
