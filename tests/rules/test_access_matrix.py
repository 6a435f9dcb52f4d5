"""Every address × method × viewer, through the real application."""

from __future__ import annotations

from collections.abc import Iterable

import pytest
from flask import Flask, url_for
from sqlalchemy import Connection
from werkzeug.test import TestResponse

from tests.client import LintingClient
from tests.factories.world import World
from tests.rules.matrix import ROWS, Answer, Row
from tests.rules.matrix.rows import ABSENT, FORBIDDEN, OPEN, SIGN_IN
from tests.rules.world import VIEWERS, Scene

WITHOUT_ROW = {"static"}
METHODS = {"GET", "POST", "PUT", "PATCH", "DELETE"}
SERVER_ERROR = 500


def addresses(app: Flask) -> set[tuple[str, str]]:
    return {
        (method, rule.endpoint)
        for rule in app.url_map.iter_rules()
        for method in (rule.methods or set()) & METHODS
        if rule.endpoint not in WITHOUT_ROW
    }


def without_row(app: Flask, rows: Iterable[Row]) -> list[tuple[str, str]]:
    return sorted(addresses(app) - {row.key for row in rows})


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


def differences(client: LintingClient, connection: Connection, world: World, row: Row) -> list[str]:
    """Send every viewer there, each into the same untouched scene."""
    scene = row.make(world)
    address = address_of(client, row, scene)
    people = {viewer: scene.viewer(viewer) for viewer in VIEWERS}
    identities = {viewer: person and person.get_id() for viewer, person in people.items()}
    client.commit()
    found = []
    for viewer in VIEWERS:
        client.signed_in_with(identities[viewer])
        with connection.begin_nested() as untouched:
            got = what_happened(client.open(address, method=row.method, csrf=True))
            client.commit()
            untouched.rollback()
        if got is not row.answer_for(viewer):
            found.append(f"{viewer} {got.value}; the row says: {row.answer_for(viewer).value}")
    return found


def test_every_address_has_a_row(app: Flask) -> None:
    assert without_row(app, ROWS) == []


def test_every_row_has_an_address(app: Flask) -> None:
    assert sorted({row.key for row in ROWS} - addresses(app)) == []


@pytest.mark.parametrize("row", ROWS, ids=str)
def test_everybody_gets_what_the_row_says(
    row: Row, client: LintingClient, connection: Connection, world: World
) -> None:
    assert differences(client, connection, world, row) == []


class TestTheMatrixItself:
    def test_finds_an_address_without_a_row(self, app: Flask) -> None:
        missing = set(without_row(app, ROWS[1:])) - set(without_row(app, ROWS))

        assert missing == {ROWS[0].key}

    def test_finds_a_viewer_who_gets_something_else(
        self, client: LintingClient, connection: Connection, world: World
    ) -> None:
        wrong = Row("GET", "accounts.sign_in", ABSENT, {"head": OPEN})

        found = differences(client, connection, world, wrong)

        assert len(found) == len(VIEWERS) - 1
        assert "the row says: is not told that it exists" in found[0]
