from __future__ import annotations

from datetime import date, datetime

from sqlalchemy import (
    JSON,
    CheckConstraint,
    ForeignKey,
    Index,
    String,
    Text,
    UniqueConstraint,
    text,
)
from sqlalchemy.orm import Mapped, mapped_column, relationship

from app.accounts.models import Person
from app.core import clock
from app.core.model import Audited, Enumerated, Record, UTCDateTime, Versioned
from app.core.references import new_reference
from app.governance.training.facts import (
    LIVE,
    Attendance,
    BookingStatus,
    CourseMode,
    CourseStatus,
    Level,
    Rating,
    SessionStatus,
)
from app.schools.models import School

STILL_LIVE = text(
    "status IN ({})".format(", ".join(f"'{status.value}'" for status in sorted(LIVE)))
)


class TrainingCourse(Versioned, Record):
    """What can be learnt; when and where is said by its sessions."""

    __tablename__ = "training_course"
    __table_args__ = (
        CheckConstraint("subscriber_pence >= 0 AND other_pence >= 0", name="prices"),
        CheckConstraint("closes_days >= 0 AND free_days >= 0", name="days"),
    )

    authority_code: Mapped[str] = mapped_column(ForeignKey("authority.code"), index=True)
    # how people name it, on paper and in addresses
    code: Mapped[str] = mapped_column(String(20), unique=True)
    title: Mapped[str] = mapped_column(String(200))
    covers: Mapped[str] = mapped_column(Text)
    audiences: Mapped[list[str]] = mapped_column(JSON)
    level: Mapped[Level] = mapped_column(Enumerated(Level))
    mode: Mapped[CourseMode] = mapped_column(Enumerated(CourseMode))
    # codes of areas of expertise
    strands: Mapped[list[str]] = mapped_column(JSON)
    # codes of other courses
    prerequisites: Mapped[list[str]] = mapped_column(JSON, default=list)
    access_offered: Mapped[str] = mapped_column(Text, default="")
    subscriber_pence: Mapped[int]
    other_pence: Mapped[int]
    # working days before a session at which bookings close, and up to which cancelling is free
    closes_days: Mapped[int]
    free_days: Mapped[int]
    status: Mapped[CourseStatus] = mapped_column(
        Enumerated(CourseStatus), default=CourseStatus.DRAFT
    )
    moved_at: Mapped[datetime] = mapped_column(UTCDateTime, default=clock.now)

    sessions: Mapped[list[TrainingSession]] = relationship(
        back_populates="course", order_by="TrainingSession.starts_at, TrainingSession.id"
    )


class TrainingSession(Versioned, Record):
    """A course at a time and place; a long one has several parts."""

    __tablename__ = "training_session"
    __table_args__ = (
        CheckConstraint("capacity >= 1 AND minimum >= 0 AND minimum <= capacity", name="places"),
        CheckConstraint("starts_at < ends_at", name="in_order"),
    )

    reference: Mapped[str] = mapped_column(
        String(12), unique=True, default=lambda: new_reference("TRN")
    )
    course_id: Mapped[int] = mapped_column(ForeignKey("training_course.id"), index=True)
    # of the first part, and of the last
    starts_at: Mapped[datetime] = mapped_column(UTCDateTime, index=True)
    ends_at: Mapped[datetime] = mapped_column(UTCDateTime)
    # or that a link is sent
    place: Mapped[str] = mapped_column(String(200))
    # a name and no account: trainers see no bookings
    trainer: Mapped[str] = mapped_column(String(200))
    capacity: Mapped[int]
    minimum: Mapped[int]
    # the last day on which a place can be booked
    closes_on: Mapped[date]
    # the last day on which a place is cancelled without charge
    free_until: Mapped[date]
    status: Mapped[SessionStatus] = mapped_column(
        Enumerated(SessionStatus), default=SessionStatus.PLANNED
    )
    moved_at: Mapped[datetime] = mapped_column(UTCDateTime, default=clock.now)
    reason: Mapped[str] = mapped_column(Text, default="")

    course: Mapped[TrainingCourse] = relationship(back_populates="sessions")
    parts: Mapped[list[TrainingPart]] = relationship(
        back_populates="session",
        order_by="TrainingPart.starts_at, TrainingPart.id",
        cascade="all, delete-orphan",
    )
    bookings: Mapped[list[TrainingBooking]] = relationship(
        back_populates="session", order_by="TrainingBooking.queued_at, TrainingBooking.id"
    )

    def audit_root(self) -> Audited:
        return self.course

    @property
    def day(self) -> date:
        return clock.in_london(self.starts_at).date()

    @property
    def taken(self) -> int:
        return sum(booking.status is BookingStatus.BOOKED for booking in self.bookings)

    @property
    def waiting(self) -> list[TrainingBooking]:
        """Return who waits for a place, the first to move up first."""
        return [b for b in self.bookings if b.status is BookingStatus.WAITING]

    @property
    def free(self) -> int:
        return max(self.capacity - self.taken, 0)


