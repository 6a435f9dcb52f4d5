"""Ways to tamper with the trail or with records past it, each told by what it did."""

from __future__ import annotations

import random
from collections.abc import Callable
from datetime import date, datetime, timedelta
from typing import Any

from sqlalchemy import Table, delete, insert, select, update
from sqlalchemy.orm import Session

from app.accounts.roles import Role
from app.core import audit_verify
from app.core.audit import digest
from app.extensions import Base
from app.schools.models import School

EVENTS, CHAINS = Base.metadata.tables["audit_event"], Base.metadata.tables["audit_chain"]
# done to the tables by SQL; tells in words what it did, None when there was nothing to do
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
