from __future__ import annotations

from datetime import date, datetime
from typing import TYPE_CHECKING

from sqlalchemy import ForeignKey, Text
from sqlalchemy.orm import Mapped, mapped_column, relationship

from app.accounts.models import Person
from app.commissions.changes.facts import EarlyEndReason, EndedBy, Shortfall
from app.core import clock
from app.core.model import Audited, Enumerated, Record, UTCDateTime
from app.schools.models import School

if TYPE_CHECKING:
    from app.commissions.models.agreement import Commission


class Pause(Record):
    """A time in which the support rests, until an officer resumes it or somebody ends it."""

    __tablename__ = "pause"

    commission_id: Mapped[int] = mapped_column(ForeignKey("commission.id"), index=True)
    paused_on: Mapped[date]
    paused_by_id: Mapped[int] = mapped_column(ForeignKey("person.id"))
    reason: Mapped[str] = mapped_column(Text)
    review_on: Mapped[date]
    # the moment from which `review_on` runs: the pause, or the last look
    since: Mapped[datetime] = mapped_column(UTCDateTime, default=clock.now)
    # what the officer found at the last look
    finding: Mapped[str] = mapped_column(Text, default="")
    over_on: Mapped[date | None]

    commission: Mapped[Commission] = relationship(back_populates="pauses")
    paused_by: Mapped[Person] = relationship()

    def audit_root(self) -> Audited:
        return self.commission


class EarlyEnd(Record):
    """Why support ended before its time, what did not work, and what is handed over."""

    __tablename__ = "early_end"

    commission_id: Mapped[int] = mapped_column(ForeignKey("commission.id"), unique=True)
    ended_by: Mapped[EndedBy] = mapped_column(Enumerated(EndedBy))
    person_id: Mapped[int] = mapped_column(ForeignKey("person.id"))
    ended_on: Mapped[date]
    reason: Mapped[EarlyEndReason] = mapped_column(Enumerated(EarlyEndReason))
    words: Mapped[str] = mapped_column(Text)
    shortfall: Mapped[Shortfall] = mapped_column(Enumerated(Shortfall))
    what_did_not_work: Mapped[str] = mapped_column(Text, default="")
    done: Mapped[str] = mapped_column(Text)
    remains: Mapped[str] = mapped_column(Text)
    takes_over: Mapped[str] = mapped_column(Text)

    commission: Mapped[Commission] = relationship(back_populates="early_end")
    person: Mapped[Person] = relationship()

    def audit_root(self) -> Audited:
        return self.commission


class SchoolMove(Record):
    """The school closed and its successor took over; the work keeps its whole history."""

    __tablename__ = "school_move"

    commission_id: Mapped[int] = mapped_column(ForeignKey("commission.id"), index=True)
    from_urn: Mapped[int] = mapped_column(ForeignKey("school.urn"))
    to_urn: Mapped[int] = mapped_column(ForeignKey("school.urn"))
    moved_on: Mapped[date]
    moved_by_id: Mapped[int] = mapped_column(ForeignKey("person.id"))

    commission: Mapped[Commission] = relationship()
    from_school: Mapped[School] = relationship(foreign_keys=[from_urn])
    to_school: Mapped[School] = relationship(foreign_keys=[to_urn])
    moved_by: Mapped[Person] = relationship()

    def audit_root(self) -> Audited:
        return self.commission


class LeadChange(Record):
    """Who leads the provider's work from a day on, and who led it until then, if they left."""

    __tablename__ = "lead_change"

    commission_id: Mapped[int] = mapped_column(ForeignKey("commission.id"), index=True)
    leads_id: Mapped[int] = mapped_column(ForeignKey("person.id"))
    from_on: Mapped[date]
    left_id: Mapped[int | None] = mapped_column(ForeignKey("person.id"))
    reason: Mapped[str] = mapped_column(Text)
    recorded_by_id: Mapped[int] = mapped_column(ForeignKey("person.id"))

    commission: Mapped[Commission] = relationship()
    leads: Mapped[Person] = relationship(foreign_keys=[leads_id])
    left: Mapped[Person | None] = relationship(foreign_keys=[left_id])
    recorded_by: Mapped[Person] = relationship(foreign_keys=[recorded_by_id])

    def audit_root(self) -> Audited:
        return self.commission
