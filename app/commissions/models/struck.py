from __future__ import annotations

from datetime import datetime

from sqlalchemy import ForeignKey, Text
from sqlalchemy.orm import Mapped, declared_attr, mapped_column, relationship

from app.accounts.models import Person
from app.core.model import UTCDateTime


class Strikable:
    """An entry that can be struck out: it stays readable, counts nowhere, and can be restored."""

    struck_at: Mapped[datetime | None] = mapped_column(UTCDateTime)
    struck_by_id: Mapped[int | None] = mapped_column(ForeignKey("person.id"))
    struck_reason: Mapped[str | None] = mapped_column(Text)

    @declared_attr
    def struck_by(cls) -> Mapped[Person | None]:
        # most entries name another person, too: their author
        return relationship(foreign_keys=f"{cls.__name__}.struck_by_id")  # type: ignore[attr-defined]
