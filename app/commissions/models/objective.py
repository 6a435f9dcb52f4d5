from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import TYPE_CHECKING

from sqlalchemy import ForeignKey, Numeric, String, Text
from sqlalchemy.orm import Mapped, mapped_column, relationship

from app.commissions.facts import Direction
from app.commissions.models.struck import Strikable
from app.core.model import Audited, Enumerated, Record, Versioned

if TYPE_CHECKING:
    from app.commissions.models.agreement import Commission
    from app.commissions.models.delivery import Measurement
    from app.commissions.models.variation import Variation


class Objective(Strikable, Versioned, Record):
    """One change sought, in one measure."""

    __tablename__ = "objective"

    commission_id: Mapped[int] = mapped_column(ForeignKey("commission.id"), index=True)
    position: Mapped[int]
    change_sought: Mapped[str] = mapped_column(Text)
    measure: Mapped[str] = mapped_column(String(200))
    unit: Mapped[str] = mapped_column(String(40))
    direction: Mapped[Direction] = mapped_column(Enumerated(Direction))
    success_measure: Mapped[str] = mapped_column(Text, default="")

    commission: Mapped[Commission] = relationship(back_populates="objectives")
    starting_point: Mapped[StartingPoint | None] = relationship(
        back_populates="objective", cascade="all, delete-orphan"
    )
    target: Mapped[Target | None] = relationship(
        back_populates="objective", cascade="all, delete-orphan"
    )
    # those that stand; what was struck out counts nowhere
    measurements: Mapped[list[Measurement]] = relationship(
        primaryjoin="and_(Objective.id == Measurement.objective_id,"
        " Measurement.struck_at.is_(None))",
        back_populates="objective",
        order_by="Measurement.taken_on, Measurement.id",
    )
    struck_measurements: Mapped[list[Measurement]] = relationship(
        primaryjoin="and_(Objective.id == Measurement.objective_id,"
        " Measurement.struck_at.is_not(None))",
        order_by="Measurement.taken_on, Measurement.id",
        viewonly=True,
    )
    variations: Mapped[list[Variation]] = relationship(
        back_populates="objective", order_by="Variation.number"
    )

    def audit_root(self) -> Audited:
        return self.commission


class StartingPoint(Record):
    """Where the school stood; frozen with the signatures."""

    __tablename__ = "starting_point"

    objective_id: Mapped[int] = mapped_column(ForeignKey("objective.id"), unique=True)
    value: Mapped[Decimal] = mapped_column(Numeric(12, 2))
    taken_on: Mapped[date]
    cohort: Mapped[str] = mapped_column(String(200))
    cohort_size: Mapped[int | None]
    source: Mapped[str] = mapped_column(String(200))
    evidence: Mapped[str] = mapped_column(Text, default="")

    objective: Mapped[Objective] = relationship(back_populates="starting_point")

    def audit_root(self) -> Audited:
        return self.objective.commission


class Target(Record):
    """Where it should stand, and by when; frozen with the signatures."""

    __tablename__ = "target"

    objective_id: Mapped[int] = mapped_column(ForeignKey("objective.id"), unique=True)
    value: Mapped[Decimal] = mapped_column(Numeric(12, 2))
    due_on: Mapped[date]

    objective: Mapped[Objective] = relationship(back_populates="target")

    def audit_root(self) -> Audited:
        return self.objective.commission