class TrainingPart(Record):
    """One meeting of a session."""

    __tablename__ = "training_part"
    __table_args__ = (CheckConstraint("starts_at < ends_at", name="in_order"),)

    session_id: Mapped[int] = mapped_column(ForeignKey("training_session.id"), index=True)
    starts_at: Mapped[datetime] = mapped_column(UTCDateTime)
    ends_at: Mapped[datetime] = mapped_column(UTCDateTime)

    session: Mapped[TrainingSession] = relationship(back_populates="parts")

    def audit_root(self) -> Audited:
        return self.session.course


class TrainingBooking(Record):
    """A place for one person of one board, asked for, waited for or taken.

    It keeps the price and the terms it was booked under.
    """

    __tablename__ = "training_booking"
    __table_args__ = (
        Index(
            "uq_training_booking_live",
            "session_id",
            "person_id",
            unique=True,
            sqlite_where=STILL_LIVE,
            postgresql_where=STILL_LIVE,
        ),
    )

    reference: Mapped[str] = mapped_column(
        String(12), unique=True, default=lambda: new_reference("BKG")
    )
    session_id: Mapped[int] = mapped_column(ForeignKey("training_session.id"), index=True)
    person_id: Mapped[int] = mapped_column(ForeignKey("person.id"), index=True)
    school_urn: Mapped[int] = mapped_column(ForeignKey("school.urn"), index=True)
    booked_by_id: Mapped[int] = mapped_column(ForeignKey("person.id"))
    status: Mapped[BookingStatus] = mapped_column(
        Enumerated(BookingStatus), default=BookingStatus.ASKED
    )
    moved_at: Mapped[datetime] = mapped_column(UTCDateTime, default=clock.now)
    # the board wanted to agree to it when it was asked for
    needs_agreement: Mapped[bool] = mapped_column(default=False)
    agreed_by_id: Mapped[int | None] = mapped_column(ForeignKey("person.id"))
    # the place in the waiting list
    queued_at: Mapped[datetime] = mapped_column(UTCDateTime, default=clock.now)
    price_pence: Mapped[int]
    free_until: Mapped[date]
    needs: Mapped[str] = mapped_column(Text, default="")
    # why it was cancelled or not agreed to, and what that costs
    reason: Mapped[str] = mapped_column(Text, default="")
    ended_by_id: Mapped[int | None] = mapped_column(ForeignKey("person.id"))
    charge_pence: Mapped[int | None]
    # whose place this person took over
    replaces_id: Mapped[int | None] = mapped_column(ForeignKey("training_booking.id"), unique=True)
    attendance: Mapped[Attendance | None] = mapped_column(Enumerated(Attendance))
    marked_by_id: Mapped[int | None] = mapped_column(ForeignKey("person.id"))
    marked_at: Mapped[datetime | None] = mapped_column(UTCDateTime)

    session: Mapped[TrainingSession] = relationship(back_populates="bookings")
    person: Mapped[Person] = relationship(foreign_keys=[person_id])
    school: Mapped[School] = relationship()
    booked_by: Mapped[Person] = relationship(foreign_keys=[booked_by_id])
    agreed_by: Mapped[Person | None] = relationship(foreign_keys=[agreed_by_id])
    ended_by: Mapped[Person | None] = relationship(foreign_keys=[ended_by_id])
    replaces: Mapped[TrainingBooking | None] = relationship(
        remote_side="TrainingBooking.id", foreign_keys=[replaces_id]
    )
    feedback: Mapped[TrainingFeedback | None] = relationship(back_populates="booking")

    def audit_root(self) -> Audited:
        return self.session.course


class TrainingFeedback(Record):
    """What somebody who was there says of it."""

    __tablename__ = "training_feedback"

    booking_id: Mapped[int] = mapped_column(ForeignKey("training_booking.id"), unique=True)
    useful: Mapped[Rating] = mapped_column(Enumerated(Rating))
    led: Mapped[Rating] = mapped_column(Enumerated(Rating))
    words: Mapped[str] = mapped_column(Text, default="")

    booking: Mapped[TrainingBooking] = relationship(back_populates="feedback")

    def audit_root(self) -> Audited:
        return self.booking.session.course


class TrainingSubscription(Record):
    """From when to when a board subscribes; `ends_on` is the last day."""

    __tablename__ = "training_subscription"
    __table_args__ = (CheckConstraint("ends_on IS NULL OR ends_on >= starts_on", name="in_order"),)

    school_urn: Mapped[int] = mapped_column(ForeignKey("school.urn"), index=True)
    starts_on: Mapped[date]
    ends_on: Mapped[date | None]

    school: Mapped[School] = relationship()


class TrainingBoard(Versioned, Record):
    """What a board decided about bookings of its governors; without a row it need not agree."""

    __tablename__ = "training_board"
    __table_args__ = (UniqueConstraint("school_urn"),)

    school_urn: Mapped[int] = mapped_column(ForeignKey("school.urn"))
    must_agree: Mapped[bool] = mapped_column(default=False)

    school: Mapped[School] = relationship()
