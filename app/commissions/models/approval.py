from __future__ import annotations

from typing import TYPE_CHECKING

from sqlalchemy import ForeignKey, Text
from sqlalchemy.orm import Mapped, mapped_column, relationship

from app.accounts.models import Person
from app.commissions.facts import ApprovalKind, Asked
from app.core.model import Audited, Enumerated, Record

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
