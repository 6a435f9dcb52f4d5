from __future__ import annotations

from datetime import date, datetime
from typing import Any

from sqlalchemy import JSON, ForeignKey, String, Text, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column, relationship

from app.accounts.models import Person
from app.accounts.roles import Role
from app.core import clock
from app.core.model import Audited, Enumerated, Record, UTCDateTime, Versioned
from app.governance.reviews.facts import (
    BoardRating,
    BoardReviewStatus,
    FindingKind,
    MeetingOutcome,
    MeetingWith,
    ReviewKind,
)
from app.prospectus.models import ExpertiseArea, Provider
from app.schools.models import School


class GovernanceHeading(Record):
    """One wording of a heading. Rewording ends it and adds the next, so reviews keep theirs."""

    __tablename__ = "governance_heading"
    __table_args__ = (UniqueConstraint("authority_code", "code", "version"),)

    authority_code: Mapped[str] = mapped_column(ForeignKey("authority.code"))
    code: Mapped[str] = mapped_column(String(60))
    # the number of the wording
    version: Mapped[int] = mapped_column(default=1)
    name: Mapped[str] = mapped_column(String(200))
    about: Mapped[str] = mapped_column(Text, default="")
    strand_id: Mapped[int | None] = mapped_column(ForeignKey("expertise_area.id"))
    position: Mapped[int]
    starts_on: Mapped[date] = mapped_column(default=clock.today)
    # reworded or retired on that day
    ends_on: Mapped[date | None]

    strand: Mapped[ExpertiseArea | None] = relationship()


class GovernanceReview(Versioned, Record):
    """A review of the board of one school, from the asking to the last action."""

    __tablename__ = "governance_review"

    reference: Mapped[str] = mapped_column(String(20), unique=True)
    school_urn: Mapped[int] = mapped_column(ForeignKey("school.urn"), index=True)
    kind: Mapped[ReviewKind] = mapped_column(Enumerated(ReviewKind))
    status: Mapped[BoardReviewStatus] = mapped_column(
        Enumerated(BoardReviewStatus), default=BoardReviewStatus.PLANNED
    )
    moved_at: Mapped[datetime] = mapped_column(UTCDateTime, default=clock.now)
    asked_by_id: Mapped[int] = mapped_column(ForeignKey("person.id"))
    asked_as: Mapped[Role] = mapped_column(Enumerated(Role))
    why: Mapped[str] = mapped_column(Text)
    # the head reads it before the report is shared
    head_takes_part: Mapped[bool] = mapped_column(default=False)
    # of an external review one of the two, once somebody was found
    provider_id: Mapped[int | None] = mapped_column(ForeignKey("provider.id"), index=True)
    officer_id: Mapped[int | None] = mapped_column(ForeignKey("person.id"))
    # a self-review that the board lets the authority read
    opened_to_authority: Mapped[bool] = mapped_column(default=False)
    own_view_sent_at: Mapped[datetime | None] = mapped_column(UTCDateTime)
    # working days, as they were when it was opened
    check_days: Mapped[int]
    plan_days: Mapped[int]
    accept_days: Mapped[int]
    # the first version
    shared_on: Mapped[date | None]
    check_by: Mapped[date | None]
    agreed_on: Mapped[date | None]
    plan_by: Mapped[date | None]
    plan_agreed_on: Mapped[date | None]
    plan_agreed_by_id: Mapped[int | None] = mapped_column(ForeignKey("person.id"))
    accept_by: Mapped[date | None]
    plan_accepted_on: Mapped[date | None]
    plan_returned_because: Mapped[str] = mapped_column(Text, default="")
    ended_on: Mapped[date | None]
    # of a close what has changed, of a cancellation why
    ending_words: Mapped[str] = mapped_column(Text, default="")

    school: Mapped[School] = relationship()
    asked_by: Mapped[Person] = relationship(foreign_keys=[asked_by_id])
    provider: Mapped[Provider | None] = relationship()
    officer: Mapped[Person | None] = relationship(foreign_keys=[officer_id])
    plan_agreed_by: Mapped[Person | None] = relationship(foreign_keys=[plan_agreed_by_id])
    scope: Mapped[list[ScopePart]] = relationship(
        back_populates="review", order_by="ScopePart.id", cascade="all, delete-orphan"
    )
    interests: Mapped[list[GovernanceInterest]] = relationship(
        back_populates="review", order_by="GovernanceInterest.id"
    )
    papers: Mapped[list[GovernancePaper]] = relationship(
        back_populates="review", order_by="GovernancePaper.due_on, GovernancePaper.id"
    )
    meetings: Mapped[list[GovernanceMeeting]] = relationship(
        back_populates="review", order_by="GovernanceMeeting.held_on, GovernanceMeeting.id"
    )
    findings: Mapped[list[GovernanceFinding]] = relationship(
        back_populates="review", order_by="GovernanceFinding.id", cascade="all, delete-orphan"
    )
    reports: Mapped[list[GovernanceReport]] = relationship(
        back_populates="review", order_by="GovernanceReport.number"
    )
    actions: Mapped[list[GovernanceAction]] = relationship(
        back_populates="review",
        order_by="GovernanceAction.due_on, GovernanceAction.id",
        cascade="all, delete-orphan",
    )


