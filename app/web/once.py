"""Remembers the forms that were taken, so that posting one twice makes one record."""

from __future__ import annotations

import hashlib
from datetime import datetime

from sqlalchemy import String, Text, delete
from sqlalchemy.orm import Mapped, Session, mapped_column

from app.core import clock
from app.core.model import UTCDateTime
from app.extensions import Base

TOKEN_LENGTH = 36


class Submission(Base):
    """One posted form, claimed before its view runs and committed together with its effect."""

    __tablename__ = "submission"

    key: Mapped[str] = mapped_column(String(64), primary_key=True)
    location: Mapped[str] = mapped_column(Text, default="")
    at: Mapped[datetime] = mapped_column(UTCDateTime, default=clock.now)


def forget_before(session: Session, moment: datetime) -> None:
    """Delete the claims of forms so old that nobody goes back to them."""
    session.execute(delete(Submission).where(Submission.at < moment))


def submission_key(person_id: str | None, path: str, token: str) -> str:
    """Return the key of a form copy: the same token from another person is another form."""
    text = "\n".join((person_id or "", path, token[:TOKEN_LENGTH]))
    return hashlib.sha256(text.encode()).hexdigest()
