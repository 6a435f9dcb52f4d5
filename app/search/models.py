"""What the index has still to be told, written in the same transaction as the change itself."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import Integer, String
from sqlalchemy.orm import Mapped, mapped_column

from app.core import clock
from app.core.model import UTCDateTime
from app.extensions import Base

LONGEST_DOCUMENT_ID = 80


class IndexUpdate(Base):
    """A document that may have changed; plumbing, so it leaves no audit trail."""

    __tablename__ = "index_update"

    id: Mapped[int] = mapped_column(Integer, primary_key=True)
    document_id: Mapped[str] = mapped_column(String(LONGEST_DOCUMENT_ID))
    created_at: Mapped[datetime] = mapped_column(UTCDateTime, default=clock.now)
