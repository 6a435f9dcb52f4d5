"""What changes a shortlist. Doing the same twice is doing it once."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from flask import session
from sqlalchemy import delete, select

from app.accounts.models import Person
from app.core import clock
from app.core.database import insert_into
from app.core.errors import DomainError
from app.extensions import db
from app.prospectus.models import Provider, ShortlistItem
from app.prospectus.shortlist.queries import (
    MOST_KEPT,
    SESSION_KEY,
    Shortlist,
    ids_in_session,
    ids_of,
)

FULL = f"Your shortlist holds {MOST_KEPT} providers, which is the most. Remove one to add another."


def keep(provider: Provider, person: Person | None) -> Shortlist:
    """Add an entry and return the new list; raise DomainError when the list is full."""
    before = Shortlist(ids_in_session() if person is None else ids_of(person))
    if before.has(provider):
        return before
    if before.is_full:
        raise DomainError(FULL)
    if person is None:
        session[SESSION_KEY] = [*before.ids, provider.id]
    else:
        _write(person, [provider.id])
    return Shortlist([*before.ids, provider.id])


def let_go(provider: Provider, person: Person | None) -> Shortlist:
    """Remove an entry and return the new list."""
    before = ids_in_session() if person is None else ids_of(person)
    after = [number for number in before if number != provider.id]
    if person is None:
        session[SESSION_KEY] = after
    else:
        db.session.execute(
            delete(ShortlistItem).where(
                ShortlistItem.person_id == person.id, ShortlistItem.provider_id == provider.id
            )
        )
    return Shortlist(after)


def bring_along(person: Person, session_before: Mapping[str, Any]) -> None:
    """Move what a visitor kept into the account they sign in to, as far as there is room."""
    there = ids_of(person)
    brought = [n for n in session_before.get(SESSION_KEY, ()) if n not in there]
    if not brought:
        return
    # a cookie may be older than the database
    known = set(db.session.scalars(select(Provider.id).where(Provider.id.in_(brought))))
    _write(person, [n for n in brought if n in known][: max(0, MOST_KEPT - len(there))])


def _write(person: Person, ids: Iterable[int]) -> None:
    connection = db.session.connection()
    for number in ids:
        db.session.execute(
            insert_into(connection, ShortlistItem)
            .values(person_id=person.id, provider_id=number, added_at=clock.now())
            # of two clicks at once, neither fails
            .on_conflict_do_nothing()
        )
