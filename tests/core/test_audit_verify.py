"""The verifier must find every tampering: here are a thousand, at random but always the same."""

from __future__ import annotations

import random
from collections import Counter
from datetime import date

import pytest
from flask import Flask
from sqlalchemy import delete, exists, select, update
from sqlalchemy.orm import Session, scoped_session

from app.accounts.models import Person, RoleAssignment
from app.accounts.roles import Role
from app.core import audit_verify
from app.core.audit import AuditChain, AuditEvent
from app.core.audit_verify import Fault, verify
from app.extensions import Base, db
from app.schools.models import Authority, School
from tests.core.tamperings import KINDS, Part, dealt, whole

DbSession = scoped_session[Session]
TAMPERINGS = 1000
SEED = 20261123


def tell_story(session: DbSession) -> None:
    """Write some twenty events: creations, changes, a replaced secret, deletions."""
    authority = Authority(code="999", name="Invented")
    session.add(authority)
    session.flush()
    schools = [
        School(urn=900900 + n, name=f"School {n}", invented=True, authority_code="999")
        for n in range(4)
    ]
    session.add_all(schools)
    people = [
        Person(email=f"{n}@test.example", name=f"Person {n}", password_hash=f"hash {n}")
        for n in range(4)
    ]
    session.add_all(people)
    session.flush()
    for person, school in zip(people, schools, strict=True):
        role = Role.HEAD if school.urn % 2 else Role.CHAIR
        session.add(
            RoleAssignment(
                person=person, role=role, school_urn=school.urn, starts_on=date(2026, 9, 1)
            )
        )
    session.flush()
    for school in schools[:3]:
        school.name = f"{school.name} renamed"
        session.flush()
    schools[0].name = "School 0"  # as it was in the beginning
    people[0].password_hash = "another hash"
    people[1].active = False
    session.flush()
    session.delete(people[3].assignments[0])
    session.flush()
    session.expire(people[3])
    session.delete(people[3])
    session.delete(schools[3])
    session.flush()
    session.commit()


@pytest.fixture
def story(session: DbSession, monkeypatch: pytest.MonkeyPatch) -> Session:
    tell_story(session)
    # the tables without a row would only cost time, a thousand times over
    tables = audit_verify.audited_tables()
    filled = session.execute(select(*(exists().select_from(table) for table in tables))).one()
    told = [table for table, has_rows in zip(tables, filled, strict=True) if has_rows]
    monkeypatch.setattr(audit_verify, "audited_tables", lambda: told)
    return session()


def tampering(session: Session, part: Part, dice: random.Random) -> tuple[str, str]:
    """Tamper with this part in some way, and return which and what it did."""
    while True:
        tamper = dice.choice(KINDS)
        if (what := tamper(session, part, dice)) is not None:
            return tamper.__name__, what


class TestTampering:
    def test_is_found_a_thousand_times_of_a_thousand(self, story: Session) -> None:
        assert verify(story) == []
        dice = random.Random(SEED)  # noqa: S311  # the same thousand in every run
        trail = whole(story)
        missed, done = [], Counter[str]()
        while done.total() < TAMPERINGS:
            attempt = story.begin_nested()
            # each with records of its own: what is said of these is said of it and no other
            tampered = [(part, tampering(story, part, dice)) for part in dealt(trail, dice)]
            found = {fault.subject for fault in verify(story)}
            attempt.rollback()
            done.update(kind for _part, (kind, _what) in tampered)
            missed += [what for part, what in tampered if found.isdisjoint(part.subjects)]
        assert missed == []
        assert done.total() == TAMPERINGS
        assert set(done) == {kind.__name__ for kind in KINDS}
        assert verify(story) == []

    def test_is_told_with_the_record_and_what_is_wrong(self, story: Session) -> None:
        story.execute(update(School).where(School.urn == 900901).values(name="Another"))
        assert verify(story) == [Fault("school:900901", "name is not what its last event says")]

    def test_of_a_password_is_found_though_none_is_kept(self, story: Session) -> None:
        person = story.scalars(select(Person).order_by(Person.id)).first()
        assert person is not None
        table = Base.metadata.tables["person"]
        story.execute(update(table).where(table.c.id == person.id).values(password_hash="mine"))
        assert verify(story) == [
            Fault(f"person:{person.id}", "password_hash is not what its last event says")
        ]

    def test_of_the_last_event_is_found_though_the_record_is_as_it_says(
        self, story: Session
    ) -> None:
        from app.core.audit import Change, record_many

        record_many(story, [Change("school:900901", "looked at", {})])
        assert verify(story) == []
        story.execute(delete(AuditEvent).where(AuditEvent.action == "looked at"))
        assert verify(story) == [Fault("school:900901", "the chain does not end where it was left")]


class TestVerify:
    def test_looks_at_every_audited_table(self, app: Flask) -> None:
        names = {table.name for table in audit_verify.audited_tables()}
        assert {"person", "school", "commission", "objective", "signature"} <= names
        assert names.isdisjoint({"audit_event", "audit_chain", "submission"})

    def test_tells_how_far_it_is(self, story: Session) -> None:
        steps: list[int] = []
        verify(story, steps.append)
        assert sum(steps) == audit_verify.count_events(story)


class TestCommand:
    def test_succeeds_when_all_is_as_it_was_written(self, own_app: Flask) -> None:
        with own_app.app_context():
            tell_story(db.session)
        result = own_app.test_cli_runner().invoke(args=["audit", "verify"])
        assert result.exit_code == 0
        assert "events verified, no fault" in result.output

    def test_fails_and_names_the_record_when_not(self, own_app: Flask) -> None:
        with own_app.app_context():
            tell_story(db.session)
            db.session.execute(update(School).where(School.urn == 900901).values(name="Another"))
            db.session.execute(delete(AuditChain).where(AuditChain.subject == "authority:999"))
            db.session.commit()
        result = own_app.test_cli_runner().invoke(args=["audit", "verify"])
        assert result.exit_code == 1
        assert "school:900901: name is not what its last event says" in result.output
        assert "2 faults in" in result.output
