"""The verifier must find every tampering: here are a thousand, at random but always the same."""

from __future__ import annotations

import random
from collections import Counter
from collections.abc import Callable
from datetime import date, datetime, timedelta
from typing import Any

import pytest
from flask import Flask
from sqlalchemy import Table, delete, insert, select, update
from sqlalchemy.orm import Session, scoped_session

from app.accounts.models import Person, RoleAssignment
from app.accounts.roles import Role
from app.core import audit_verify
from app.core.audit import AuditChain, AuditEvent, digest
from app.core.audit_verify import Fault, verify
from app.extensions import Base, db
from app.schools.models import Authority, School

DbSession = scoped_session[Session]
EVENTS, CHAINS = Base.metadata.tables["audit_event"], Base.metadata.tables["audit_chain"]
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


# each tampering is done to the tables by SQL and tells in words what it did; None: nothing to do
Tampering = Callable[[Session, random.Random], str | None]


def different(value: Any, column: Any, dice: random.Random) -> Any:
    """Return another value that the column can hold."""
    step = dice.randint(1000, 9000)
    match value:
        case None:
            kind = column.type.python_type
            other: Any = {int: 1, float: 1.5, date: date(2027, 1, 1)}.get(kind, "tampered")
        case bool():
            other = not value
        case Role():
            other = dice.choice([role for role in Role if role is not value])
        case datetime():
            other = value + timedelta(microseconds=step)
        case date():
            other = value + timedelta(days=step)
        case int() | float():
            other = value + step
        case dict():
            other = value | {f"column{step}": [None, step]}
        case _:
            place = dice.randrange(len(value)) if value else 0
            letter = "x" if value[place : place + 1] != "x" else "y"
            other = value[:place] + letter + value[place + 1 :]
    return other


def some_event(session: Session, dice: random.Random) -> dict[str, Any]:
    return dice.choice([dict(row) for row in session.execute(select(EVENTS)).mappings()])


def change_an_event(session: Session, dice: random.Random) -> str:
    event = some_event(session, dice)
    column = dice.choice(list(EVENTS.columns))
    value = different(event[column.name], column, dice)
    session.execute(update(EVENTS).where(EVENTS.c.id == event["id"]).values({column: value}))
    return f"{column.name} of {event['subject']} event {event['sequence']}"


def change_an_event_and_hash_it_again(session: Session, dice: random.Random) -> str:
    event = some_event(session, dice)
    event["changes"] = different(event["changes"], EVENTS.c.changes, dice)
    values = {"changes": event["changes"], "hash": digest(event["previous_hash"], event)}
    session.execute(update(EVENTS).where(EVENTS.c.id == event["id"]).values(values))
    return f"{event['subject']} event {event['sequence']}"


def delete_an_event(session: Session, dice: random.Random) -> str:
    event = some_event(session, dice)
    session.execute(delete(EVENTS).where(EVENTS.c.id == event["id"]))
    return f"{event['subject']} event {event['sequence']}"


def delete_the_end_of_a_chain(session: Session, dice: random.Random) -> str:
    chain = dice.choice(session.execute(select(CHAINS)).all())
    kept = dice.randrange(chain.length)
    session.execute(
        delete(EVENTS).where(EVENTS.c.subject == chain.subject, EVENTS.c.sequence > kept)
    )
    return f"{chain.subject} after {kept}"


def delete_a_whole_chain(session: Session, dice: random.Random) -> str:
    chain = dice.choice(session.execute(select(CHAINS)).all())
    session.execute(delete(EVENTS).where(EVENTS.c.subject == chain.subject))
    return str(chain.subject)


def forge_an_event(session: Session, dice: random.Random) -> str:
    """Append one that follows correctly, by somebody who has read how the hash is made."""
    chain = dice.choice(session.execute(select(CHAINS)).all())
    event = some_event(session, dice) | {
        "id": 10**6,
        "subject": chain.subject,
        "sequence": chain.length + 1,
        "action": dice.choice(["changed", "deleted", "approve"]),
        "changes": dice.choice([{}, {"name": ["School 1", "School 2"]}]),
        "previous_hash": chain.hash,
    }
    event["hash"] = digest(chain.hash, event)
    session.execute(insert(EVENTS), [event])
    return f"{event['action']} at the end of {chain.subject}"


