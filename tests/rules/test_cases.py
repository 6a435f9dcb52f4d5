"""What cases that share a scene may rely on (tests/cases.py)."""

from __future__ import annotations

from sqlalchemy.orm import Session, scoped_session

from app.commissions.models import SupportRequest
from app.extensions import db
from tests.cases import Case
from tests.client import LintingClient
from tests.factories.world import World


def test_a_case_leaves_neither_rows_nor_objects_to_the_next(
    world: World, session: scoped_session[Session], case: Case
) -> None:
    for name in ("written", "committed", "written again"):
        with case(name):
            assert (world.head.name, len(world.head.assignments)) == ("Head", 1)
            world.head.name = "Somebody else"
            session.delete(world.head.assignments[0])
            session.flush()
            if name == "committed":
                session.commit()

    assert (world.head.name, len(world.head.assignments)) == ("Head", 1)


def test_what_a_request_wrote_is_gone_too(world: World, client: LintingClient, case: Case) -> None:
    for name in ("one", "another"):
        with case(name):
            client.signed_in_as(world.head)
            assert client.post("/requests/new", data={"school": "900101"}).status_code == 303
            assert db.session.query(SupportRequest).count() == 1

    assert db.session.query(SupportRequest).count() == 0
