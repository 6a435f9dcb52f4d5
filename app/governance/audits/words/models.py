from __future__ import annotations

from datetime import date

from sqlalchemy import JSON, ForeignKey, String, Text
from sqlalchemy.orm import Mapped, mapped_column, relationship

from app.core.model import Enumerated, Record
from app.governance.audits.words.facts import USUALLY_NEEDED, Kind
from app.prospectus.models import ExpertiseArea


class Wording(Record):
    """A statement or a question in one wording. Its words never change: new words are a new row."""

    __tablename__ = "audits_wording"

    authority_code: Mapped[str] = mapped_column(ForeignKey("authority.code"), index=True)
    kind: Mapped[Kind] = mapped_column(Enumerated(Kind))
    strand_id: Mapped[int] = mapped_column(ForeignKey("expertise_area.id"))
    words: Mapped[str] = mapped_column(String(300))
    guidance: Mapped[str] = mapped_column(Text, default="")
    # of a statement: people of a board who should be confident, until the board says otherwise
    needed: Mapped[int] = mapped_column(default=USUALLY_NEEDED)
    position: Mapped[int]
    retired_on: Mapped[date | None]
    replaces_id: Mapped[int | None] = mapped_column(ForeignKey("audits_wording.id"))
    # the first wording that means the same; None: this one is the first
    same_as_id: Mapped[int | None] = mapped_column(ForeignKey("audits_wording.id"))

    strand: Mapped[ExpertiseArea] = relationship(lazy="joined", innerjoin=True)

    @property
    def meaning(self) -> int:
        """Return what two wordings share that can be compared."""
        return self.same_as_id or self.id


class Scale(Record):
    """Four levels in words, the lowest first; like a wording, it is replaced and never changed."""

    __tablename__ = "audits_scale"

    authority_code: Mapped[str] = mapped_column(ForeignKey("authority.code"), index=True)
    levels: Mapped[list[str]] = mapped_column(JSON)
    retired_on: Mapped[date | None]
    replaces_id: Mapped[int | None] = mapped_column(ForeignKey("audits_scale.id"))
    same_as_id: Mapped[int | None] = mapped_column(ForeignKey("audits_scale.id"))

    @property
    def meaning(self) -> int:
        return self.same_as_id or self.id