def forge_a_chain(session: Session, dice: random.Random) -> str:
    event = some_event(session, dice) | {
        "id": 10**6,
        "subject": dice.choice(["school:1", "letter:1"]),
        "sequence": 1,
        "changes": {},
        "previous_hash": audit_verify.GENESIS,
    }
    event["hash"] = digest(audit_verify.GENESIS, event)
    session.execute(insert(EVENTS), [event])
    if dice.random() < 0.5:
        end = {"subject": event["subject"], "length": 1, "hash": event["hash"]}
        session.execute(insert(CHAINS), [end])
    return f"{event['action']} {event['subject']}"


def swap_two_events(session: Session, dice: random.Random) -> str | None:
    one, other = some_event(session, dice), some_event(session, dice)
    content = dice.choice([("changes",), ("action", "changes"), ("hash",), ("at", "hash")])
    if all(one[name] == other[name] for name in content):
        return None
    for event, twin in ((one, other), (other, one)):
        values = {name: twin[name] for name in content}
        session.execute(update(EVENTS).where(EVENTS.c.id == event["id"]).values(values))
    return f"{content} of {one['subject']} and {other['subject']}"


def some_row(session: Session, dice: random.Random) -> tuple[Table, Any]:
    tables = [Base.metadata.tables[name] for name in ("person", "school", "role_assignment")]
    return dice.choice(
        [(table, row) for table in tables for row in session.execute(select(table)).mappings()]
    )


def change_a_record(session: Session, dice: random.Random) -> str:
    table, row = some_row(session, dice)
    columns = [
        column
        for column in table.columns
        if not column.foreign_keys and (not column.primary_key or table.name == "role_assignment")
    ]
    column = dice.choice([column for column in columns if column.name != "version"])
    key = next(iter(table.primary_key))
    value = different(row[column.name], column, dice)
    session.execute(update(table).where(key == row[key.name]).values({column: value}))
    return f"{column} of {row[key.name]}"


def delete_a_record(session: Session, dice: random.Random) -> str:
    table = Base.metadata.tables["role_assignment"]
    row = dice.choice(session.execute(select(table)).all())
    session.execute(delete(table).where(table.c.id == row.id))
    return f"role_assignment:{row.id}"


def add_a_record(session: Session, dice: random.Random) -> str:
    values = {"urn": 900999, "name": "Nowhere", "invented": True, "authority_code": "999"}
    session.execute(insert(School.__table__), [values])  # type: ignore[arg-type]
    return "school:900999"


def move_the_end_of_a_chain(session: Session, dice: random.Random) -> str:
    chain = dice.choice(session.execute(select(CHAINS)).all())
    here = CHAINS.c.subject == chain.subject
    if dice.random() < 0.3:
        session.execute(delete(CHAINS).where(here))
    else:
        column = dice.choice(list(CHAINS.columns))
        value = different(getattr(chain, column.name), column, dice)
        session.execute(update(CHAINS).where(here).values({column: value}))
    return str(chain.subject)


KINDS: tuple[Tampering, ...] = (
    change_an_event,
    change_an_event_and_hash_it_again,
    delete_an_event,
    delete_the_end_of_a_chain,
    delete_a_whole_chain,
    forge_an_event,
    forge_a_chain,
    swap_two_events,
    change_a_record,
    delete_a_record,
    add_a_record,
    move_the_end_of_a_chain,
)


@pytest.fixture
def story(session: DbSession, monkeypatch: pytest.MonkeyPatch) -> Session:
    tell_story(session)
    # the tables without a row would only cost time, a thousand times over
    told = [
        table for table in audit_verify.audited_tables() if session.execute(select(table)).first()
    ]
    monkeypatch.setattr(audit_verify, "audited_tables", lambda: told)
    return session()


class TestTampering:
    def test_is_found_a_thousand_times_of_a_thousand(self, story: Session) -> None:
        assert verify(story) == []
        dice = random.Random(SEED)  # noqa: S311  # the same thousand in every run
        missed, done = [], Counter[str]()
        while done.total() < TAMPERINGS:
            tamper = dice.choice(KINDS)
            attempt = story.begin_nested()
            if (what := tamper(story, dice)) is not None:
                done[tamper.__name__] += 1
                if not verify(story):
                    missed.append(f"{tamper.__name__}: {what}")
            attempt.rollback()
        assert missed == []
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
