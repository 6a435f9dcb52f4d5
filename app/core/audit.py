"""The audit trail: every mutation of a record, with old and new values, chained by hash.

Events are written by the session itself after each flush, so no service can forget one.
The chain runs per record: each event's hash covers its content and the hash before it.
"""

from __future__ import annotations

import hashlib
import json
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass
from datetime import UTC, date, datetime
from decimal import Decimal
from enum import Enum
from typing import TYPE_CHECKING, Any

from sqlalchemy import (
    JSON,
    Index,
    Integer,
    String,
    Text,
    UniqueConstraint,
    bindparam,
    cast,
    event,
    func,
    insert,
    inspect,
    select,
    text,
    update,
)
from sqlalchemy.orm import Mapped, Session, mapped_column

from app.core import clock
from app.core.audit_deleted import deleted_by
from app.core.audit_label import take_label
from app.core.model import Audited, UTCDateTime
from app.extensions import Base

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence

    from sqlalchemy import ColumnElement, Connection
    from sqlalchemy.orm import UOWTransaction

CREATED = "created"
CHANGED = "changed"
DELETED = "deleted"
# what every event's hash covers, with the hash before it
HASHED = ("id", "subject", "sequence", "root", "action", "actor_id", "at", "changes")
GENESIS = "0" * 64
_VOLATILE = frozenset({"version"})
_actor: ContextVar[int | None] = ContextVar("actor", default=None)
# SQLite takes at most 32,766 variables in one statement
LOOKUP_BATCH = 500


class AuditEvent(Base):
    """What happened to one record. `subject` is table:key; `root` owns the timeline it is on."""

    __tablename__ = "audit_event"
    __table_args__ = (
        UniqueConstraint("subject", "sequence"),
        Index("ix_audit_event_root", "root", "id"),
    )

    id: Mapped[int] = mapped_column(Integer, primary_key=True)
    subject: Mapped[str] = mapped_column(String(120))
    sequence: Mapped[int]
    root: Mapped[str] = mapped_column(String(120))
    action: Mapped[str] = mapped_column(String(60))
    actor_id: Mapped[int | None]
    at: Mapped[datetime] = mapped_column(UTCDateTime)
    # column name → old and new value
    changes: Mapped[dict[str, list[Any]]] = mapped_column(JSON)
    previous_hash: Mapped[str] = mapped_column(String(64))
    hash: Mapped[str] = mapped_column(String(64))


class AuditChain(Base):
    """How long one record's chain is and where it ends: without it, the end could be cut off."""

    __tablename__ = "audit_chain"

    subject: Mapped[str] = mapped_column(String(120), primary_key=True)
    length: Mapped[int]
    hash: Mapped[str] = mapped_column(String(64))


_EVENT, _CHAIN = AuditEvent.__table__.c, AuditChain.__table__.c
_MOVED = (
    update(AuditChain)
    .where(_CHAIN.subject == bindparam("of"))
    .values(length=bindparam("length"), hash=bindparam("hash"))
)


@dataclass(frozen=True)
class Change:
    """One mutation that a bulk writer made beside the ORM."""

    subject: str
    action: str
    changes: dict[str, list[Any]]
    root: str | None = None


@contextmanager
def acting(person_id: int | None) -> Iterator[None]:
    """Attribute every change flushed in the block to this person (None: the system)."""
    token = _actor.set(person_id)
    try:
        yield
    finally:
        _actor.reset(token)


def acting_person() -> int | None:
    """Return the id of whoever acts now; None for the system."""
    return _actor.get()


def name_of(table: str, key: object) -> str:
    return f"{table}:{key}"


def subject_of(record: Audited) -> str:
    """Return table:key of a flushed record."""
    mapper = inspect(record).mapper
    # not the identity: a new record gets that only after the events are written
    key = mapper.primary_key_from_instance(record)
    return name_of(mapper.local_table.name, "/".join(map(str, key)))


def changed_in_it(column: str) -> ColumnElement[bool]:
    """Return the condition that an event changed this column."""
    # a quotation mark inside a value is escaped, so only the name of a column can look like this
    return cast(AuditEvent.changes, Text).contains(f'"{column}":', autoescape=True)


def plain(value: object) -> Any:
    """Return the JSON form of a column's value, the same on every database."""
    if type(value) in _PLAIN_ALREADY:
        return value
    if isinstance(value, dict):
        return {str(key): plain(item) for key, item in value.items()}
    if isinstance(value, (list, tuple)):
        return [plain(item) for item in value]
    for kind, written in _WRITTEN.items():
        if isinstance(value, kind):
            return written(value)
    return value


# exactly these, for a StrEnum is a str too
_PLAIN_ALREADY = frozenset({str, int, float, bool, type(None)})
# a moment is also a date, so it stands first
_WRITTEN: dict[type, Callable[[Any], Any]] = {
    Enum: lambda member: member.value,
    datetime: lambda moment: moment.astimezone(UTC).isoformat(timespec="microseconds"),
    date: lambda day: day.isoformat(),
    # 1.50 and 1.5 are one value; databases differ in the zeros they return
    Decimal: lambda number: format(number.normalize(), "f"),
}


