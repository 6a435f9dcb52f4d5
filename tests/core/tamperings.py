"""Ways to tamper with the trail or with records past it, each told by what it did."""

from __future__ import annotations

import random
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Any

from sqlalchemy import Table, delete, insert, select, update
from sqlalchemy.orm import Session

from app.accounts.roles import Role
from app.core import audit_verify
from app.core.audit import digest, name_of
from app.extensions import Base
from app.schools.models import School

EVENTS, CHAINS = Base.metadata.tables["audit_event"], Base.metadata.tables["audit_chain"]
# one letter a part, so that no two parts write the same where it must be there once
LETTERS = "vwxyz"


@dataclass(frozen=True)
class Part:
    """Some of the records and all that the trail says of them; nobody else tampers with these."""

    number: int
    subjects: set[str]
    events: list[dict[str, Any]]
    chains: list[Any]
    rows: list[tuple[Table, Any]]

    @property
    def unused(self) -> int:
        """Return a key that nothing has."""
        return 900_990 + self.number


# done to the tables by SQL; tells in words what it did, None when there was nothing to do
Tampering = Callable[[Session, Part, random.Random], str | None]


def whole(session: Session) -> Part:
    tables = [Base.metadata.tables[name] for name in ("person", "school", "role_assignment")]
    events = session.execute(select(EVENTS).order_by(EVENTS.c.id)).mappings()
    chains = session.execute(select(CHAINS).order_by(CHAINS.c.subject)).all()
    rows = [
        (table, row)
        for table in tables
        for row in session.execute(select(table).order_by(key_of(table))).mappings()
    ]
    subjects = {chain.subject for chain in chains}
    return Part(0, subjects, [dict(event) for event in events], list(chains), rows)


def dealt(trail: Part, dice: random.Random) -> list[Part]:
    """Return the trail in parts, one a letter; each also has two subjects that are not there."""
    subjects = sorted(trail.subjects)
    dice.shuffle(subjects)
    return [
        part_of(trail, number, subjects[number :: len(LETTERS)]) for number in range(len(LETTERS))
    ]


def part_of(trail: Part, number: int, subjects: list[str]) -> Part:
    part = Part(
        number,
        set(subjects),
        [event for event in trail.events if event["subject"] in subjects],
        [chain for chain in trail.chains if chain.subject in subjects],
        [
            (table, row)
            for table, row in trail.rows
            if name_of(table.name, row[key_of(table).name]) in subjects
        ],
    )
    part.subjects.update({f"school:{part.unused}", f"letter:{part.unused}"})
    return part


def key_of(table: Table) -> Any:
    return next(iter(table.primary_key))


def different(value: Any, column: Any, part: Part, dice: random.Random) -> Any:
    """Return another value that the column can hold."""
    step = 10_000 * part.number + dice.randint(1000, 9000)
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
            letter = LETTERS[part.number]
            letter = letter if value[place : place + 1] != letter else "_"
            other = value[:place] + letter + value[place + 1 :]
    return other


def some_event(part: Part, dice: random.Random) -> dict[str, Any]:
    return dict(dice.choice(part.events))


def change_an_event(session: Session, part: Part, dice: random.Random) -> str:
    event = some_event(part, dice)
    column = dice.choice(list(EVENTS.columns))
    value = different(event[column.name], column, part, dice)
    session.execute(update(EVENTS).where(EVENTS.c.id == event["id"]).values({column: value}))
    return f"{column.name} of {event['subject']} event {event['sequence']}"


def change_an_event_and_hash_it_again(session: Session, part: Part, dice: random.Random) -> str:
    event = some_event(part, dice)
    event["changes"] = different(event["changes"], EVENTS.c.changes, part, dice)
    values = {"changes": event["changes"], "hash": digest(event["previous_hash"], event)}
    session.execute(update(EVENTS).where(EVENTS.c.id == event["id"]).values(values))
    return f"{event['subject']} event {event['sequence']}"


