from __future__ import annotations

from datetime import date, datetime
from typing import TYPE_CHECKING

from sqlalchemy import ForeignKey, String, Text, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column, relationship

from app.accounts.models import Person
from app.commissions.facts import Acknowledgement
from app.commissions.reviews.facts import Rating, ReviewDecision, ReviewKind, Working
from app.core.model import Audited, Enumerated, Record, UTCDateTime

if TYPE_CHECKING:
    from app.commissions.models.agreement import Commission
    from app.commissions.models.objective import Objective


class ReviewMeeting(Record):
    """What a review found, written by the provider; only the school's answer is added later."""

    __tablename__ = "review_meeting"

    commission_id: Mapped[int] = mapped_column(ForeignKey("commission.id"), index=True)
    kind: Mapped[ReviewKind] = mapped_column(Enumerated(ReviewKind))
    held_on: Mapped[date]
    roles_present: Mapped[str] = mapped_column(String(200))
    working: Mapped[Working] = mapped_column(Enumerated(Working))
    working_words: Mapped[str] = mapped_column(Text)
    decision: Mapped[ReviewDecision] = mapped_column(Enumerated(ReviewDecision))
    decision_words: Mapped[str] = mapped_column(Text, default="")
    # none where the support is to end early
    next_review_on: Mapped[date | None]
    author_id: Mapped[int] = mapped_column(ForeignKey("person.id"))
    acknowledgement: Mapped[Acknowledgement | None] = mapped_column(Enumerated(Acknowledgement))
    acknowledged_by_id: Mapped[int | None] = mapped_column(ForeignKey("person.id"))
    acknowledged_at: Mapped[datetime | None] = mapped_column(UTCDateTime)
    school_comment: Mapped[str] = mapped_column(Text, default="")

    commission: Mapped[Commission] = relationship(back_populates="reviews")
    author: Mapped[Person] = relationship(foreign_keys=[author_id])
    acknowledged_by: Mapped[Person | None] = relationship(foreign_keys=[acknowledged_by_id])
    ratings: Mapped[list[ObjectiveRating]] = relationship(
        back_populates="review", order_by="ObjectiveRating.id"
    )

    def audit_root(self) -> Audited:
        return self.commission


class ObjectiveRating(Record):
    """Where one objective stood at a review."""

    __tablename__ = "objective_rating"
    __table_args__ = (UniqueConstraint("review_id", "objective_id"),)

    review_id: Mapped[int] = mapped_column(ForeignKey("review_meeting.id"))
    objective_id: Mapped[int] = mapped_column(ForeignKey("objective.id"))
    rating: Mapped[Rating] = mapped_column(Enumerated(Rating))
    # what the rating rests on
    words: Mapped[str] = mapped_column(Text)
    evidence: Mapped[str] = mapped_column(Text, default="")
    next_step: Mapped[str] = mapped_column(Text, default="")

    review: Mapped[ReviewMeeting] = relationship(back_populates="ratings")
    objective: Mapped[Objective] = relationship()

    def audit_root(self) -> Audited:
        return self.review.commission