def digest(previous: str, row: dict[str, Any]) -> str:
    """Return the hash that chains `row` to the event before it."""
    content = {key: plain(row[key]) for key in HASHED}
    written = json.dumps(content, sort_keys=True, separators=(",", ":"), ensure_ascii=True)
    return hashlib.sha256(f"{previous}{written}".encode()).hexdigest()


def withheld(value: object) -> str | None:
    """Return what stands in the trail instead of a secret: enough to see that it was replaced."""
    if value is None:
        return None
    return f"not kept, {hashlib.sha256(str(value).encode()).hexdigest()[:32]}"


def record_many(session: Session, changes: Sequence[Change]) -> None:
    """Append one event for each change; for writers that go past the ORM, and the ORM itself."""
    if not changes:
        return
    # straight to the tables: nobody waits for these rows as objects
    connection = session.connection()
    earlier = _ends_of_chains(connection, {change.subject for change in changes})
    ends = dict(earlier)
    rows = []
    at, actor = clock.now(), _actor.get()
    for number, change in zip(_new_ids(connection, len(changes)), changes, strict=True):
        length, previous = ends.get(change.subject, (0, GENESIS))
        row = {
            "id": number,
            "subject": change.subject,
            "sequence": length + 1,
            "root": change.root or change.subject,
            "action": change.action,
            "actor_id": actor,
            "at": at,
            "changes": plain(change.changes),
            "previous_hash": previous,
        }
        row["hash"] = digest(previous, row)
        ends[change.subject] = (length + 1, row["hash"])
        rows.append(row)
    connection.execute(insert(AuditEvent), rows)
    for statement, wanted in ((insert(AuditChain), False), (_MOVED, True)):
        if lines := [
            {"of" if wanted else "subject": subject, "length": length, "hash": value}
            for subject, (length, value) in ends.items()
            if (subject in earlier) is wanted
        ]:
            connection.execute(statement, lines)


def _new_ids(connection: Connection, count: int) -> Sequence[int]:
    """Return the next numbers of events: a hash covers the number, so it is known beforehand."""
    if connection.dialect.name == "postgresql":
        query = text(
            "SELECT nextval(pg_get_serial_sequence('audit_event', 'id'))"
            " FROM generate_series(1, :count)"
        )
        return sorted(connection.scalars(query, {"count": count}))
    # SQLite has one writer at a time
    last = connection.scalar(select(func.max(_EVENT.id))) or 0
    return range(last + 1, last + 1 + count)


def _ends_of_chains(connection: Connection, subjects: set[str]) -> dict[str, tuple[int, str]]:
    ends: dict[str, tuple[int, str]] = {}
    ordered = sorted(subjects)
    for start in range(0, len(ordered), LOOKUP_BATCH):
        some = ordered[start : start + LOOKUP_BATCH]
        query = select(_CHAIN.subject, _CHAIN.length, _CHAIN.hash).where(_CHAIN.subject.in_(some))
        for subject, length, value in connection.execute(query):
            ends[subject] = (length, value)
    return ends


def _changes_of(record: Audited, action: str) -> dict[str, list[Any]]:
    state = inspect(record)
    changes: dict[str, list[Any]] = {}
    for attribute in state.mapper.column_attrs:
        column = attribute.columns[0]
        history = state.attrs[attribute.key].history
        if action == DELETED:
            old, new = getattr(record, attribute.key), None
        elif action == CREATED:
            old, new = None, state.dict.get(attribute.key)
        elif history.has_changes():
            old = history.deleted[0] if history.deleted else None
            new = history.added[0] if history.added else None
        else:
            continue
        if old == new or (column.name in _VOLATILE and action == CHANGED):
            continue
        form = withheld if column.name in record.__audit_secret__ else plain
        changes[column.name] = [form(old), form(new)]
    return changes


def _after_flush(session: Session, context: UOWTransaction) -> None:
    events = []
    deleted = deleted_by(context)
    for records, action in (
        (session.new, CREATED),
        (session.dirty - deleted, CHANGED),
        (deleted, DELETED),
    ):
        for record in sorted(_audited(records), key=subject_of):
            label = take_label(record)
            changes = _changes_of(record, action)
            if changes or label:
                root = subject_of(record.audit_root())
                # a deletion keeps its name: the verifier asks it whether the record still lives
                name = action if action == DELETED else label or action
                events.append(Change(subject_of(record), name, changes, root))
    record_many(session, events)


def _audited(records: Iterable[object]) -> list[Audited]:
    return [record for record in records if isinstance(record, Audited)]


def listen() -> None:
    """Write the trail of every session; called once when the application is made."""
    if not event.contains(Session, "after_flush", _after_flush):
        event.listen(Session, "after_flush", _after_flush)
