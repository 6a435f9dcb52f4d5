from __future__ import annotations

from datetime import date, datetime
from decimal import Decimal
from typing import TYPE_CHECKING

from sqlalchemy import JSON, ForeignKey, Index, Numeric, String, Text, UniqueConstraint, text
from sqlalchemy.orm import Mapped, mapped_column, relationship

from app.accounts.models import Person
from app.commissions.facts import Acknowledgement, Side, VisitMode
from app.commissions.models.struck import Strikable
from app.core.model import Audited, Enumerated, Record, UTCDateTime

if TYPE_CHECKING:
    from app.commissions.models.agreement import Commission
    from app.commissions.models.objective import Objective
    from app.commissions.models.visit import Visit


class Measurement(Strikable, Record):
    """A later reading of an objective's measure, on the way from starting point to target."""

    __tablename__ = "measurement"

    objective_id: Mapped[int] = mapped_column(ForeignKey("objective.id"), index=True)
    value: Mapped[Decimal] = mapped_column(Numeric(12, 2))
    taken_on: Mapped[date]
    cohort: Mapped[str] = mapped_column(String(200))
    cohort_size: Mapped[int | None]
    source: Mapped[str] = mapped_column(String(200))
    evidence: Mapped[str] = mapped_column(Text, default="")
    recorded_by_id: Mapped[int] = mapped_column(ForeignKey("person.id"))
    # how many terms after the close it was taken; None on the way to the target
    follow_up: Mapped[int | None]

    objective: Mapped[Objective] = relationship(back_populates="measurements")
    recorded_by: Mapped[Person] = relationship(foreign_keys=[recorded_by_id])

    def audit_root(self) -> Audited:
        return self.objective.commission


class VisitNote(Strikable, Record):
    """One contact, written and signed off by the provider, acknowledged by the school."""

    __tablename__ = "visit_note"
    # a visit has one note that stands, beside any that were struck out
    __table_args__ = (
        Index(
            "ix_visit_note_visit_id",
            "visit_id",
            unique=True,
            sqlite_where=text("struck_at IS NULL"),
            postgresql_where=text("struck_at IS NULL"),
        ),
    )

    commission_id: Mapped[int] = mapped_column(ForeignKey("commission.id"), index=True)
    # a visit may be held without an appointment
    visit_id: Mapped[int | None] = mapped_column(ForeignKey("visit.id"))
    author_id: Mapped[int] = mapped_column(ForeignKey("person.id"))
    held_on: Mapped[date]
    hours: Mapped[Decimal] = mapped_column(Numeric(4, 1))
    # the part of the agreed days that it used
    days_used: Mapped[Decimal] = mapped_column(Numeric(4, 1))
    mode: Mapped[VisitMode] = mapped_column(Enumerated(VisitMode))
    roles_seen: Mapped[str] = mapped_column(String(200))
    # keys of the objectives it worked on
    objective_ids: Mapped[list[int]] = mapped_column(JSON, default=list)
    activity: Mapped[str] = mapped_column(Text)
    evidence: Mapped[str] = mapped_column(Text, default="")
    progress: Mapped[str] = mapped_column(Text)
    next_steps: Mapped[str] = mapped_column(Text)
    next_visit_on: Mapped[date | None]
    concerns: Mapped[str] = mapped_column(Text, default="")
    acknowledgement: Mapped[Acknowledgement | None] = mapped_column(Enumerated(Acknowledgement))
    acknowledged_by_id: Mapped[int | None] = mapped_column(ForeignKey("person.id"))
    acknowledged_at: Mapped[datetime | None] = mapped_column(UTCDateTime)
    school_comment: Mapped[str] = mapped_column(Text, default="")

    commission: Mapped[Commission] = relationship(back_populates="visit_notes")
    visit: Mapped[Visit | None] = relationship(back_populates="note")
    author: Mapped[Person] = relationship(foreign_keys=[author_id])
    acknowledged_by: Mapped[Person | None] = relationship(foreign_keys=[acknowledged_by_id])

    def audit_root(self) -> Audited:
        return self.commission


class Evaluation(Record):
    """One side's judgement at the end; the other side reads it only when both are in."""

    __tablename__ = "evaluation"
    __table_args__ = (UniqueConstraint("commission_id", "side"),)

    commission_id: Mapped[int] = mapped_column(ForeignKey("commission.id"))
    side: Mapped[Side] = mapped_column(Enumerated(Side))
    author_id: Mapped[int] = mapped_column(ForeignKey("person.id"))
    overall: Mapped[str] = mapped_column(Text)
    what_remains: Mapped[str] = mapped_column(Text, default="")
    submitted_at: Mapped[datetime | None] = mapped_column(UTCDateTime)

    commission: Mapped[Commission] = relationship(back_populates="evaluations")
    author: Mapped[Person] = relationship()
    findings: Mapped[list[EvaluationFinding]] = relationship(
        back_populates="evaluation", order_by="EvaluationFinding.id"
    )

    def audit_root(self) -> Audited:
        return self.commission


class EvaluationFinding(Record):
    __tablename__ = "evaluation_finding"
    __table_args__ = (UniqueConstraint("evaluation_id", "objective_id"),)

    evaluation_id: Mapped[int] = mapped_column(ForeignKey("evaluation.id"))
    objective_id: Mapped[int] = mapped_column(ForeignKey("objective.id"))
    impact: Mapped[str] = mapped_column(Text)
    evidence: Mapped[str] = mapped_column(Text, default="")

    evaluation: Mapped[Evaluation] = relationship(back_populates="findings")
    objective: Mapped[Objective] = relationship()

    def audit_root(self) -> Audited:
        return self.evaluation.commission
