"""Compares what rows say with what the register holds, and writes the difference in bulk."""

from collections import Counter
from collections.abc import Hashable, Sequence
from enum import StrEnum
from typing import Any, TypeVar

import sqlalchemy as sa
from sqlalchemy.orm import Session

from app.core import audit
from app.schools.facts import Gap
from app.schools.importing.drafts import Draft, Entry, Facts, Key, table_of
from app.schools.models import Authority, School, SchoolGroup


class Outcome(StrEnum):
    ADDED = "added"
    CHANGED = "changed"
    UNCHANGED = "unchanged"
    REJECTED = "rejected"


Place = TypeVar("Place", bound=Hashable)
# SQLite takes at most 32,766 variables in one statement, and a key has up to three parts
KEYS_AT_ONCE = 5_000
# what others point at is written first
_MENTIONED_TABLES = (table_of(Authority), table_of(SchoolGroup))


class Writer:
    """Writes one file's entries, batch by batch, within the caller's transaction."""

    def __init__(self, session: Session, run_id: int) -> None:
        self._session = session
        self._run_id = run_id
        self._already_mentioned: set[tuple[str, Key]] = set()

    def write(self, entries: Sequence[Entry]) -> Counter[Outcome]:
        """Count each entry once: added, changed, or unchanged together with what it mentions."""
        outcomes: dict[int, Outcome] = {}
        for table in _MENTIONED_TABLES:
            drafts = {
                index: draft
                for index, entry in enumerate(entries)
                for draft in entry.mentioned
                if draft.table is table and self._is_first_mention(draft)
            }
            for index, outcome in self._write_table(table, drafts).items():
                if outcome is not Outcome.UNCHANGED:
                    outcomes[index] = Outcome.CHANGED
        if entries:
            drafts_of_rows = {
                (index, place): draft
                for index, entry in enumerate(entries)
                for place, draft in enumerate((entry.main, *entry.rest))
            }
            written = self._write_table(entries[0].main.table, drafts_of_rows)
            for (index, place), outcome in written.items():
                outcomes[index] = _together(outcomes.get(index), outcome, is_main=not place)
        return Counter(outcomes.values())

    def _is_first_mention(self, draft: Draft) -> bool:
        """Let the first row of a file speak for a group or authority that many rows mention.

        Were rows to disagree, each import would otherwise change it to and fro.
        """
        name = (draft.table.name, draft.key)
        first = name not in self._already_mentioned
        self._already_mentioned.add(name)
        return first

    def _write_table(self, table: sa.Table, drafts: dict[Place, Draft]) -> dict[Place, Outcome]:
        if not drafts:
            return {}
        held = self._held(table, [draft.key for draft in drafts.values()])
        outcomes: dict[Place, Outcome] = {}
        inserts: list[dict[str, Any]] = []
        updates: list[dict[str, Any]] = []
        changes: list[audit.Change] = []
        for index, draft in drafts.items():
            old = held.get(draft.key)
            new = self._merged(table, draft, old)
            if old is None:
                outcomes[index] = Outcome.ADDED
                inserts.append(new)
            elif new != old:
                outcomes[index] = Outcome.CHANGED
                if "last_changed_run_id" in new:
                    new["last_changed_run_id"] = self._run_id
                updates.append({f"new_{column}": value for column, value in new.items()})
            else:
                outcomes[index] = Outcome.UNCHANGED
                continue
            subject = audit.name_of(table.name, "/".join(map(str, draft.key)))
            action = audit.CREATED if old is None else audit.CHANGED
            changes.append(
                audit.Change(subject, action, _differences(old, new), _root(table, draft.key))
            )
        if inserts:
            self._session.execute(sa.insert(table), inserts)
        if updates:
            self._session.execute(_update_statement(table), updates)
        audit.record_many(self._session, changes)
        return outcomes

    def _held(self, table: sa.Table, keys: Sequence[Key]) -> dict[Key, dict[str, Any]]:
        columns = list(table.primary_key.columns)
        names = [column.name for column in columns]
        held = {}
        for start in range(0, len(keys), KEYS_AT_ONCE):
            some = keys[start : start + KEYS_AT_ONCE]
            wanted = (
                columns[0].in_([key[0] for key in some])
                if len(columns) == 1
                else sa.tuple_(*columns).in_(list(some))
            )
            for row in self._session.execute(sa.select(table).where(wanted)).mappings():
                held[tuple(row[name] for name in names)] = dict(row)
        return held

    def _merged(self, table: sa.Table, draft: Draft, old: dict[str, Any] | None) -> dict[str, Any]:
        if old is None:
            new = dict.fromkeys(table.columns.keys())
            new |= zip(table.primary_key.columns.keys(), draft.key, strict=True)
            if table is table_of(School):
                new |= {"invented": False, "gaps": {}, "first_seen_run_id": self._run_id}
            if "last_changed_run_id" in new:
                new["last_changed_run_id"] = self._run_id
            if table is table_of(Authority):
                new["name"] = f"Authority {new['code']}"
        else:
            new = dict(old)
        _state(new, draft.facts)
        return new


def _together(before: Outcome | None, outcome: Outcome, *, is_main: bool) -> Outcome:
    """Return what became of a row: added with its main record, changed with any other."""
    if before is None or (is_main and outcome is Outcome.ADDED):
        return outcome
    if before is Outcome.UNCHANGED and outcome is not Outcome.UNCHANGED:
        return Outcome.CHANGED
    return before


def _state(record: dict[str, Any], facts: Facts) -> None:
    """Put the stated facts into the record, a stated gap as a missing value with its reason."""
    gaps = dict(record.get("gaps") or {})
    for column, meaning in facts.items():
        if isinstance(meaning, Gap):
            record[column] = None
            gaps[column] = meaning.value
        else:
            record[column] = meaning
            gaps.pop(column, None)
    if "gaps" in record:
        record["gaps"] = gaps


def _differences(old: dict[str, Any] | None, new: dict[str, Any]) -> dict[str, list[Any]]:
    before = old or {}
    return {
        column: [before.get(column), value]
        for column, value in new.items()
        if before.get(column) != value
    }


def _update_statement(table: sa.Table) -> sa.Update:
    keys = table.primary_key.columns
    return (
        sa.update(table)
        .where(*[column == sa.bindparam(f"new_{column.name}") for column in keys])
        .values(
            {
                column.name: sa.bindparam(f"new_{column.name}")
                for column in table.columns
                if column.name not in keys
            }
        )
    )


def _root(table: sa.Table, key: Key) -> str | None:
    """Links, memberships and figures appear on the timeline of what they begin with."""
    if len(table.primary_key.columns) == 1 or not key:
        return None
    return key[0] if isinstance(key[0], str) else audit.name_of("school", key[0])
