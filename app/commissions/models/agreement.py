from __future__ import annotations

from datetime import date, datetime
from decimal import Decimal
from typing import TYPE_CHECKING, Any

from sqlalchemy import JSON, ForeignKey, Numeric, String, Text, UniqueConstraint
from sqlalchemy.orm import Mapped, foreign, mapped_column, relationship

from app.accounts.models import Person
from app.commissions.facts import Answer, ApprovalKind, Party, RequestKind
from app.commissions.models.preauthorised import PreauthorisedRule
from app.commissions.statuses import CommissionStatus
from app.core import clock
from app.core.calendar import academic_year
from app.core.model import Audited, Enumerated, Record, UTCDateTime, Versioned
from app.prospectus.models import Provider
from app.schools.models import School

if TYPE_CHECKING:
    from app.commissions.models.approval import ApprovalAct, ApprovalCondition
    from app.commissions.models.changes import EarlyEnd, Pause
    from app.commissions.models.check import ProviderCheck
    from app.commissions.models.concern import Concern
    from app.commissions.models.delivery import Evaluation, VisitNote
    from app.commissions.models.funding import FundingLine
    from app.commissions.models.objective import Objective
    from app.commissions.models.plan import ActionPlan
    from app.commissions.models.request import ConflictDeclaration, SupportRequest
    from app.commissions.models.review import ReviewMeeting
    from app.commissions.models.variation import Variation
    from app.commissions.models.visit import Visit


class Commission(Versioned, Record):
    """One agreed piece of support.

    The authority commissions, a broker matches, a provider delivers, a quality lead judges.
    """

    __tablename__ = "commission"

    reference: Mapped[str] = mapped_column(String(12), unique=True)
    # its request's: lists decide by it who may know
    kind: Mapped[RequestKind] = mapped_column(
        Enumerated(RequestKind),
        default=RequestKind.SCHOOL,
        server_default=RequestKind.SCHOOL.value,
        index=True,
    )
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
    # the rule for small commissions by which it was approved, as it read then
    approved_under: Mapped[str | None] = mapped_column(String(300))
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
    # of objectives and notes those that stand; what was struck out counts nowhere
    objectives: Mapped[list[Objective]] = relationship(
        primaryjoin="and_(Commission.id == Objective.commission_id, Objective.struck_at.is_(None))",
        back_populates="commission",
        order_by="Objective.position, Objective.id",
    )
    struck_objectives: Mapped[list[Objective]] = relationship(
        primaryjoin="and_(Commission.id == Objective.commission_id,"
        " Objective.struck_at.is_not(None))",
        order_by="Objective.id",
        viewonly=True,
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
    # of its authority, the narrowest first
    rules: Mapped[list[PreauthorisedRule]] = relationship(
        primaryjoin=lambda: foreign(PreauthorisedRule.authority_code) == Commission.authority_code,
        order_by="PreauthorisedRule.limit_pence, PreauthorisedRule.id",
        viewonly=True,
    )
    checks: Mapped[list[ProviderCheck]] = relationship(
        back_populates="commission", order_by="ProviderCheck.id"
    )
    concerns: Mapped[list[Concern]] = relationship(
        back_populates="commission", order_by="Concern.id"
    )
    plans: Mapped[list[ActionPlan]] = relationship(
        back_populates="commission", order_by="ActionPlan.number"
    )
    reviews: Mapped[list[ReviewMeeting]] = relationship(
        back_populates="commission", order_by="ReviewMeeting.held_on, ReviewMeeting.id"
    )
    visits: Mapped[list[Visit]] = relationship(
        back_populates="commission", order_by="Visit.starts_at, Visit.id"
    )
    visit_notes: Mapped[list[VisitNote]] = relationship(
        primaryjoin="and_(Commission.id == VisitNote.commission_id, VisitNote.struck_at.is_(None))",
        back_populates="commission",
        order_by="VisitNote.held_on, VisitNote.id",
    )
    struck_notes: Mapped[list[VisitNote]] = relationship(
        primaryjoin="and_(Commission.id == VisitNote.commission_id,"
        " VisitNote.struck_at.is_not(None))",
        order_by="VisitNote.held_on, VisitNote.id",
        viewonly=True,
    )
    evaluations: Mapped[list[Evaluation]] = relationship(
        back_populates="commission", order_by="Evaluation.id"
    )
    pauses: Mapped[list[Pause]] = relationship(back_populates="commission", order_by="Pause.id")
    early_end: Mapped[EarlyEnd | None] = relationship(back_populates="commission")
    variations: Mapped[list[Variation]] = relationship(
        back_populates="commission", order_by="Variation.number"
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
    def newest_check(self) -> ProviderCheck | None:
        return self.checks[-1] if self.checks else None

    @property
    def current_version(self) -> AgreementVersion | None:
        """The version that stands: the newest, unless voided; a change only once in force."""
        own = [v for v in self.versions if v.variation is None or v.variation.in_force]
        newest = own[-1] if own else None
        return newest if newest and newest.voided_at is None else None

    @property
    def parties(self) -> list[Party]:
        """Who must sign: a provider without a home school signs alone for its side."""
        return [Party.SCHOOL, Party.PROVIDER, *([Party.HOST] if self.host_urn else [])]

    @property
    def unsigned_parties(self) -> list[Party]:
        version = self.current_version
        return version.unsigned_parties if version else self.parties

    @property
    def open_variation(self) -> Variation | None:
        """The change that is being signed or decided; there is one at a time."""
        return next((variation for variation in self.variations if variation.is_open), None)

    @property
    def open_question(self) -> ApprovalAct | None:
        """An approving officer's question about the standing version that nobody answered yet."""
        version = self.current_version
        answered = {act.answers_id for act in self.approval_acts}
        for act in self.approval_acts:
            if act.kind is ApprovalKind.ASKED and act.id not in answered:
                return act if version is not None and act.agreement_id == version.id else None
        return None

    @property
    def took_part(self) -> set[int | None]:
        """Return the keys of the officers who brokered or decided it or a change of it."""
        deciders = {variation.decided_by_id for variation in self.variations}
        return {self.broker_id, self.approved_by_id, *self.who_did(*ApprovalKind), *deciders}

    def who_did(self, *kinds: ApprovalKind) -> set[int | None]:
        """Return the keys of the people who did one of these on any version of it."""
        return {act.person_id for act in self.approval_acts if act.kind in kinds}


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
    # of a version that changes a signed one
    variation_id: Mapped[int | None] = mapped_column(ForeignKey("variation.id"))

    commission: Mapped[Commission] = relationship(back_populates="versions")
    made_by: Mapped[Person] = relationship()
    variation: Mapped[Variation | None] = relationship()
    signatures: Mapped[list[Signature]] = relationship(
        back_populates="agreement", order_by="Signature.id"
    )

    @property
    def unsigned_parties(self) -> list[Party]:
        parties = self.variation.parties if self.variation else self.commission.parties
        signed = {s.party for s in self.signatures if s.answer is Answer.SIGNED}
        return [party for party in parties if party not in signed]

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
