"""What a feature calls to tell somebody something; sending happens after the commit."""

from __future__ import annotations

from hashlib import blake2b
from typing import TYPE_CHECKING

from sqlalchemy import select, update

from app.core import clock
from app.core.database import insert_into
from app.extensions import db
from app.notifications.models import Message

if TYPE_CHECKING:
    from collections.abc import Iterable

    from app.accounts.models import Person


def key_of(about: str) -> str:
    return blake2b(about.encode(), digest_size=32).hexdigest()


def told_of(abouts: Iterable[str]) -> set[str]:
    """Return those of which somebody was told already."""
    keys = {key_of(about): about for about in abouts}
    if not keys:
        return set()
    known = select(Message.key).where(Message.key.in_(keys)).distinct()
    return {keys[key] for key in db.session.scalars(known)}


def leave_message(*, to: Person, about: str, subject: str, body: str, path: str) -> None:
    """Write a message into the outbox, unless this person was told the same before.

    `about` says what it tells of: the same words for the same thing. `subject` is read by whoever
    looks over a shoulder, so it never says who is supported or why.
    """
    _leave(person_id=to.id, key=key_of(about), subject=subject, body=body, path=path)


def leave_letter(
    *, address: str, addressee: str, about: str, subject: str, body: str, path: str
) -> None:
    """Write to somebody without an account, unless the same was sent to that address before.

    `path` opens what it tells of without a sign-in, so it holds a signed link that runs out.
    """
    _leave(
        address=address.strip().lower(),
        addressee=addressee,
        key=key_of(about),
        subject=subject,
        body=body,
        path=path,
    )


def _leave(**values: object) -> None:
    # of two that tell the same at once, neither fails
    db.session.execute(
        insert_into(db.session.connection(), Message).values(**values).on_conflict_do_nothing()
    )


def mark_all_read(person: Person) -> None:
    db.session.execute(
        update(Message)
        .where(Message.person_id == person.id, Message.read_at.is_(None))
        .values(read_at=clock.now())
    )
