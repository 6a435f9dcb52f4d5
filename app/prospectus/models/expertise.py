from __future__ import annotations

from datetime import date

from sqlalchemy import ForeignKey, String, Text, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column, relationship

from app.core.model import Record


class ExpertiseVersion(Record):
    """One edition of the list of areas; entries and requests keep the one they were made with."""

    __tablename__ = "expertise_version"

    name: Mapped[str] = mapped_column(String(40), unique=True)
    valid_from: Mapped[date]

    areas: Mapped[list[ExpertiseArea]] = relationship(
        back_populates="version", order_by="ExpertiseArea.position"
    )


class ExpertiseArea(Record):
    """An area of expertise, or (without a parent) the group that areas stand in."""

    __tablename__ = "expertise_area"
    __table_args__ = (UniqueConstraint("version_id", "code"),)

    version_id: Mapped[int] = mapped_column(ForeignKey("expertise_version.id"))
    parent_id: Mapped[int | None] = mapped_column(ForeignKey("expertise_area.id"))
    code: Mapped[str] = mapped_column(String(60))
    name: Mapped[str] = mapped_column(String(200))
    hint: Mapped[str] = mapped_column(Text, default="")
    inspection_area: Mapped[str] = mapped_column(String(200), default="")
    specialist_leader_area: Mapped[str] = mapped_column(String(200), default="")
    position: Mapped[int] = mapped_column(default=0)

    version: Mapped[ExpertiseVersion] = relationship(back_populates="areas")
    parent: Mapped[ExpertiseArea | None] = relationship(remote_side="ExpertiseArea.id")
