"""What people are told, written in the same transaction as what it tells of."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import CheckConstraint, ForeignKey, Index, Integer, String, Text, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column, relationship

from app.accounts.models import Person
from app.core import clock
from app.core.model import UTCDateTime
from app.extensions import Base

LONGEST_SUBJECT = 200


class Message(Base):
    """One message to one person, in the portal and by e-mail; or a letter, by e-mail alone.

    A letter goes to somebody without an account: a referee, a governor who was never invited.
    Plumbing, so it leaves no audit trail: what it tells of has one.
    """

    __tablename__ = "message"
    __table_args__ = (
        # nobody is told the same thing twice
        UniqueConstraint("person_id", "key"),
        UniqueConstraint("address", "key"),
        CheckConstraint("(person_id IS NULL) <> (address IS NULL)", name="one_reader"),
        Index("ix_message_unsent", "sent_at", "id"),
    )

    id: Mapped[int] = mapped_column(Integer, primary_key=True)
    person_id: Mapped[int | None] = mapped_column(ForeignKey("person.id"))
    # of a letter: where it goes, and to whom
    address: Mapped[str | None] = mapped_column(String(254))
    addressee: Mapped[str | None] = mapped_column(String(200))
    key: Mapped[str] = mapped_column(String(64))
    subject: Mapped[str] = mapped_column(String(LONGEST_SUBJECT))
    body: Mapped[str] = mapped_column(Text)
    # where in the portal it leads
    path: Mapped[str] = mapped_column(String(200))
    created_at: Mapped[datetime] = mapped_column(UTCDateTime, default=clock.now)
    read_at: Mapped[datetime | None] = mapped_column(UTCDateTime)
    sent_at: Mapped[datetime | None] = mapped_column(UTCDateTime)
    tries: Mapped[int] = mapped_column(default=0)
    # not before then: a try is under way, or the last one failed
    try_after: Mapped[datetime | None] = mapped_column(UTCDateTime)

    person: Mapped[Person | None] = relationship()

    @property
    def reader(self) -> tuple[str, str]:
        """Return the reader's name and e-mail address."""
        if self.person is not None:
            return self.person.name, self.person.email
        return self.addressee or "", self.address or ""
