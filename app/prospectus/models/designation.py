from __future__ import annotations

from datetime import date, datetime
from typing import TYPE_CHECKING

from sqlalchemy import ForeignKey, String, Text
from sqlalchemy.orm import Mapped, mapped_column, relationship, synonym

from app.accounts.models import Person
from app.core import clock
from app.core.model import Audited, Enumerated, Record, UTCDateTime, Versioned
from app.prospectus.designations.facts import AppealOutcome, DesignationAct
from app.prospectus.facts import DesignationStatus, is_in_date, standing_on

if TYPE_CHECKING:
    from app.prospectus.models.provider import Provider


class DesignationType(Versioned, Record):
    """An award somebody makes to providers. Data, for schemes come and go."""

    __tablename__ = "designation_type"

    # made from the first name, and never changed: searches and open data are addressed by it
    code: Mapped[str] = mapped_column(String(60), unique=True)
    name: Mapped[str] = mapped_column(String(200))
    short_name: Mapped[str] = mapped_column(String(60))
    # who may hold it: person, organisation or both
    held_by: Mapped[str] = mapped_column(String(20))
    awarding_body: Mapped[str] = mapped_column(String(200))
    description: Mapped[str] = mapped_column(Text)
    scheme_ended_on: Mapped[date | None]
    term_years: Mapped[int | None]
    position: Mapped[int] = mapped_column(default=0)
    # with the database's own default: the kinds are older than their versions
    version: Mapped[int] = mapped_column(default=1, server_default="1")


class Designation(Record):
    """An award to one provider, with its dates and the decisions that shaped it."""

    __tablename__ = "designation"

    provider_id: Mapped[int] = mapped_column(ForeignKey("provider.id"), index=True)
    type_id: Mapped[int] = mapped_column(ForeignKey("designation_type.id"))
    standing: Mapped[DesignationStatus] = mapped_column(Enumerated(DesignationStatus))
    awarded_on: Mapped[date]
    ends_on: Mapped[date | None]
    # not known of those that were recorded before decisions were kept
    moved_at: Mapped[datetime | None] = mapped_column(UTCDateTime)
    # by when somebody looks again, while it is under review or has conditions
    review_on: Mapped[date | None]

    # the name that lifecycles know
    status = synonym("standing")
    provider: Mapped[Provider] = relationship(back_populates="designations")
    type: Mapped[DesignationType] = relationship(lazy="joined")
    decisions: Mapped[list[DesignationDecision]] = relationship(
        back_populates="designation",
        order_by="DesignationDecision.decided_at.desc(), DesignationDecision.id.desc()",
    )

    def in_date(self, day: date) -> bool:
        return is_in_date(self.standing, self.awarded_on, self.ends_on, day)

    def standing_on(self, day: date) -> DesignationStatus:
        return standing_on(self.standing, self.ends_on, day)

    def audit_root(self) -> Audited:
        return self.provider


class DesignationDecision(Record):
    """One act with its reason, as it was decided. Never changed: an appeal undoes it by another."""

    __tablename__ = "designation_decision"

    designation_id: Mapped[int] = mapped_column(ForeignKey("designation.id"), index=True)
    act: Mapped[DesignationAct] = mapped_column(Enumerated(DesignationAct))
    standing_before: Mapped[DesignationStatus | None] = mapped_column(Enumerated(DesignationStatus))
    reason: Mapped[str] = mapped_column(Text)
    conditions: Mapped[str] = mapped_column(Text, default="")
    look_again_on: Mapped[date | None]
    # the last day of the term, before and after
    ends_on_before: Mapped[date | None]
    ends_on: Mapped[date | None]
    # the home school that was left or closed, where the portal decided
    host_urn: Mapped[int | None]
    # None: the portal itself
    decided_by_id: Mapped[int | None] = mapped_column(ForeignKey("person.id"))
    decided_at: Mapped[datetime] = mapped_column(UTCDateTime, default=clock.now)

    designation: Mapped[Designation] = relationship(back_populates="decisions")
    decided_by: Mapped[Person | None] = relationship()
    appeal: Mapped[DesignationAppeal | None] = relationship(back_populates="decision")

    @property
    def is_undone(self) -> bool:
        return self.appeal is not None and self.appeal.outcome is AppealOutcome.UPHELD

    def audit_root(self) -> Audited:
        return self.designation.provider


class DesignationAppeal(Record):
    """What the provider says against one decision, and what another officer answers."""

    __tablename__ = "designation_appeal"

    # once against a decision
    decision_id: Mapped[int] = mapped_column(ForeignKey("designation_decision.id"), unique=True)
    words: Mapped[str] = mapped_column(Text)
    made_by_id: Mapped[int] = mapped_column(ForeignKey("person.id"))
    made_at: Mapped[datetime] = mapped_column(UTCDateTime, default=clock.now)
    outcome: Mapped[AppealOutcome | None] = mapped_column(Enumerated(AppealOutcome))
    answer: Mapped[str] = mapped_column(Text, default="")
    answered_by_id: Mapped[int | None] = mapped_column(ForeignKey("person.id"))
    answered_at: Mapped[datetime | None] = mapped_column(UTCDateTime)

    decision: Mapped[DesignationDecision] = relationship(back_populates="appeal")
    made_by: Mapped[Person] = relationship(foreign_keys=[made_by_id])
    answered_by: Mapped[Person | None] = relationship(foreign_keys=[answered_by_id])

    def audit_root(self) -> Audited:
        return self.decision.designation.provider
