from __future__ import annotations

from datetime import date, datetime
from decimal import Decimal
from typing import TYPE_CHECKING, Any

from sqlalchemy import JSON, ForeignKey, Numeric, String, Text, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column, relationship

from app.accounts.models import Person
from app.commissions.facts import Answer, ApprovalKind, Direction, Party
from app.commissions.statuses import CommissionStatus
from app.core import clock
from app.core.calendar import academic_year
from app.core.model import Audited, Enumerated, Record, UTCDateTime, Versioned
from app.prospectus.models import Provider
from app.schools.models import School

if TYPE_CHECKING:
    from app.commissions.models.approval import ApprovalAct, ApprovalCondition
    from app.commissions.models.delivery import Evaluation, Measurement, VisitNote
    from app.commissions.models.request import ConflictDeclaration, SupportRequest


class Commission(Versioned, Record):
    """One agreed piece of support.

    The authority commissions, a broker matches, a provider delivers, a quality lead judges.
    """

    __tablename__ = "commission"

    reference: Mapped[str] = mapped_column(String(12), unique=True)
    status: Mapped[CommissionStatus] = mapped_column(
        Enumerated(CommissionStatus), default=CommissionStatus.OFFERED, index=True
    )
    moved_at: Mapped[datetime] = mapped_column(UTCDateTime, default=clock.now)
    request_id: Mapped[int] = mapped_column(ForeignKey("support_request.id"), index=True)
    school_urn: Mapped[int] = mapped_column(ForeignKey("school.urn"), index=True)
    provider_id: Mapped[int] = mapped_column(ForeignKey("provider.id"), index=True)
    # who lends the provider, as it stood at the offer
    host_urn: Mapped[int | None] = mapped_column(ForeignKey("school.urn"), index=True)
    authority_code: Mapped[str] = mapped_column(ForeignKey("authority.code"), index=True)
    broker_id: Mapped[int] = mapped_column(ForeignKey("person.id"))

    days: Mapped[Decimal] = mapped_column(Numeric(5, 1))
    starts_on: Mapped[date]
    ends_on: Mapped[date]
    charge_pence: Mapped[int]
    reimbursement_pence: Mapped[int]
    fee_pence: Mapped[int] = mapped_column(default=0)
    vat_pence: Mapped[int] = mapped_column(default=0)
    # why a designation out of date does not stand in the way
    waiver_reason: Mapped[str] = mapped_column(Text, default="")

    host_released_at: Mapped[datetime | None] = mapped_column(UTCDateTime)
    host_released_by_id: Mapped[int | None] = mapped_column(ForeignKey("person.id"))
    school_actions: Mapped[str] = mapped_column(Text, default="")
    provider_actions: Mapped[str] = mapped_column(Text, default="")
    pattern_of_visits: Mapped[str] = mapped_column(Text, default="")
    # safeguarding checks were seen: by whom and when, never the certificate
    safeguarding_assured_by: Mapped[str] = mapped_column(String(200), default="")
    safeguarding_assured_on: Mapped[date | None]

    approved_at: Mapped[datetime | None] = mapped_column(UTCDateTime)
    approved_by_id: Mapped[int | None] = mapped_column(ForeignKey("person.id"))
    # the last day on which a refusal may be challenged, as it was told to both sides
    challenge_until: Mapped[date | None]
    start_meeting_on: Mapped[date | None]
    days_used: Mapped[Decimal | None] = mapped_column(Numeric(5, 1))
    days_note: Mapped[str] = mapped_column(Text, default="")
    # who judged it first, and a second time without seeing the first; see app.quality.second
    first_judge_id: Mapped[int | None] = mapped_column(ForeignKey("person.id"))
    second_judge_id: Mapped[int | None] = mapped_column(ForeignKey("person.id"))
    closed_at: Mapped[datetime | None] = mapped_column(UTCDateTime)
    # the words given at a decline, withdrawal, rejection or return, the latest
    reason: Mapped[str] = mapped_column(Text, default="")

    request: Mapped[SupportRequest] = relationship(back_populates="commissions")
    school: Mapped[School] = relationship(foreign_keys=[school_urn])
    host: Mapped[School | None] = relationship(foreign_keys=[host_urn])
    provider: Mapped[Provider] = relationship()
    broker: Mapped[Person] = relationship(foreign_keys=[broker_id])
    approved_by: Mapped[Person | None] = relationship(foreign_keys=[approved_by_id])
    host_released_by: Mapped[Person | None] = relationship(foreign_keys=[host_released_by_id])
    objectives: Mapped[list[Objective]] = relationship(
        back_populates="commission", order_by="Objective.position, Objective.id"
    )
    funding: Mapped[list[FundingLine]] = relationship(
        back_populates="commission",
        order_by="FundingLine.id",
        cascade="all, delete-orphan",
    )
    versions: Mapped[list[AgreementVersion]] = relationship(
        back_populates="commission", order_by="AgreementVersion.number"
    )
    declarations: Mapped[list[ConflictDeclaration]] = relationship(
        back_populates="commission", order_by="ConflictDeclaration.id"
    )
    approval_acts: Mapped[list[ApprovalAct]] = relationship(
        back_populates="commission", order_by="ApprovalAct.id"
    )
    conditions: Mapped[list[ApprovalCondition]] = relationship(
        back_populates="commission", order_by="ApprovalCondition.position"
    )
    visit_notes: Mapped[list[VisitNote]] = relationship(
        back_populates="commission", order_by="VisitNote.held_on, VisitNote.id"
    )
    evaluations: Mapped[list[Evaluation]] = relationship(
        back_populates="commission", order_by="Evaluation.id"
    )

    @property
    def total_pence(self) -> int:
        """What the funders pay together: the charge and its VAT."""
        return self.charge_pence + self.vat_pence

    @property
    def academic_year(self) -> int:
        """The academic year whose capacity it uses."""
        return academic_year(self.starts_on)

    @property
    def current_version(self) -> AgreementVersion | None:
        """The version that stands: the newest, unless it was voided."""
        newest = self.versions[-1] if self.versions else None
        return newest if newest and newest.voided_at is None else None

    @property
    def parties(self) -> list[Party]:
        """Who must sign: a provider without a home school signs alone for its side."""
        return [Party.SCHOOL, Party.PROVIDER, *([Party.HOST] if self.host_urn else [])]

    @property
    def unsigned_parties(self) -> list[Party]:
        version = self.current_version
        signed = (
            {s.party for s in version.signatures if s.answer is Answer.SIGNED} if version else set()
        )
        return [party for party in self.parties if party not in signed]

    @property
    def open_question(self) -> ApprovalAct | None:
        """An approving officer's question about the standing version that nobody answered yet."""
        version = self.current_version
        answered = {act.answers_id for act in self.approval_acts}
        for act in self.approval_acts:
            if act.kind is ApprovalKind.ASKED and act.id not in answered:
                return act if version is not None and act.agreement_id == version.id else None
        return None

    def who_did(self, *kinds: ApprovalKind) -> set[int | None]:
        """Return the keys of the people who did one of these on any version of it."""
        return {act.person_id for act in self.approval_acts if act.kind in kinds}