def delete_an_event(session: Session, part: Part, dice: random.Random) -> str:
    event = some_event(part, dice)
    session.execute(delete(EVENTS).where(EVENTS.c.id == event["id"]))
    return f"{event['subject']} event {event['sequence']}"


def delete_the_end_of_a_chain(session: Session, part: Part, dice: random.Random) -> str:
    chain = dice.choice(part.chains)
    kept = dice.randrange(chain.length)
    session.execute(
        delete(EVENTS).where(EVENTS.c.subject == chain.subject, EVENTS.c.sequence > kept)
    )
    return f"{chain.subject} after {kept}"


def delete_a_whole_chain(session: Session, part: Part, dice: random.Random) -> str:
    chain = dice.choice(part.chains)
    session.execute(delete(EVENTS).where(EVENTS.c.subject == chain.subject))
    return str(chain.subject)


def forge_an_event(session: Session, part: Part, dice: random.Random) -> str:
    """Append one that follows correctly, by somebody who has read how the hash is made."""
    chain = dice.choice(part.chains)
    event = some_event(part, dice) | {
        "id": 10**6 + part.number,
        "subject": chain.subject,
        "sequence": chain.length + 1,
        "action": dice.choice(["changed", "deleted", "approve"]),
        "changes": dice.choice([{}, {"name": ["School 1", "School 2"]}]),
        "previous_hash": chain.hash,
    }
    event["hash"] = digest(chain.hash, event)
    session.execute(insert(EVENTS), [event])
    return f"{event['action']} at the end of {chain.subject}"


def forge_a_chain(session: Session, part: Part, dice: random.Random) -> str:
    event = some_event(part, dice) | {
        "id": 10**6 + part.number,
        "subject": f"{dice.choice(['school', 'letter'])}:{part.unused}",
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


def swap_two_events(session: Session, part: Part, dice: random.Random) -> str | None:
    one, other = some_event(part, dice), some_event(part, dice)
    content = dice.choice([("changes",), ("action", "changes"), ("hash",), ("at", "hash")])
    if all(one[name] == other[name] for name in content):
        return None
    for event, twin in ((one, other), (other, one)):
        values = {name: twin[name] for name in content}
        session.execute(update(EVENTS).where(EVENTS.c.id == event["id"]).values(values))
    return f"{content} of {one['subject']} and {other['subject']}"


def change_a_record(session: Session, part: Part, dice: random.Random) -> str | None:
    if not part.rows:
        return None
    table, row = dice.choice(part.rows)
    columns = [
        column
        for column in table.columns
        if not column.foreign_keys and (not column.primary_key or table.name == "role_assignment")
    ]
    column = dice.choice([column for column in columns if column.name != "version"])
    key = key_of(table)
    value = different(row[column.name], column, part, dice)
    session.execute(update(table).where(key == row[key.name]).values({column: value}))
    return f"{column} of {row[key.name]}"


def delete_a_record(session: Session, part: Part, dice: random.Random) -> str | None:
    # to delete others, what refers to them would have to go first
    rows = [(table, row) for table, row in part.rows if table.name == "role_assignment"]
    if not rows:
        return None
    table, row = dice.choice(rows)
    session.execute(delete(table).where(table.c.id == row["id"]))
    return f"role_assignment:{row['id']}"


def add_a_record(session: Session, part: Part, dice: random.Random) -> str:
    values = {"urn": part.unused, "name": "Nowhere", "invented": True, "authority_code": "999"}
    session.execute(insert(School.__table__), [values])  # type: ignore[arg-type]
    return f"school:{part.unused}"


def move_the_end_of_a_chain(session: Session, part: Part, dice: random.Random) -> str:
    chain = dice.choice(part.chains)
    here = CHAINS.c.subject == chain.subject
    if dice.random() < 0.3:
        session.execute(delete(CHAINS).where(here))
    else:
        column = dice.choice(list(CHAINS.columns))
        value = different(getattr(chain, column.name), column, part, dice)
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
