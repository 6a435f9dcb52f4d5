from __future__ import annotations

from typing import TYPE_CHECKING

from sqlalchemy import func, select

from app.core.paging import Page, PageAsked, paginate
from app.extensions import db
from app.notifications.models import Message

if TYPE_CHECKING:
    from app.accounts.models import Person


def messages_of(person: Person, page: PageAsked) -> Page[Message]:
    """Return a person's own messages, the latest first."""
    query = (
        select(Message)
        .where(Message.person_id == person.id)
        .order_by(Message.created_at.desc(), Message.id.desc())
    )
    return paginate(db.session(), query, page)


def unread_of(person: Person) -> int:
    return (
        db.session.scalar(
            select(func.count())
            .select_from(Message)
            .where(Message.person_id == person.id, Message.read_at.is_(None))
        )
        or 0
    )
