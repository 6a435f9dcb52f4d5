"""The reader's own shortlist: the account's, or the session's."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from flask import session
from sqlalchemy import select
from sqlalchemy.orm import joinedload

from app.accounts.models import Person
from app.extensions import db
from app.prospectus.models import Provider, ShortlistItem
from app.prospectus.queries import FOR_A_LIST, provider_by_slug
from app.web.access import current_person

MOST_KEPT = 8
SESSION_KEY = "shortlist"


@dataclass(frozen=True)
class Shortlist:
    """Ids of entries in the order in which they were added."""

    ids: Sequence[int] = ()

    @property
    def is_full(self) -> bool:
        return len(self.ids) >= MOST_KEPT

    def has(self, provider: Provider) -> bool:
        return provider.id in self.ids

    def __len__(self) -> int:
        return len(self.ids)


@dataclass(frozen=True)
class Kept:
    """An entry as its reader's list has it."""

    provider: Provider
    is_kept: bool


def readers_shortlist() -> Shortlist:
    """Return the list of whoever sent this request, in one statement or none."""
    person = current_person()
    return Shortlist(ids_in_session() if person is None else ids_of(person))


def ids_in_session() -> list[int]:
    return list(session.get(SESSION_KEY, ()))


def ids_of(person: Person) -> Sequence[int]:
    query = (
        select(ShortlistItem.provider_id)
        .where(ShortlistItem.person_id == person.id)
        .order_by(ShortlistItem.added_at, ShortlistItem.id)
    )
    return db.session.scalars(query).all()


def kept_entries(shortlist: Shortlist) -> list[Provider]:
    """Return what a comparison shows of each entry, in the list's order, public or not."""
    query = (
        select(Provider)
        .where(Provider.id.in_(shortlist.ids))
        .options(*FOR_A_LIST, joinedload(Provider.private))
    )
    found = {provider.id: provider for provider in db.session.scalars(query)}
    return [found[number] for number in shortlist.ids if number in found]


def entry_of_shortlist(slug: str) -> Kept | None:
    provider = provider_by_slug(slug)
    return Kept(provider, readers_shortlist().has(provider)) if provider else None
