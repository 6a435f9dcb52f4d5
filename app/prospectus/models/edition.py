from __future__ import annotations

from datetime import date, datetime
from decimal import Decimal
from typing import Any

from sqlalchemy import JSON, ForeignKey, Numeric, String, Text, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column, relationship

from app.accounts.models import Person
from app.core import clock
from app.core.model import Audited, Enumerated, Record, UTCDateTime, Versioned
from app.prospectus.listing.facts import BEING_WRITTEN, EditionStatus, Rating
from app.prospectus.models.provider import Provider
from app.schools.models import School


class Edition(Versioned, Record):
    """What an entry says in public, from its first word to the panel's decision.

    While a new edition is written and reviewed, the public goes on reading the one before.
    """

    __tablename__ = "edition"
    __table_args__ = (UniqueConstraint("provider_id", "number"),)

    provider_id: Mapped[int] = mapped_column(ForeignKey("provider.id"))
    number: Mapped[int]
    status: Mapped[EditionStatus] = mapped_column(
        Enumerated(EditionStatus), default=EditionStatus.DRAFT, index=True
    )
    moved_at: Mapped[datetime] = mapped_column(UTCDateTime, default=clock.now)
    written_by_id: Mapped[int] = mapped_column(ForeignKey("person.id"))
    # Claims as JSON: what will be public
    content: Mapped[dict[str, Any]] = mapped_column(JSON, default=dict)
    # for the panel alone
    evidence: Mapped[str] = mapped_column(Text, default="")
    referees: Mapped[str] = mapped_column(Text, default="")
    # asked of the home school for an academic year
    days: Mapped[Decimal | None] = mapped_column(Numeric(5, 1))
    # how often it was sent to the panel
    turn: Mapped[int] = mapped_column(default=0)
    # the decision, in words for the provider
    decided_by_id: Mapped[int | None] = mapped_column(ForeignKey("person.id"))
    decided_at: Mapped[datetime | None] = mapped_column(UTCDateTime)
    rating: Mapped[Rating | None] = mapped_column(Enumerated(Rating))
    reason: Mapped[str] = mapped_column(Text, default="")
    conditions: Mapped[str] = mapped_column(Text, default="")
    conditions_due_on: Mapped[date | None]

    provider: Mapped[Provider] = relationship()
    written_by: Mapped[Person] = relationship(foreign_keys=[written_by_id])
    decided_by: Mapped[Person | None] = relationship(foreign_keys=[decided_by_id])
    releases: Mapped[list[HostRelease]] = relationship(
        back_populates="edition", order_by="HostRelease.id"
    )
    reviews: Mapped[list[PanelReview]] = relationship(
        back_populates="edition", order_by="PanelReview.id"
    )

    @property
    def is_being_written(self) -> bool:
        return self.status in BEING_WRITTEN

    @property
    def ratings(self) -> list[PanelReview]:
        """The reviews that count now: of this time of asking, by people without an interest."""
        return [r for r in self.reviews if r.rating is not None and r.turn == self.turn]

    @property
    def open_release(self) -> HostRelease | None:
        last = self.releases[-1] if self.releases else None
        return last if last is not None and last.granted is None else None

    def audit_root(self) -> Audited:
        return self.provider


class HostRelease(Record):
    """What the home school was asked, and what its head answered; no answer is no release."""

    __tablename__ = "host_release"

    edition_id: Mapped[int] = mapped_column(ForeignKey("edition.id"), index=True)
    host_urn: Mapped[int] = mapped_column(ForeignKey("school.urn"), index=True)
    days: Mapped[Decimal] = mapped_column(Numeric(5, 1))
    granted: Mapped[bool | None]
    reason: Mapped[str] = mapped_column(Text, default="")
    answered_by_id: Mapped[int | None] = mapped_column(ForeignKey("person.id"))
    answered_at: Mapped[datetime | None] = mapped_column(UTCDateTime)

    edition: Mapped[Edition] = relationship(back_populates="releases")
    host: Mapped[School] = relationship()
    answered_by: Mapped[Person | None] = relationship()

    def audit_root(self) -> Audited:
        return self.edition.provider


class PanelReview(Record):
    """One reviewer's ratings; an interest declared instead keeps the reviewer out."""

    __tablename__ = "panel_review"
    __table_args__ = (UniqueConstraint("edition_id", "reviewer_id", "turn"),)

    edition_id: Mapped[int] = mapped_column(ForeignKey("edition.id"))
    reviewer_id: Mapped[int] = mapped_column(ForeignKey("person.id"), index=True)
    # empty: none, which is an answer too
    interest: Mapped[str] = mapped_column(Text, default="")
    rating: Mapped[Rating | None] = mapped_column(Enumerated(Rating))
    reason: Mapped[str] = mapped_column(Text, default="")
    # the time of asking it belongs to: what was returned is reviewed afresh
    turn: Mapped[int]

    edition: Mapped[Edition] = relationship(back_populates="reviews")
    reviewer: Mapped[Person] = relationship()
    findings: Mapped[list[CriterionFinding]] = relationship(
        back_populates="review", order_by="CriterionFinding.id"
    )

    def audit_root(self) -> Audited:
        return self.edition.provider


class CriterionFinding(Record):
    """One criterion as it was worded that day, and how the reviewer found it met."""

    __tablename__ = "criterion_finding"

    review_id: Mapped[int] = mapped_column(ForeignKey("panel_review.id"), index=True)
    criterion: Mapped[str] = mapped_column(String(300))
    rating: Mapped[Rating] = mapped_column(Enumerated(Rating))
    reason: Mapped[str] = mapped_column(Text, default="")

    review: Mapped[PanelReview] = relationship(back_populates="findings")

    def audit_root(self) -> Audited:
        return self.review.edition.provider
