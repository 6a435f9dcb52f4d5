from __future__ import annotations

from datetime import date, datetime

from sqlalchemy import ForeignKey, Text
from sqlalchemy.orm import Mapped, backref, mapped_column, relationship

from app.accounts.models import Person
from app.commissions.models import Commission
from app.core import clock
from app.core.model import Audited, Record, UTCDateTime
from app.quality.models import QAJudgement


class JudgementCondition(Record):
    """What the judgement that counts depends on; either side reports, a lead looks at it.

    The words stay in the judgement, which is never changed.
    """

    __tablename__ = "judgement_condition"

    judgement_id: Mapped[int] = mapped_column(ForeignKey("qa_judgement.id"), unique=True)
    due_on: Mapped[date]
    # the moment from which `due_on` runs: the close, or the last look
    since: Mapped[datetime] = mapped_column(UTCDateTime, default=clock.now)
    report: Mapped[str] = mapped_column(Text, default="")
    reported_at: Mapped[datetime | None] = mapped_column(UTCDateTime)
    reported_by_id: Mapped[int | None] = mapped_column(ForeignKey("person.id"))
    # what the lead saw at the last look
    finding: Mapped[str] = mapped_column(Text, default="")
    looked_by_id: Mapped[int | None] = mapped_column(ForeignKey("person.id"))
    met_at: Mapped[datetime | None] = mapped_column(UTCDateTime)

    judgement: Mapped[QAJudgement] = relationship(backref=backref("condition", uselist=False))
    reported_by: Mapped[Person | None] = relationship(foreign_keys=[reported_by_id])
    looked_by: Mapped[Person | None] = relationship(foreign_keys=[looked_by_id])

    @property
    def commission(self) -> Commission:
        return self.judgement.commission

    def audit_root(self) -> Audited:
        return self.judgement.commission
