from __future__ import annotations

from datetime import datetime

from sqlalchemy import ForeignKey, Text
from sqlalchemy.orm import Mapped, backref, mapped_column, relationship

from app.accounts.models import Person
from app.commissions.models import Commission
from app.core import clock
from app.core.model import Audited, Enumerated, Record, UTCDateTime
from app.quality.closing.facts import ClosingStatus
from app.quality.models import QAJudgement


class ClosingReport(Record):
    """How the report about a judgement that counts stands with the authority.

    What the report says is read from the commission and the judgement, which never change. What
    was closed before there were reports has none, and nobody accepts it.
    """

    __tablename__ = "closing_report"

    judgement_id: Mapped[int] = mapped_column(ForeignKey("qa_judgement.id"), unique=True)
    status: Mapped[ClosingStatus] = mapped_column(
        Enumerated(ClosingStatus), default=ClosingStatus.PREPARED
    )
    moved_at: Mapped[datetime] = mapped_column(UTCDateTime, default=clock.now)
    # why it was returned last, and what the lead answered; the trail keeps what was said before
    reason: Mapped[str] = mapped_column(Text, default="")
    answer: Mapped[str] = mapped_column(Text, default="")
    decided_by_id: Mapped[int | None] = mapped_column(ForeignKey("person.id"))
    answered_by_id: Mapped[int | None] = mapped_column(ForeignKey("person.id"))

    judgement: Mapped[QAJudgement] = relationship(backref=backref("closing_report", uselist=False))
    decided_by: Mapped[Person | None] = relationship(foreign_keys=[decided_by_id])
    answered_by: Mapped[Person | None] = relationship(foreign_keys=[answered_by_id])

    @property
    def commission(self) -> Commission:
        return self.judgement.commission

    @property
    def is_open(self) -> bool:
        return self.status is not ClosingStatus.ACCEPTED

    def audit_root(self) -> Audited:
        return self.judgement.commission
