"""The demonstration as it was prepared: its trail, and every state that can be looked at."""

from __future__ import annotations

from sqlalchemy import select

from app.core.audit_verify import verify
from app.extensions import Base, db
from tests.e2e.demonstration import behind

# what an act leaves nothing of to look at
GONE = {"discarded"}


def test_its_trail_has_no_fault(portal: str) -> None:
    with behind(portal):
        assert verify(db.session()) == []


def test_whatever_governors_do_can_be_seen_in_every_state(portal: str) -> None:
    with behind(portal):
        missing = {
            f"{mapper.class_.__name__} {status.value}"
            for mapper in Base.registry.mappers
            if mapper.class_.__module__.startswith("app.governance")
            if "status" in mapper.columns
            for status in set(mapper.columns["status"].type.enum)
            - set(db.session.scalars(select(mapper.class_.status)))
            if status.value not in GONE
        }
    assert missing == set()
