"""A process keeps the entries it has read, and nobody meets an old one."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import asdict
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from flask import Flask
from sqlalchemy import event, select
from sqlalchemy.orm import Session, scoped_session

from app.extensions import db
from app.prospectus import listed as module
from app.prospectus import services
from app.prospectus.facts import Availability, DesignationStatus
from app.prospectus.listed import Listed, listed
from app.prospectus.models import DesignationType, ExpertiseArea, Provider
from tests.factories.prospectus import make_entry
from tests.schools.files import Importer, write_csv

DbSession = scoped_session[Session]
pytestmark = pytest.mark.usefixtures("reference_data")


@pytest.fixture
def entry(reference_data: None, session: DbSession) -> Provider:
    made = make_entry("Ada Marsh", expertise={"phonics": "In Year 1", "writing": ""})
    services.add_designation(made, type_code="sle", awarded_on=date(2024, 1, 1))
    session.commit()
    return made


@contextmanager
def asked() -> Iterator[list[str]]:
    """Yield what the database is asked in the block."""
    seen: list[str] = []

    def note(_c: Any, _cursor: Any, statement: str, *_rest: Any) -> None:
        if statement.startswith("SELECT"):
            seen.append(statement)

    watched = db.session.get_bind()
    event.listen(watched, "before_cursor_execute", note)
    try:
        yield seen
    finally:
        event.remove(watched, "before_cursor_execute", note)


def one(entry: Provider) -> Listed:
    return listed([entry.id])[0]


def said(entry: Provider) -> dict[str, Any]:
    return asdict(one(entry))


def said_afresh(entry: Provider) -> dict[str, Any]:
    module.forget()
    return said(entry)


def renamed(kind: type[DesignationType | ExpertiseArea], code: str) -> Callable[[Provider], object]:
    def change(_entry: Provider) -> None:
        db.session.scalars(select(kind).where(kind.code == code)).one().name = "Another name"

    return change


def recounted(entry: Provider) -> None:
    services.set_record(
        entry,
        commissions_assured=5,
        objectives_met=5,
        objectives_partly_met=0,
        objectives_not_met=0,
        objectives_not_yet=0,
    )


CHANGES: dict[str, Callable[[Provider], object]] = {
    "its own words": lambda entry: setattr(entry, "headline", "Helps headteachers"),
    "whether it is free": lambda entry: setattr(entry, "availability", Availability.WAITING_LIST),
    "when it was confirmed": lambda entry: setattr(entry, "confirmed_on", date(2020, 1, 1)),
    "its home school": lambda entry: setattr(entry, "host_urn", 900202),
    "a note on its expertise": lambda entry: setattr(entry.expertise[0], "note", "In Reception"),
    "an area less": lambda entry: services.set_expertise(entry, {"phonics": ""}),
    "another designation": lambda entry: services.add_designation(
        entry, type_code="sle", awarded_on=date(2026, 1, 1)
    ),
    "a designation suspended": lambda entry: setattr(
        entry.designations[0], "standing", DesignationStatus.SUSPENDED
    ),
    "its record": recounted,
    "the name of an area": renamed(ExpertiseArea, "phonics"),
    "the name of a kind of designation": renamed(DesignationType, "sle"),
}


def test_what_was_read_before_costs_one_statement_for_all(entry: Provider) -> None:
    other = make_entry("Bea Stone")
    before = listed([entry.id, other.id])

    with asked() as statements:
        assert listed([entry.id, other.id]) == before
    assert len(statements) == 1


@pytest.mark.parametrize("what", CHANGES)
def test_a_change_is_seen_at_once(entry: Provider, session: DbSession, what: str) -> None:
    before = said(entry)

    CHANGES[what](entry)
    session.flush()

    now = said(entry)
    assert now != before
    assert now == said_afresh(entry)


def test_a_change_of_one_leaves_the_others_kept(entry: Provider, session: DbSession) -> None:
    other = make_entry("Bea Stone")
    listed([entry.id, other.id])

    entry.name = "Ada Moor"
    session.flush()

    with asked() as statements:
        names = [found.name for found in listed([other.id, entry.id])]
    assert names == ["Bea Stone", "Ada Moor"]
    assert len(statements) == 4


def test_what_was_taken_back_is_not_kept(entry: Provider, session: DbSession) -> None:
    entry.name = "Ada Moor"
    session.flush()
    assert one(entry).name == "Ada Moor"

    session.rollback()

    assert one(entry).name == "Ada Marsh"


def test_a_school_that_the_register_renames_is_seen_at_once(
    app: Flask, session: DbSession, tmp_path: Path
) -> None:
    importer = Importer(app, tmp_path)
    importer.counts(write_csv(tmp_path / "a.csv", {"EstablishmentName": "Old Primary School"}))
    entry = make_entry(host_urn=108134)
    session.commit()
    assert "Old" in str(one(entry).host)

    importer.counts(write_csv(tmp_path / "b.csv", {"EstablishmentName": "New Primary School"}))

    assert "New" in str(one(entry).host)


def test_an_entry_out_of_sight_is_gone_though_it_is_kept(
    entry: Provider, session: DbSession
) -> None:
    one(entry)

    services.hide(entry, by=None)
    session.flush()

    assert listed([entry.id]) == []


def test_a_recount_does_not_disturb_who_writes_the_entry(
    entry: Provider, session: DbSession
) -> None:
    version = entry.version

    recounted(entry)
    session.commit()

    assert entry.version == version


def test_no_more_are_kept_than_there_is_room_for(
    entry: Provider, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(module, "KEPT_ENTRIES", 2)
    entries = [entry, *(make_entry(name) for name in ("Bea Stone", "Cal Beck"))]
    module.forget()

    for made in entries:
        assert one(made).name == made.name
        assert len(module._kept) <= 2
    assert len(listed([made.id for made in entries])) == 3
    assert len(module._kept) <= 2
