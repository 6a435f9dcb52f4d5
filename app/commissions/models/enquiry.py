from __future__ import annotations

from datetime import date, datetime
from typing import TYPE_CHECKING

from sqlalchemy import ForeignKey, Text, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column, relationship

from app.accounts.models import Person
from app.commissions.enquiries.facts import (
    DeclineReason,
    EnquiryStatus,
    Leaning,
    Part,
    PartAnswer,
    WhyNot,
)
from app.core import clock
from app.core.model import Audited, Enumerated, Record, UTCDateTime
from app.prospectus.models import Provider

if TYPE_CHECKING:
    from app.commissions.models.request import SupportRequest


class Enquiry(Record):
    """One provider asked whether it can help with a request, and what came of it."""

    __tablename__ = "enquiry"
    __table_args__ = (UniqueConstraint("request_id", "provider_id"),)

    request_id: Mapped[int] = mapped_column(ForeignKey("support_request.id"))
    provider_id: Mapped[int] = mapped_column(ForeignKey("provider.id"), index=True)
    status: Mapped[EnquiryStatus] = mapped_column(
        Enumerated(EnquiryStatus), default=EnquiryStatus.NAMED
    )
    moved_at: Mapped[datetime] = mapped_column(UTCDateTime, default=clock.now)
    asked_by_id: Mapped[int] = mapped_column(ForeignKey("person.id"))
    sent_at: Mapped[datetime | None] = mapped_column(UTCDateTime)
    due_on: Mapped[date | None]
    decline_reason: Mapped[DeclineReason | None] = mapped_column(Enumerated(DeclineReason))
    decline_words: Mapped[str] = mapped_column(Text, default="")
    # the school's view, which decides nothing; the words are never for the provider
    leaning: Mapped[Leaning | None] = mapped_column(Enumerated(Leaning))
    leaning_why: Mapped[WhyNot | None] = mapped_column(Enumerated(WhyNot))
    leaning_words: Mapped[str] = mapped_column(Text, default="")

    request: Mapped[SupportRequest] = relationship(back_populates="enquiries")
    provider: Mapped[Provider] = relationship()
    asked_by: Mapped[Person] = relationship()
    answers: Mapped[list[EnquiryAnswer]] = relationship(
        back_populates="enquiry", order_by="EnquiryAnswer.id"
    )

    @property
    def answer_to(self) -> dict[Part, EnquiryAnswer]:
        return {answer.part: answer for answer in self.answers}

    @property
    def can_help(self) -> bool:
        """Tell whether the provider answered, and nothing with a plain no."""
        return self.status is EnquiryStatus.ANSWERED and all(
            one.answer is not PartAnswer.NO for one in self.answers
        )

    def audit_root(self) -> Audited:
        return self.request


class EnquiryAnswer(Record):
    """The provider's answer to one part of what was asked."""

    __tablename__ = "enquiry_answer"
    __table_args__ = (UniqueConstraint("enquiry_id", "part"),)

    enquiry_id: Mapped[int] = mapped_column(ForeignKey("enquiry.id"))
    part: Mapped[Part] = mapped_column(Enumerated(Part))
    answer: Mapped[PartAnswer] = mapped_column(Enumerated(PartAnswer))
    words: Mapped[str] = mapped_column(Text, default="")

    enquiry: Mapped[Enquiry] = relationship(back_populates="answers")

    def audit_root(self) -> Audited:
        return self.enquiry.request


class NotAsked(Record):
    """A provider that was on the asker's shortlist and was not asked, and why."""

    __tablename__ = "not_asked"
    __table_args__ = (UniqueConstraint("request_id", "provider_id"),)

    request_id: Mapped[int] = mapped_column(ForeignKey("support_request.id"))
    provider_id: Mapped[int] = mapped_column(ForeignKey("provider.id"), index=True)
    reason: Mapped[WhyNot] = mapped_column(Enumerated(WhyNot))
    words: Mapped[str] = mapped_column(Text, default="")
    by_id: Mapped[int] = mapped_column(ForeignKey("person.id"))

    request: Mapped[SupportRequest] = relationship(back_populates="not_asked")
    provider: Mapped[Provider] = relationship()
    by: Mapped[Person] = relationship()

    def audit_root(self) -> Audited:
        return self.request
