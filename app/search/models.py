"""What the index has still to be told, written in the same transaction as the change itself."""

from __future__ import annotations

from datetime import date, datetime

from sqlalchemy import Integer, String, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from app.core import clock
from app.core.model import UTCDateTime
from app.extensions import Base

LONGEST_DOCUMENT_ID = 80
LONGEST_UNFOUND = 100


class IndexUpdate(Base):
    """A document that may have changed; plumbing, so it leaves no audit trail."""

    __tablename__ = "index_update"

    id: Mapped[int] = mapped_column(Integer, primary_key=True)
    document_id: Mapped[str] = mapped_column(String(LONGEST_DOCUMENT_ID))
    created_at: Mapped[datetime] = mapped_column(UTCDateTime, default=clock.now)


class UnfoundSearch(Base):
    """Words that nothing in the prospectus fitted, and how often on a day; no person, no address.

    Plumbing, so it leaves no audit trail.
    """

    __tablename__ = "unfound_search"
    __table_args__ = (UniqueConstraint("day", "words"),)

    id: Mapped[int] = mapped_column(Integer, primary_key=True)
    day: Mapped[date]
    words: Mapped[str] = mapped_column(String(LONGEST_UNFOUND))
    times: Mapped[int]
