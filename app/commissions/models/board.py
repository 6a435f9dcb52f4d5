from __future__ import annotations

from datetime import datetime

from sqlalchemy import ForeignKey, Integer, Text, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column, relationship

from app.accounts.models import Person
from app.commissions.models.request import SupportRequest
from app.core import clock
from app.core.model import Audited, Record, UTCDateTime, Versioned
from app.extensions import Base


class Assignment(Versioned, Record):
    """Which officer works on a request and on the commissions that come from it.

    A row of its own: a school that changes its request must not meet a version of the officers.
    """

    __tablename__ = "assignment"

    request_id: Mapped[int] = mapped_column(ForeignKey("support_request.id"), unique=True)
    officer_id: Mapped[int | None] = mapped_column(ForeignKey("person.id"), index=True)

    request: Mapped[SupportRequest] = relationship()
    officer: Mapped[Person | None] = relationship()

    def audit_root(self) -> Audited:
        return self.request


class Watch(Base):
    """A request, with what comes from it, that an officer keeps an eye on.

    A private note that decides nothing, so it leaves no trace in the audit trail.
    """

    __tablename__ = "watch"
    __table_args__ = (UniqueConstraint("person_id", "request_id"),)

    id: Mapped[int] = mapped_column(Integer, primary_key=True)
    person_id: Mapped[int] = mapped_column(ForeignKey("person.id"))
    request_id: Mapped[int] = mapped_column(ForeignKey("support_request.id"), index=True)
    since: Mapped[datetime] = mapped_column(UTCDateTime, default=clock.now)


class OfficerNote(Record):
    """What an officer writes for other officers; never changed, and never read by a side."""

    __tablename__ = "officer_note"

    request_id: Mapped[int] = mapped_column(ForeignKey("support_request.id"), index=True)
    author_id: Mapped[int] = mapped_column(ForeignKey("person.id"))
    words: Mapped[str] = mapped_column(Text)

    request: Mapped[SupportRequest] = relationship()
    author: Mapped[Person] = relationship()

    def audit_root(self) -> Audited:
        return self.request
