from __future__ import annotations

from datetime import date, datetime
from typing import TYPE_CHECKING

from sqlalchemy import CheckConstraint, ForeignKey, String, Text, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column, relationship

from app.accounts.models import Person
from app.commissions.facts import (
    CandidateVerdict,
    FundingRoute,
    Interest,
    RequestKind,
    Urgency,
)
from app.commissions.statuses import RequestStatus
from app.core import clock
from app.core.model import Audited, Enumerated, Record, UTCDateTime, Versioned
from app.prospectus.models import ExpertiseArea, Provider
from app.schools.models import School

if TYPE_CHECKING:
    from app.commissions.models.agreement import Commission
    from app.commissions.models.board_need import BoardNeed
    from app.commissions.models.enquiry import Enquiry, NotAsked


class SupportRequest(Versioned, Record):
    """A school's or a board's statement of need. A draft may have gaps; `submit` refuses them."""

    __tablename__ = "support_request"

    reference: Mapped[str] = mapped_column(String(12), unique=True)
    kind: Mapped[RequestKind] = mapped_column(
        Enumerated(RequestKind),
        default=RequestKind.SCHOOL,
        server_default=RequestKind.SCHOOL.value,
        index=True,
    )
    status: Mapped[RequestStatus] = mapped_column(
        Enumerated(RequestStatus), default=RequestStatus.DRAFT, index=True
    )
    # when the last step was taken
    moved_at: Mapped[datetime] = mapped_column(UTCDateTime, default=clock.now)
    submitted_at: Mapped[datetime | None] = mapped_column(UTCDateTime)
    school_urn: Mapped[int] = mapped_column(ForeignKey("school.urn"), index=True)
    authority_code: Mapped[str] = mapped_column(ForeignKey("authority.code"), index=True)
    requester_id: Mapped[int] = mapped_column(ForeignKey("person.id"))
    # an officer wrote it for the school
    on_behalf: Mapped[bool] = mapped_column(default=False)
    broker_id: Mapped[int | None] = mapped_column(ForeignKey("person.id"))

    title: Mapped[str] = mapped_column(String(120), default="")
    focus_id: Mapped[int | None] = mapped_column(ForeignKey("expertise_area.id"))
    need: Mapped[str] = mapped_column(Text, default="")
    which_staff: Mapped[str] = mapped_column(String(200), default="")
    expected_outcome: Mapped[str] = mapped_column(Text, default="")
    evidence_of_need: Mapped[str] = mapped_column(Text, default="")
    tried: Mapped[str] = mapped_column(Text, default="")
    urgency: Mapped[Urgency | None] = mapped_column(Enumerated(Urgency))
    wanted_from: Mapped[date | None]
    contact_in_school: Mapped[str] = mapped_column(String(200), default="")
    constraints: Mapped[str] = mapped_column(Text, default="")
    preferred_provider_id: Mapped[int | None] = mapped_column(ForeignKey("provider.id"))
    funding_route: Mapped[FundingRoute | None] = mapped_column(Enumerated(FundingRoute))
    ceiling_pence: Mapped[int | None]
    governing_body_aware: Mapped[bool | None]
    consent_to_share: Mapped[bool] = mapped_column(default=False)
    # why it was sent beside another live request with the same focus
    another_need: Mapped[str | None] = mapped_column(Text)
    # the officer's words at the last return, decline or signposting, or the school's at withdrawal
    reason: Mapped[str] = mapped_column(Text, default="")

    school: Mapped[School] = relationship()
    requester: Mapped[Person] = relationship(foreign_keys=[requester_id])
    broker: Mapped[Person | None] = relationship(foreign_keys=[broker_id])
    focus: Mapped[ExpertiseArea | None] = relationship()
    preferred_provider: Mapped[Provider | None] = relationship()
    board_need: Mapped[BoardNeed | None] = relationship(back_populates="request")
    candidates: Mapped[list[Candidate]] = relationship(
        back_populates="request", order_by="Candidate.id"
    )
    declarations: Mapped[list[ConflictDeclaration]] = relationship(
        back_populates="request", order_by="ConflictDeclaration.id"
    )
    commissions: Mapped[list[Commission]] = relationship(
        back_populates="request", order_by="Commission.id"
    )
    enquiries: Mapped[list[Enquiry]] = relationship(back_populates="request", order_by="Enquiry.id")
    not_asked: Mapped[list[NotAsked]] = relationship(
        back_populates="request", order_by="NotAsked.id"
    )


class Candidate(Record):
    """A provider considered for a request, and the reason for or against."""

    __tablename__ = "candidate"
    __table_args__ = (UniqueConstraint("request_id", "provider_id"),)

    request_id: Mapped[int] = mapped_column(ForeignKey("support_request.id"))
    provider_id: Mapped[int] = mapped_column(ForeignKey("provider.id"), index=True)
    verdict: Mapped[CandidateVerdict] = mapped_column(Enumerated(CandidateVerdict))
    reason: Mapped[str] = mapped_column(Text)
    added_by_id: Mapped[int] = mapped_column(ForeignKey("person.id"))

    request: Mapped[SupportRequest] = relationship(back_populates="candidates")
    provider: Mapped[Provider] = relationship()
    added_by: Mapped[Person] = relationship()

    def audit_root(self) -> Audited:
        return self.request


class ConflictDeclaration(Record):
    """One person's answer about their interests in one request or one commission."""

    __tablename__ = "conflict_declaration"
    __table_args__ = (
        CheckConstraint("(request_id IS NULL) <> (commission_id IS NULL)", name="one_subject"),
    )

    person_id: Mapped[int] = mapped_column(ForeignKey("person.id"))
    request_id: Mapped[int | None] = mapped_column(ForeignKey("support_request.id"), index=True)
    commission_id: Mapped[int | None] = mapped_column(ForeignKey("commission.id"), index=True)
    answer: Mapped[Interest] = mapped_column(Enumerated(Interest))
    detail: Mapped[str] = mapped_column(Text, default="")

    person: Mapped[Person] = relationship()
    request: Mapped[SupportRequest | None] = relationship(back_populates="declarations")
    commission: Mapped[Commission | None] = relationship(back_populates="declarations")

    def audit_root(self) -> Audited:
        root: Audited = self.request or self.commission or self
        return root
