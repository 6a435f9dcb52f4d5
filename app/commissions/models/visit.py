from __future__ import annotations

from datetime import date, datetime, timedelta
from typing import TYPE_CHECKING, ClassVar

from sqlalchemy import ForeignKey, String, Text
from sqlalchemy.orm import Mapped, mapped_column, relationship

from app.accounts.models import Person
from app.commissions.facts import Side, VisitMode
from app.commissions.visits.facts import VisitStatus
from app.core import clock
from app.core.model import Audited, Enumerated, Record, UTCDateTime

if TYPE_CHECKING:
    from app.commissions.models.agreement import Commission
    from app.commissions.models.delivery import VisitNote


class Visit(Record):
    """An appointment. Its note makes it a visit that was held; only one note of it stands."""

    __tablename__ = "visit"

    commission_id: Mapped[int] = mapped_column(ForeignKey("commission.id"), index=True)
    status: Mapped[VisitStatus] = mapped_column(Enumerated(VisitStatus), default=VisitStatus.BOOKED)
    moved_at: Mapped[datetime] = mapped_column(UTCDateTime, default=clock.now)
    starts_at: Mapped[datetime] = mapped_column(UTCDateTime, index=True)
    minutes: Mapped[int]
    mode: Mapped[VisitMode] = mapped_column(Enumerated(VisitMode))
    # where it is, or how to join
    place: Mapped[str] = mapped_column(String(200))
    booked_by_id: Mapped[int] = mapped_column(ForeignKey("person.id"))
    # the earlier booking that was moved to this time
    replaces_id: Mapped[int | None] = mapped_column(ForeignKey("visit.id"), unique=True)
    # which side could not keep it, and why
    side: Mapped[Side | None] = mapped_column(Enumerated(Side))
    reason: Mapped[str] = mapped_column(Text, default="")
    ended_by_id: Mapped[int | None] = mapped_column(ForeignKey("person.id"))

    commission: Mapped[Commission] = relationship(back_populates="visits")
    booked_by: Mapped[Person] = relationship(foreign_keys=[booked_by_id])
    ended_by: Mapped[Person | None] = relationship(foreign_keys=[ended_by_id])
    replaces: Mapped[Visit | None] = relationship(remote_side="Visit.id")
    note: Mapped[VisitNote | None] = relationship(
        primaryjoin="and_(Visit.id == VisitNote.visit_id, VisitNote.struck_at.is_(None))",
        back_populates="visit",
        uselist=False,
    )

    @property
    def ends_at(self) -> datetime:
        return self.starts_at + timedelta(minutes=self.minutes)

    @property
    def day(self) -> date:
        """The date on the wall calendar in England."""
        return clock.in_london(self.starts_at).date()

    @property
    def replaced_by(self) -> Visit | None:
        """Return the booking that it was moved to."""
        if self.status is not VisitStatus.CANCELLED:
            return None
        return next((v for v in self.commission.visits if v.replaces_id == self.id), None)

    @property
    def notice_days(self) -> int:
        """Whole days from the cancelling to the day of the visit."""
        return max(0, (self.day - clock.in_london(self.moved_at).date()).days)

    def audit_root(self) -> Audited:
        return self.commission


class CalendarFeed(Record):
    """The secret address of one person's calendar; only a fingerprint of the secret is kept."""

    __tablename__ = "calendar_feed"
    __audit_secret__: ClassVar[frozenset[str]] = frozenset({"token_hash"})

    person_id: Mapped[int] = mapped_column(ForeignKey("person.id"), unique=True)
    token_hash: Mapped[str] = mapped_column(String(64), unique=True)
    made_at: Mapped[datetime] = mapped_column(UTCDateTime, default=clock.now)

    person: Mapped[Person] = relationship()
