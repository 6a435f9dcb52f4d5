"""Checks the audit trail: every chain unbroken, and every record as its chain left it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from sqlalchemy import Table, func, select

from app.core.audit import (
    DELETED,
    GENESIS,
    AuditChain,
    AuditEvent,
    digest,
    name_of,
    plain,
    withheld,
)
from app.core.model import Audited
from app.extensions import Base

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from sqlalchemy.orm import Session

BATCH = 2000
State = dict[str, Any]


@dataclass(frozen=True)
class Fault:
    subject: str
    reason: str


@dataclass
class _Chain:
    sequence: int
    hash: str
    state: State
    alive: bool


def verify(session: Session, advance: Callable[[int], object] = lambda _done: None) -> list[Fault]:
    """Return every fault found; `advance` hears how many events were read.

    Changed, inserted or removed events break a chain or miss its recorded end; a row changed past
    the application differs from what its chain says. Who rewrites events, ends and rows together
    and alike leaves no trace here: against that stands a backup kept elsewhere.
    """
    chains: dict[str, _Chain] = {}
    faults: list[Fault] = []
    columns = AuditEvent.__table__.c
    query = select(*columns).order_by(columns.subject, columns.sequence)
    for rows in session.execute(query.execution_options(yield_per=BATCH)).partitions():
        for row in rows:
            faults.extend(_follow(chains, row._asdict()))  # SQLAlchemy's public name
        advance(len(rows))
    faults.extend(_compare_ends(session, chains))
    tables = audited_tables()
    for table in tables:
        faults.extend(_compare(session, table, chains))
    names = {table.name for table in tables}
    faults.extend(
        Fault(subject, "no such record can exist")
        for subject in chains
        if subject.partition(":")[0] not in names
    )
    return sorted(set(faults), key=lambda fault: (fault.subject, fault.reason))


def count_events(session: Session) -> int:
    return session.scalar(select(func.count()).select_from(AuditEvent)) or 0


def audited_tables() -> list[Table]:
    return sorted(
        {
            mapper.local_table
            for mapper in Base.registry.mappers
            if issubclass(mapper.class_, Audited) and isinstance(mapper.local_table, Table)
        },
        key=lambda table: table.name,
    )


def _follow(chains: dict[str, _Chain], row: dict[str, Any]) -> Iterator[Fault]:
    subject = row["subject"]
    chain = chains.setdefault(subject, _Chain(0, GENESIS, {}, alive=False))
    if row["sequence"] != chain.sequence + 1:
        yield Fault(subject, f"event {chain.sequence + 1} is missing")
    elif row["previous_hash"] != chain.hash:
        yield Fault(subject, f"event {row['sequence']} does not follow the one before it")
    if row["hash"] != digest(row["previous_hash"], row):
        yield Fault(subject, f"event {row['sequence']} was altered")
    if row["action"] == DELETED and not chain.alive:
        yield Fault(subject, f"event {row['sequence']} deletes what is not there")
    for column, (_old, new) in row["changes"].items():
        chain.state[column] = new
    chain.sequence, chain.hash = row["sequence"], row["hash"]
    chain.alive = row["action"] != DELETED


def _compare_ends(session: Session, chains: dict[str, _Chain]) -> Iterator[Fault]:
    columns = AuditChain.__table__.c
    ended: set[str] = set()
    for row in session.execute(select(*columns).execution_options(yield_per=BATCH)):
        ended.add(row.subject)
        chain = chains.get(row.subject)
        if chain is None or (chain.sequence, chain.hash) != (row.length, row.hash):
            yield Fault(row.subject, "the chain does not end where it was left")
    for subject in chains.keys() - ended:
        yield Fault(subject, "the chain does not end where it was left")


def _compare(session: Session, table: Table, chains: dict[str, _Chain]) -> Iterator[Fault]:
    keys = list(table.primary_key.columns)
    seen: set[str] = set()
    query = select(table).order_by(*keys).execution_options(yield_per=BATCH)
    for row in session.execute(query).mappings():
        subject = name_of(table.name, "/".join(str(row[key]) for key in keys))
        seen.add(subject)
        chain = chains.get(subject)
        if chain is None:
            yield Fault(subject, "the record has no events")
            continue
        if not chain.alive:
            yield Fault(subject, "the record is there after its deletion")
            continue
        for column, value in row.items():
            expected = chain.state.get(column)
            if expected not in (plain(value), withheld(value)) and column != "version":
                yield Fault(subject, f"{column} is not what its last event says")
    for subject, chain in chains.items():
        if chain.alive and subject.startswith(f"{table.name}:") and subject not in seen:
            yield Fault(subject, "the record is gone without an event")
