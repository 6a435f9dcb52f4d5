from __future__ import annotations

from datetime import datetime

from sqlalchemy import ForeignKey, Integer, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from app.core import clock
from app.core.model import UTCDateTime
from app.extensions import Base


class ShortlistItem(Base):
    """An entry that somebody keeps for themselves.

    A private note that decides nothing, so it leaves no trace in the audit trail; what of it goes
    into a request is recorded there.
    """

    __tablename__ = "shortlist_item"
    __table_args__ = (UniqueConstraint("person_id", "provider_id"),)

    id: Mapped[int] = mapped_column(Integer, primary_key=True)
    person_id: Mapped[int] = mapped_column(ForeignKey("person.id"))
    provider_id: Mapped[int] = mapped_column(ForeignKey("provider.id"), index=True)
    added_at: Mapped[datetime] = mapped_column(UTCDateTime, default=clock.now)
