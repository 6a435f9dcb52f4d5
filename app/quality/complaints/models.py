from __future__ import annotations

from datetime import date, datetime

from sqlalchemy import ForeignKey, String, Text
from sqlalchemy.orm import Mapped, mapped_column, relationship

from app.accounts.models import Person
from app.commissions.models import Commission
from app.commissions.timings import due
from app.core import clock
from app.core.model import Enumerated, Record, UTCDateTime
from app.quality.complaints.facts import About, ComplaintOutcome, ComplaintStatus, MadeFor


class Complaint(Record):
    """What somebody complains of about one piece of support, and what came of it."""

    __tablename__ = "complaint"

    reference: Mapped[str] = mapped_column(String(12), unique=True)
    commission_id: Mapped[int] = mapped_column(ForeignKey("commission.id"), index=True)
    status: Mapped[ComplaintStatus] = mapped_column(
        Enumerated(ComplaintStatus), default=ComplaintStatus.MADE
    )
    moved_at: Mapped[datetime] = mapped_column(UTCDateTime, default=clock.now)
    about: Mapped[About] = mapped_column(Enumerated(About))
    words: Mapped[str] = mapped_column(Text)
    # what would put it right, in the complainant's eyes
    wanted: Mapped[str] = mapped_column(Text, default="")
    # who wrote it down: the complainant, or an officer on their behalf
    made_by_id: Mapped[int] = mapped_column(ForeignKey("person.id"), index=True)
    made_for: Mapped[MadeFor] = mapped_column(Enumerated(MadeFor))
    on_behalf: Mapped[bool] = mapped_column(default=False)
    # of somebody who has no account
    complainant: Mapped[str] = mapped_column(String(200), default="")

    acknowledged_at: Mapped[datetime | None] = mapped_column(UTCDateTime)
    acknowledged_by_id: Mapped[int | None] = mapped_column(ForeignKey("person.id"))
    acknowledgement: Mapped[str] = mapped_column(Text, default="")
    investigator_id: Mapped[int | None] = mapped_column(ForeignKey("person.id"), index=True)
    # all that those complained about read before the decision
    told_words: Mapped[str] = mapped_column(Text, default="")
    told_at: Mapped[datetime | None] = mapped_column(UTCDateTime)
    findings: Mapped[str] = mapped_column(Text, default="")
    outcome: Mapped[ComplaintOutcome | None] = mapped_column(Enumerated(ComplaintOutcome))
    # to the complainant; `told_outcome` is to those complained about
    reasons: Mapped[str] = mapped_column(Text, default="")
    told_outcome: Mapped[str] = mapped_column(Text, default="")
    decided_at: Mapped[datetime | None] = mapped_column(UTCDateTime)

    commission: Mapped[Commission] = relationship()
    made_by: Mapped[Person] = relationship(foreign_keys=[made_by_id])
    acknowledged_by: Mapped[Person | None] = relationship(foreign_keys=[acknowledged_by_id])
    investigator: Mapped[Person | None] = relationship(foreign_keys=[investigator_id])

    @property
    def due_on(self) -> date:
        """The day by which the next step is to be taken."""
        match self.status:
            case ComplaintStatus.ACKNOWLEDGED:
                return due(self.moved_at, "assign_complaint")
            case ComplaintStatus.INVESTIGATING:
                # a change of investigator gives no more time
                return due(self.acknowledged_at or self.moved_at, "investigate_complaint")
            case _:
                return due(self.moved_at, "acknowledge_complaint")
