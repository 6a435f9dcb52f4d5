from __future__ import annotations

from datetime import date, datetime
from typing import TYPE_CHECKING

from sqlalchemy import ForeignKey, Text
from sqlalchemy.orm import Mapped, mapped_column, relationship

from app.accounts.models import Person
from app.commissions.changes.facts import EarlyEndReason, EndedBy, Shortfall
from app.core import clock
from app.core.model import Audited, Enumerated, Record, UTCDateTime

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
