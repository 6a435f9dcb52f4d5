from __future__ import annotations

from datetime import date, datetime
from typing import TYPE_CHECKING

from sqlalchemy import JSON, ForeignKey, String, Text
from sqlalchemy.orm import Mapped, mapped_column, relationship

from app.accounts.models import Person
from app.commissions.concerns.facts import (
    ConcernActKind,
    ConcernKind,
    ConcernStatus,
    RaisedFrom,
)
from app.commissions.timings import due
from app.core import clock
from app.core.model import Audited, Enumerated, Record, UTCDateTime

if TYPE_CHECKING:
    from app.commissions.models.agreement import Commission

_TIMINGS = {
    ConcernStatus.ACTED_ON: "settle_concern",
    ConcernStatus.ESCALATED: "settle_escalated_concern",
}


class Concern(Record):
    """Something that goes wrong with one piece of support while it is under way."""

    __tablename__ = "concern"

    # drawn, not counted: the number of a second concern would tell of the first
    reference: Mapped[str] = mapped_column(String(12), unique=True)
    commission_id: Mapped[int] = mapped_column(ForeignKey("commission.id"), index=True)
    status: Mapped[ConcernStatus] = mapped_column(
        Enumerated(ConcernStatus), default=ConcernStatus.RAISED
    )
    moved_at: Mapped[datetime] = mapped_column(UTCDateTime, default=clock.now)
    kind: Mapped[ConcernKind] = mapped_column(Enumerated(ConcernKind))
    words: Mapped[str] = mapped_column(Text)
    # the wish of whoever raised it; an officer decides
    in_confidence: Mapped[bool]
    raised_by_id: Mapped[int] = mapped_column(ForeignKey("person.id"), index=True)
    raised_from: Mapped[RaisedFrom] = mapped_column(Enumerated(RaisedFrom))
    shared_at: Mapped[datetime | None] = mapped_column(UTCDateTime)
    # values of `Tried`
    tried: Mapped[list[str]] = mapped_column(JSON, default=list)
    resolution: Mapped[str] = mapped_column(Text, default="")

    commission: Mapped[Commission] = relationship(back_populates="concerns")
    raised_by: Mapped[Person] = relationship()
    acts: Mapped[list[ConcernAct]] = relationship(
        back_populates="concern", order_by="ConcernAct.id"
    )

    @property
    def due_on(self) -> date:
        """The day by which somebody acts on it or settles it."""
        return due(self.moved_at, _TIMINGS.get(self.status, "act_on_concern"))

    def audit_root(self) -> Audited:
        return self.commission


class ConcernAct(Record):
    """What was done about a concern, by whom and when; never changed."""

    __tablename__ = "concern_act"

    concern_id: Mapped[int] = mapped_column(ForeignKey("concern.id"), index=True)
    kind: Mapped[ConcernActKind] = mapped_column(Enumerated(ConcernActKind))
    person_id: Mapped[int] = mapped_column(ForeignKey("person.id"))
    done_on: Mapped[date]
    words: Mapped[str] = mapped_column(Text, default="")

    concern: Mapped[Concern] = relationship(back_populates="acts")
    person: Mapped[Person] = relationship()

    def audit_root(self) -> Audited:
        return self.concern.commission
