from __future__ import annotations

from datetime import date, datetime

from sqlalchemy import CheckConstraint, ForeignKey, Text, UniqueConstraint
from sqlalchemy.orm import Mapped, backref, mapped_column, relationship

from app.accounts.models import Person
from app.commissions.facts import Outcome
from app.commissions.models import Commission, Objective
from app.core.model import Audited, Enumerated, Record, UTCDateTime
from app.quality.facts import Decision


class QAJudgement(Record):
    """The quality assurance lead's own judgement; it stands beside both sides' evaluations."""

    __tablename__ = "qa_judgement"
    __table_args__ = (
        CheckConstraint("strength_of_evidence BETWEEN 0 AND 3", name="strength_of_evidence"),
        CheckConstraint("impact_level BETWEEN 1 AND 5", name="impact_level"),
    )

    commission_id: Mapped[int] = mapped_column(ForeignKey("commission.id"), unique=True)
    judge_id: Mapped[int] = mapped_column(ForeignKey("person.id"))
    decision: Mapped[Decision] = mapped_column(Enumerated(Decision))
    reasons: Mapped[str] = mapped_column(Text, default="")
    conditions: Mapped[str] = mapped_column(Text, default="")
    quality_of_delivery: Mapped[str] = mapped_column(Text)
    # none, assertion, document or data, triangulated or external
    strength_of_evidence: Mapped[int]
    # reaction, learning, organisational change, use of new practice, pupil outcomes
    impact_level: Mapped[int]
    value_for_money: Mapped[str] = mapped_column(Text)
    # where it departs from what either side wrote, and why
    differences: Mapped[str] = mapped_column(Text)
    decided_at: Mapped[datetime] = mapped_column(UTCDateTime)

    commission: Mapped[Commission] = relationship(backref=backref("judgement", uselist=False))
    judge: Mapped[Person] = relationship()
    outcomes: Mapped[list[ObjectiveOutcome]] = relationship(
        back_populates="judgement", order_by="ObjectiveOutcome.id"
    )

    def audit_root(self) -> Audited:
        return self.commission


class ObjectiveOutcome(Record):
    """How one objective ended, in the eyes of the quality assurance lead."""

    __tablename__ = "objective_outcome"
    __table_args__ = (UniqueConstraint("judgement_id", "objective_id"),)

    judgement_id: Mapped[int] = mapped_column(ForeignKey("qa_judgement.id"))
    objective_id: Mapped[int] = mapped_column(ForeignKey("objective.id"), index=True)
    outcome: Mapped[Outcome] = mapped_column(Enumerated(Outcome))
    reason: Mapped[str] = mapped_column(Text)
    # only of what cannot be measured yet
    look_again_on: Mapped[date | None]

    judgement: Mapped[QAJudgement] = relationship(back_populates="outcomes")
    objective: Mapped[Objective] = relationship()

    def audit_root(self) -> Audited:
        return self.judgement.commission