class OfReview(Record):
    """A part of a review, on its timeline."""

    __abstract__ = True
    review: Any

    def audit_root(self) -> Audited:
        root: Audited = self.review
        return root


class ScopePart(Versioned, OfReview):
    """A heading that the review looks at, with what the board says of itself under it."""

    __tablename__ = "governance_review_scope"
    __table_args__ = (UniqueConstraint("review_id", "heading_id"),)

    review_id: Mapped[int] = mapped_column(ForeignKey("governance_review.id"))
    heading_id: Mapped[int] = mapped_column(ForeignKey("governance_heading.id"))
    rating: Mapped[BoardRating | None] = mapped_column(Enumerated(BoardRating))
    words: Mapped[str] = mapped_column(Text, default="")
    evidence: Mapped[str] = mapped_column(Text, default="")

    review: Mapped[GovernanceReview] = relationship(back_populates="scope")
    heading: Mapped[GovernanceHeading] = relationship()


class GovernanceInterest(OfReview):
    """What somebody who reviews or decides said of their interests; no words for none."""

    __tablename__ = "governance_review_interest"

    review_id: Mapped[int] = mapped_column(ForeignKey("governance_review.id"), index=True)
    person_id: Mapped[int] = mapped_column(ForeignKey("person.id"))
    words: Mapped[str] = mapped_column(Text, default="")

    review: Mapped[GovernanceReview] = relationship(back_populates="interests")
    person: Mapped[Person] = relationship()


class GovernancePaper(Versioned, OfReview):
    """A paper that the reviewers asked for, and where it is kept once it came."""

    __tablename__ = "governance_review_paper"

    review_id: Mapped[int] = mapped_column(ForeignKey("governance_review.id"), index=True)
    what: Mapped[str] = mapped_column(String(200))
    from_role: Mapped[Role] = mapped_column(Enumerated(Role))
    asked_on: Mapped[date] = mapped_column(default=clock.today)
    due_on: Mapped[date]
    received_on: Mapped[date | None]
    note: Mapped[str] = mapped_column(Text, default="")
    chased_on: Mapped[date | None]

    review: Mapped[GovernanceReview] = relationship(back_populates="papers")


class GovernanceMeeting(Versioned, OfReview):
    """A talk of the reviewers; its notes are theirs alone."""

    __tablename__ = "governance_review_meeting"

    review_id: Mapped[int] = mapped_column(ForeignKey("governance_review.id"), index=True)
    with_whom: Mapped[MeetingWith] = mapped_column(Enumerated(MeetingWith))
    held_on: Mapped[date]
    outcome: Mapped[MeetingOutcome] = mapped_column(
        Enumerated(MeetingOutcome), default=MeetingOutcome.BOOKED
    )
    notes: Mapped[str] = mapped_column(Text, default="")

    review: Mapped[GovernanceReview] = relationship(back_populates="meetings")


