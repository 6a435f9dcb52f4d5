from __future__ import annotations

from datetime import date, datetime

from sqlalchemy import ForeignKey, Text, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column, relationship

from app.accounts.models import Person
from app.core import clock
from app.core.model import Audited, Enumerated, Record, UTCDateTime
from app.prospectus.designations.facts import AppealOutcome
from app.prospectus.facts import HiddenBy
from app.prospectus.models import Provider
from app.quality.models import QAJudgement
from app.quality.provider_reviews.facts import Opening, ReviewDecision, ReviewStatus


class ProviderReview(Record):
    """One look at whether a provider may stay listed, with its decision and perhaps an appeal."""

    __tablename__ = "provider_review"

    provider_id: Mapped[int] = mapped_column(ForeignKey("provider.id"), index=True)
    status: Mapped[ReviewStatus] = mapped_column(
        Enumerated(ReviewStatus), default=ReviewStatus.OPEN
    )
    moved_at: Mapped[datetime] = mapped_column(UTCDateTime, default=clock.now)
    opening: Mapped[Opening] = mapped_column(Enumerated(Opening))
    # why, in the words of whoever opened it
    reason: Mapped[str] = mapped_column(Text, default="")
    # None: the portal itself
    opened_by_id: Mapped[int | None] = mapped_column(ForeignKey("person.id"))
    opened_at: Mapped[datetime] = mapped_column(UTCDateTime, default=clock.now)
    # what the reviewer looked at
    evidence: Mapped[str] = mapped_column(Text, default="")
    decision: Mapped[ReviewDecision | None] = mapped_column(Enumerated(ReviewDecision))
    decision_reason: Mapped[str] = mapped_column(Text, default="")
    conditions: Mapped[str] = mapped_column(Text, default="")
    look_again_on: Mapped[date | None]
    decided_by_id: Mapped[int | None] = mapped_column(ForeignKey("person.id"))
    decided_at: Mapped[datetime | None] = mapped_column(UTCDateTime)
    # who had hidden the entry before a decision that hid it, for an appeal that is upheld
    hidden_before: Mapped[HiddenBy | None] = mapped_column(Enumerated(HiddenBy))
    appeal: Mapped[str] = mapped_column(Text, default="")
    appealed_by_id: Mapped[int | None] = mapped_column(ForeignKey("person.id"))
    appealed_at: Mapped[datetime | None] = mapped_column(UTCDateTime)
    outcome: Mapped[AppealOutcome | None] = mapped_column(Enumerated(AppealOutcome))
    answer: Mapped[str] = mapped_column(Text, default="")
    answered_by_id: Mapped[int | None] = mapped_column(ForeignKey("person.id"))
    answered_at: Mapped[datetime | None] = mapped_column(UTCDateTime)

    provider: Mapped[Provider] = relationship()
    opened_by: Mapped[Person | None] = relationship(foreign_keys=[opened_by_id])
    decided_by: Mapped[Person | None] = relationship(foreign_keys=[decided_by_id])
    appealed_by: Mapped[Person | None] = relationship(foreign_keys=[appealed_by_id])
    answered_by: Mapped[Person | None] = relationship(foreign_keys=[answered_by_id])
    judged: Mapped[list[ReviewedJudgement]] = relationship(
        back_populates="review", order_by="ReviewedJudgement.id"
    )

    def audit_root(self) -> Audited:
        return self.provider


class ReviewedJudgement(Record):
    """A judgement that led to a review."""

    __tablename__ = "reviewed_judgement"
    __table_args__ = (UniqueConstraint("review_id", "judgement_id"),)

    review_id: Mapped[int] = mapped_column(ForeignKey("provider_review.id"))
    judgement_id: Mapped[int] = mapped_column(ForeignKey("qa_judgement.id"))

    review: Mapped[ProviderReview] = relationship(back_populates="judged")
    judgement: Mapped[QAJudgement] = relationship()

    def audit_root(self) -> Audited:
        return self.review.provider
