from __future__ import annotations

from datetime import date, datetime
from typing import TYPE_CHECKING

from sqlalchemy import ForeignKey, Text, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column, relationship

from app.accounts.models import Person
from app.commissions.facts import ApprovalKind, Asked
from app.core import clock
from app.core.model import Audited, Enumerated, Record, UTCDateTime

if TYPE_CHECKING:
    from app.commissions.models.agreement import AgreementVersion, Commission


class ApprovalAct(Record):
    """One act on the way to a decision about exactly one signed version; never changed."""

    __tablename__ = "approval_act"

    commission_id: Mapped[int] = mapped_column(ForeignKey("commission.id"), index=True)
    agreement_id: Mapped[int] = mapped_column(ForeignKey("agreement_version.id"))
    kind: Mapped[ApprovalKind] = mapped_column(Enumerated(ApprovalKind))
    person_id: Mapped[int] = mapped_column(ForeignKey("person.id"))
    # a recommendation, question, answer or reason
    words: Mapped[str] = mapped_column(Text, default="")
    # whose turn a question makes it
    asked: Mapped[Asked | None] = mapped_column(Enumerated(Asked))
    # the question that an answer is to
    answers_id: Mapped[int | None] = mapped_column(ForeignKey("approval_act.id"))

    commission: Mapped[Commission] = relationship(back_populates="approval_acts")
    agreement: Mapped[AgreementVersion] = relationship()
    person: Mapped[Person] = relationship()

    def audit_root(self) -> Audited:
        return self.commission


class ApprovalCondition(Record):
    """What the authority approved on condition of, and the day to look at it again.

    The provider says how it is met; an officer looks and records that it is, or sets a new day.
    """

    __tablename__ = "approval_condition"
    __table_args__ = (UniqueConstraint("commission_id", "position"),)

    commission_id: Mapped[int] = mapped_column(ForeignKey("commission.id"))
    position: Mapped[int]
    words: Mapped[str] = mapped_column(Text)
    due_on: Mapped[date]
    # the moment from which `due_on` runs: the approval, or the last look
    since: Mapped[datetime] = mapped_column(UTCDateTime, default=clock.now)
    report: Mapped[str] = mapped_column(Text, default="")
    reported_at: Mapped[datetime | None] = mapped_column(UTCDateTime)
    reported_by_id: Mapped[int | None] = mapped_column(ForeignKey("person.id"))
    # what the officer saw at the last look
    finding: Mapped[str] = mapped_column(Text, default="")
    looked_by_id: Mapped[int | None] = mapped_column(ForeignKey("person.id"))
    met_at: Mapped[datetime | None] = mapped_column(UTCDateTime)

    commission: Mapped[Commission] = relationship(back_populates="conditions")
    reported_by: Mapped[Person | None] = relationship(foreign_keys=[reported_by_id])
    looked_by: Mapped[Person | None] = relationship(foreign_keys=[looked_by_id])

    def audit_root(self) -> Audited:
        return self.commission
