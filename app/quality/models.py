from __future__ import annotations

from datetime import date, datetime

from sqlalchemy import JSON, CheckConstraint, ForeignKey, Text, UniqueConstraint
from sqlalchemy.orm import Mapped, backref, mapped_column, relationship

from app.accounts.models import Person
from app.commissions.facts import Outcome
from app.commissions.models import Commission, Objective
from app.core.model import Audited, Enumerated, Record, UTCDateTime
from app.quality.facts import Decision, Part, Spread


class QAJudgement(Record):
    """One quality assurance lead's own judgement, beside both sides' evaluations; never changed.

    A commission has one, or where it was sampled a first, a second and perhaps a moderated one.
    """

    __tablename__ = "qa_judgement"
    __table_args__ = (
        UniqueConstraint("commission_id", "part"),
        CheckConstraint("strength_of_evidence BETWEEN 0 AND 3", name="strength_of_evidence"),
        CheckConstraint("impact_level BETWEEN 1 AND 5", name="impact_level"),
    )

    commission_id: Mapped[int] = mapped_column(ForeignKey("commission.id"))
    # None of the earliest, which no rule could sample: it is the only one, and counts. What a
    # migration filled in would differ from the audit trail.
    part: Mapped[Part | None] = mapped_column(Enumerated(Part))
    judge_id: Mapped[int] = mapped_column(ForeignKey("person.id"))
    decision: Mapped[Decision] = mapped_column(Enumerated(Decision))
    reasons: Mapped[str] = mapped_column(Text, default="")
    conditions: Mapped[str] = mapped_column(Text, default="")
    # by when a lead looks at them; not asked of the earliest
    conditions_due_on: Mapped[date | None]
    quality_of_delivery: Mapped[str] = mapped_column(Text)
    # none, assertion, document or data, triangulated or external
    strength_of_evidence: Mapped[int]
    # reaction, learning, organisational change, use of new practice, pupil outcomes
    impact_level: Mapped[int]
    value_for_money: Mapped[str] = mapped_column(Text)
    # where it departs from what either side wrote, and why
    differences: Mapped[str] = mapped_column(Text)
    decided_at: Mapped[datetime] = mapped_column(UTCDateTime)
    # not asked of the earliest judgements
    sides: Mapped[Spread | None] = mapped_column(Enumerated(Spread))
    # which rules asked for a second one; of a first judgement only
    sampled_for: Mapped[list[str] | None] = mapped_column(JSON(none_as_null=True))
    # how two that differed were brought together, and the day both judges met if they did
    moderation: Mapped[str | None] = mapped_column(Text)
    met_on: Mapped[date | None]
    # since when it is the one that counts; the others of its commission never do
    stands_since: Mapped[datetime | None] = mapped_column(UTCDateTime)

    commission: Mapped[Commission] = relationship(
        backref=backref("judgements", order_by="QAJudgement.id")
    )
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
