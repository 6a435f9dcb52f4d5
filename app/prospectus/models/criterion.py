from __future__ import annotations

from datetime import date

from sqlalchemy import ForeignKey, String, Text
from sqlalchemy.orm import Mapped, mapped_column

from app.core.model import Record


class Criterion(Record):
    """What an entry, or the holder of one kind of designation, is judged by.

    A row that somebody was judged by keeps its words: a reworded criterion is another row.
    """

    __tablename__ = "criterion"

    # only of those that the service starts with, so that they are loaded once
    code: Mapped[str | None] = mapped_column(String(60), unique=True)
    # None: for every entry in the prospectus
    designation_type_id: Mapped[int | None] = mapped_column(
        ForeignKey("designation_type.id"), index=True
    )
    position: Mapped[int] = mapped_column(default=0)
    words: Mapped[str] = mapped_column(String(200))
    guidance: Mapped[str] = mapped_column(Text, default="")
    retired_on: Mapped[date | None]
    replaces_id: Mapped[int | None] = mapped_column(ForeignKey("criterion.id"))