class FundingLine(Record):
    __tablename__ = "funding_line"

    commission_id: Mapped[int] = mapped_column(ForeignKey("commission.id"), index=True)
    funder: Mapped[str] = mapped_column(String(200))
    pence: Mapped[int]

    commission: Mapped[Commission] = relationship(back_populates="funding")

    def audit_root(self) -> Audited:
        return self.commission


class Objective(Versioned, Record):
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
    measurements: Mapped[list[Measurement]] = relationship(
        back_populates="objective", order_by="Measurement.taken_on, Measurement.id"
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


class AgreementVersion(Record):
    """The immutable text of what was sent for signature."""

    __tablename__ = "agreement_version"
    __table_args__ = (UniqueConstraint("commission_id", "number"),)

    commission_id: Mapped[int] = mapped_column(ForeignKey("commission.id"))
    number: Mapped[int]
    # the whole agreement as it was read by those who signed
    content: Mapped[dict[str, Any]] = mapped_column(JSON)
    digest: Mapped[str] = mapped_column(String(64))
    made_by_id: Mapped[int] = mapped_column(ForeignKey("person.id"))
    voided_at: Mapped[datetime | None] = mapped_column(UTCDateTime)
    void_reason: Mapped[str] = mapped_column(Text, default="")

    commission: Mapped[Commission] = relationship(back_populates="versions")
    made_by: Mapped[Person] = relationship()
    signatures: Mapped[list[Signature]] = relationship(
        back_populates="agreement", order_by="Signature.id"
    )

    def audit_root(self) -> Audited:
        return self.commission


class Signature(Record):
    """One party's answer to exactly one version."""

    __tablename__ = "signature"
    __table_args__ = (UniqueConstraint("agreement_id", "party"),)

    agreement_id: Mapped[int] = mapped_column(ForeignKey("agreement_version.id"))
    party: Mapped[Party] = mapped_column(Enumerated(Party))
    person_id: Mapped[int] = mapped_column(ForeignKey("person.id"))
    answer: Mapped[Answer] = mapped_column(Enumerated(Answer))
    reason: Mapped[str] = mapped_column(Text, default="")

    agreement: Mapped[AgreementVersion] = relationship(back_populates="signatures")
    person: Mapped[Person] = relationship()

    def audit_root(self) -> Audited:
        return self.agreement.commission