class GovernanceFinding(Versioned, OfReview):
    """What the reviewers found under one heading; a report freezes its words."""

    __tablename__ = "governance_review_finding"

    review_id: Mapped[int] = mapped_column(ForeignKey("governance_review.id"), index=True)
    heading_id: Mapped[int] = mapped_column(ForeignKey("governance_heading.id"))
    kind: Mapped[FindingKind] = mapped_column(Enumerated(FindingKind))
    words: Mapped[str] = mapped_column(Text)
    evidence: Mapped[str] = mapped_column(Text, default="")
    recommendation: Mapped[str] = mapped_column(Text, default="")

    review: Mapped[GovernanceReview] = relationship(back_populates="findings")
    heading: Mapped[GovernanceHeading] = relationship()


class GovernanceReport(OfReview):
    """A version of the report as it was shared: its text never changes."""

    __tablename__ = "governance_review_report"
    __table_args__ = (UniqueConstraint("review_id", "number"),)

    review_id: Mapped[int] = mapped_column(ForeignKey("governance_review.id"))
    number: Mapped[int]
    content: Mapped[dict[str, Any]] = mapped_column(JSON)
    shared_by_id: Mapped[int] = mapped_column(ForeignKey("person.id"))
    shared_at: Mapped[datetime] = mapped_column(UTCDateTime, default=clock.now)

    review: Mapped[GovernanceReview] = relationship(back_populates="reports")
    shared_by: Mapped[Person] = relationship()
    comments: Mapped[list[FactComment]] = relationship(
        back_populates="report", order_by="FactComment.id"
    )


class FactComment(Record):
    """What the board says is wrong in a report."""

    __tablename__ = "governance_review_comment"

    report_id: Mapped[int] = mapped_column(ForeignKey("governance_review_report.id"), index=True)
    author_id: Mapped[int] = mapped_column(ForeignKey("person.id"))
    words: Mapped[str] = mapped_column(Text)

    report: Mapped[GovernanceReport] = relationship(back_populates="comments")
    author: Mapped[Person] = relationship()

    def audit_root(self) -> Audited:
        return self.report.review


class GovernanceAction(Versioned, OfReview):
    """One action of the plan. Its owner is a role at the school or a named person of the board."""

    __tablename__ = "governance_review_action"

    review_id: Mapped[int] = mapped_column(ForeignKey("governance_review.id"), index=True)
    heading_id: Mapped[int] = mapped_column(ForeignKey("governance_heading.id"))
    what: Mapped[str] = mapped_column(Text)
    measure: Mapped[str] = mapped_column(Text)
    owner_role: Mapped[Role | None] = mapped_column(Enumerated(Role))
    owner_id: Mapped[int | None] = mapped_column(ForeignKey("person.id"))
    due_on: Mapped[date]
    # the date in the plan that was agreed
    first_due_on: Mapped[date]
    done_on: Mapped[date | None]
    done_by_id: Mapped[int | None] = mapped_column(ForeignKey("person.id"))
    evidence: Mapped[str] = mapped_column(Text, default="")

    review: Mapped[GovernanceReview] = relationship(back_populates="actions")
    heading: Mapped[GovernanceHeading] = relationship()
    owner: Mapped[Person | None] = relationship(foreign_keys=[owner_id])
    done_by: Mapped[Person | None] = relationship(foreign_keys=[done_by_id])
    notes: Mapped[list[ActionNote]] = relationship(
        back_populates="action", order_by="ActionNote.id"
    )


class ActionNote(Record):
    """Progress with an action, or why its date changed; never edited."""

    __tablename__ = "governance_review_note"

    action_id: Mapped[int] = mapped_column(ForeignKey("governance_review_action.id"), index=True)
    author_id: Mapped[int] = mapped_column(ForeignKey("person.id"))
    words: Mapped[str] = mapped_column(Text)
    # of a changed date
    from_day: Mapped[date | None]
    to_day: Mapped[date | None]

    action: Mapped[GovernanceAction] = relationship(back_populates="notes")
    author: Mapped[Person] = relationship()

    def audit_root(self) -> Audited:
        return self.action.review
