from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from sqlalchemy import ForeignKey, String, Text
from sqlalchemy.orm import Mapped, mapped_column, relationship

from app.core.model import Audited, Enumerated, Record
from app.prospectus.facts import STANDING, DesignationStatus

if TYPE_CHECKING:
    from app.prospectus.models.provider import Provider


class DesignationType(Record):
    """An award somebody makes to providers. Data, for schemes come and go."""

    __tablename__ = "designation_type"

    code: Mapped[str] = mapped_column(String(60), unique=True)
    name: Mapped[str] = mapped_column(String(200))
    short_name: Mapped[str] = mapped_column(String(60))
    # who may hold it: person, organisation or both
    held_by: Mapped[str] = mapped_column(String(20))
    awarding_body: Mapped[str] = mapped_column(String(200))
    description: Mapped[str] = mapped_column(Text)
    scheme_ended_on: Mapped[date | None]
    term_years: Mapped[int | None]
    position: Mapped[int] = mapped_column(default=0)


class Designation(Record):
    """An award to one provider, with its dates."""

    __tablename__ = "designation"

    provider_id: Mapped[int] = mapped_column(ForeignKey("provider.id"), index=True)
    type_id: Mapped[int] = mapped_column(ForeignKey("designation_type.id"))
    standing: Mapped[DesignationStatus] = mapped_column(Enumerated(DesignationStatus))
    awarded_on: Mapped[date]
    ends_on: Mapped[date | None]

    provider: Mapped[Provider] = relationship(back_populates="designations")
    type: Mapped[DesignationType] = relationship(lazy="joined")

    def in_date(self, day: date) -> bool:
        """Tell whether it may be relied on that day."""
        ended = self.ends_on is not None and self.ends_on < day
        return self.standing in STANDING and self.awarded_on <= day and not ended

    def standing_on(self, day: date) -> DesignationStatus:
        """Return the standing that day: a term that ran out has lapsed, whatever was recorded."""
        if self.standing in STANDING and self.ends_on is not None and self.ends_on < day:
            return DesignationStatus.LAPSED
        return self.standing

    def audit_root(self) -> Audited:
        return self.provider
