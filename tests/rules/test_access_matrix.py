"""Every address × method × viewer, through the real application."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager, nullcontext

import pytest
from flask import Flask, url_for
from sqlalchemy import Connection
from werkzeug.test import TestResponse

from tests.client import SAFE_METHODS, LintingClient
from tests.factories.world import World
from tests.rules.matrix import ROWS, Answer, Row
from tests.rules.matrix.rows import ABSENT, FORBIDDEN, OPEN, SIGN_IN
from tests.rules.world import VIEWERS, Scene

WITHOUT_ROW = {"static"}
METHODS = {"GET", "POST", "PUT", "PATCH", "DELETE"}
SERVER_ERROR = 500
# more would leave one of two processes with nothing to do at the end
MOST_IN_A_SCENE = 10


def addresses_in(app: Flask) -> set[tuple[str, str]]:
    return {
        (method, rule.endpoint)
        for rule in app.url_map.iter_rules()
        for method in (rule.methods or set()) & METHODS
        if rule.endpoint not in WITHOUT_ROW
    }


def without_row(app: Flask, rows: Iterable[Row]) -> list[tuple[str, str]]:
    return sorted(addresses_in(app) - {row.key for row in rows})


def what_happened(response: TestResponse) -> Answer:
    # 503 is how /readyz says that it is not ready
    broken = response.status_code >= SERVER_ERROR and response.status_code != 503
    assert not broken, f"{response.status}: {response.text[:500]}"
    if response.status_code == 403:
        return FORBIDDEN
    if response.status_code == 404:
        return ABSENT
    if (response.location or "").startswith("/sign-in"):
        return SIGN_IN
    return OPEN


def address_of(client: LintingClient, row: Row, scene: Scene) -> str:
    with client.application.test_request_context():
        return url_for(row.endpoint, **row.of(scene))


def in_one_scene(rows: Iterable[Row]) -> list[tuple[Row, ...]]:
    """Put together the rows of the same scene: making it takes longer than asking in it."""
    by_scene: dict[object, list[Row]] = {}
    for row in rows:
        by_scene.setdefault(row.make, []).append(row)
    return [part for alike in by_scene.values() for part in batched(alike, MOST_IN_A_SCENE)]


def name_of(rows: tuple[Row, ...]) -> str:
    return f"{rows[0]} to {rows[-1]}" if len(rows) > 1 else str(rows[0])


def differences(
    client: LintingClient, connection: Connection, world: World, rows: tuple[Row, ...]
) -> list[str]:
    """Send the viewers to every address, each into the same untouched scene."""
    scene = rows[0].make(world)
    addresses = [(row, address_of(client, row, scene)) for row in rows]
    people = {viewer: scene.viewer(viewer) for viewer in VIEWERS}
    identities = {viewer: person and person.get_id() for viewer, person in people.items()}
    client.commit()
    found = []
    for row, address in addresses:
        for viewer in viewers_for(row, connection.dialect.name):
            client.signed_in_with(identities[viewer])
            with nullcontext() if row.method in SAFE_METHODS else untouched(client, connection):
                got = what_happened(client.open(address, method=row.method, csrf=True))
            if got is not row.answer_for(viewer):
                says = row.answer_for(viewer).value
                found.append(f"{row}: {viewer} {got.value}; the row says: {says}")
    return found


def viewers_for(row: Row, database: str) -> Sequence[str]:
    """Return everybody; on the second database the first and the last of each answer.

    Rules are the same code on both, and know no database.
    """
    if database == "sqlite":
        return VIEWERS
    by_answer: dict[Answer, list[str]] = {}
    for viewer in VIEWERS:
        by_answer.setdefault(row.answer_for(viewer), []).append(viewer)
    chosen = {name for names in by_answer.values() for name in (names[0], names[-1])}
    return [viewer for viewer in VIEWERS if viewer in chosen]


@contextmanager
def untouched(client: LintingClient, connection: Connection) -> Iterator[None]:
    """Take back what a request did. One that only reads leaves nothing: the client sees to that."""
    with connection.begin_nested() as before:
        yield
        client.commit()
        before.rollback()


def batched(rows: list[Row], most: int) -> list[tuple[Row, ...]]:
    return [tuple(rows[start : start + most]) for start in range(0, len(rows), most)]


def test_every_address_has_a_row(app: Flask) -> None:
    assert without_row(app, ROWS) == []


def test_every_row_has_an_address(app: Flask) -> None:
    assert sorted({row.key for row in ROWS} - addresses_in(app)) == []


@pytest.mark.parametrize("rows", in_one_scene(ROWS), ids=name_of)
def test_everybody_gets_what_the_rows_say(
    rows: tuple[Row, ...], client: LintingClient, connection: Connection, world: World
) -> None:
    assert differences(client, connection, world, rows) == []


class TestTheMatrixItself:
    def test_finds_an_address_without_a_row(self, app: Flask) -> None:
        missing = set(without_row(app, ROWS[1:])) - set(without_row(app, ROWS))

        assert missing == {ROWS[0].key}

    def test_asks_everybody_on_one_database_and_each_answer_on_the_other(self) -> None:
        for row in ROWS:
            assert viewers_for(row, "sqlite") == VIEWERS
            fewer = viewers_for(row, "postgresql")
            assert {row.answer_for(name) for name in fewer} == set(map(row.answer_for, VIEWERS))

    def test_finds_a_viewer_who_gets_something_else(
        self, client: LintingClient, connection: Connection, world: World
    ) -> None:
        wrong = Row("GET", "accounts.sign_in", ABSENT, {"head": OPEN})

        found = differences(client, connection, world, (wrong,))

        asked = viewers_for(wrong, connection.dialect.name)
        assert "head" in asked
        assert len(found) == len(asked) - 1 >= 2
        assert "the row says: is not told that it exists" in found[0]
