from __future__ import annotations

from datetime import date, datetime
from typing import TYPE_CHECKING

from sqlalchemy import ForeignKey, String, Text, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column, relationship

from app.accounts.models import Person
from app.commissions.facts import Side
from app.commissions.plans.facts import PlanStatus
from app.core import clock
from app.core.model import Audited, Enumerated, Record, UTCDateTime, Versioned

if TYPE_CHECKING:
    from app.commissions.models.agreement import Commission


class ActionPlan(Record):
    """One version of the plan, as it was proposed; only the answer to it is added later."""

    __tablename__ = "action_plan"
    __table_args__ = (UniqueConstraint("commission_id", "number"),)

    commission_id: Mapped[int] = mapped_column(ForeignKey("commission.id"))
    number: Mapped[int]
    status: Mapped[PlanStatus] = mapped_column(Enumerated(PlanStatus), default=PlanStatus.PROPOSED)
    moved_at: Mapped[datetime] = mapped_column(UTCDateTime, default=clock.now)
    proposed_by_id: Mapped[int] = mapped_column(ForeignKey("person.id"))
    # why the plan changes; empty until a version was agreed
    reason: Mapped[str] = mapped_column(Text, default="")
    answered_by_id: Mapped[int | None] = mapped_column(ForeignKey("person.id"))
    answered_at: Mapped[datetime | None] = mapped_column(UTCDateTime)
    # what the school wants changed
    answer: Mapped[str] = mapped_column(Text, default="")

    commission: Mapped[Commission] = relationship(back_populates="plans")
    proposed_by: Mapped[Person] = relationship(foreign_keys=[proposed_by_id])
    answered_by: Mapped[Person | None] = relationship(foreign_keys=[answered_by_id])
    steps: Mapped[list[PlanStep]] = relationship(
        back_populates="plan", order_by="PlanStep.position"
    )

    def audit_root(self) -> Audited:
        return self.commission


class PlanStep(Versioned, Record):
    """Who does what by when, and what came of it."""

    __tablename__ = "plan_step"
    __table_args__ = (UniqueConstraint("plan_id", "position"),)

    plan_id: Mapped[int] = mapped_column(ForeignKey("action_plan.id"))
    position: Mapped[int]
    what: Mapped[str] = mapped_column(Text)
    side: Mapped[Side] = mapped_column(Enumerated(Side))
    # who of that side, by role
    doer: Mapped[str] = mapped_column(String(200))
    due_on: Mapped[date]
    done_on: Mapped[date | None]
    not_done_because: Mapped[str] = mapped_column(Text, default="")

    plan: Mapped[ActionPlan] = relationship(back_populates="steps")

    @property
    def is_open(self) -> bool:
        """Tell whether nobody has said yet what came of it."""
        return self.done_on is None and not self.not_done_because

    def audit_root(self) -> Audited:
        return self.plan.commission
