from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal
from typing import Any

from sqlalchemy import JSON, ForeignKey, Numeric, String, Text, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column, relationship

from app.accounts.models import Person
from app.core import clock
from app.core.model import Audited, Enumerated, Record, UTCDateTime, Versioned
from app.core.references import new_reference
from app.governance.champions.facts import CallStatus, Finding, ReviewDecision, Status
from app.prospectus.models import Designation, Provider
from app.schools.models import Authority


@dataclass(frozen=True)
class Criterion:
    """What is sought, under the number by which evidence and scores name it in this call."""

    key: str
    words: str
    guidance: str


class Call(Versioned, Record):
    """A call for applications. From its opening on, its words are those everybody is judged by."""

    __tablename__ = "champion_call"

    reference: Mapped[str] = mapped_column(
        String(20), unique=True, default=lambda: new_reference("CAL")
    )
    authority_code: Mapped[str] = mapped_column(ForeignKey("authority.code"), index=True)
    status: Mapped[CallStatus] = mapped_column(Enumerated(CallStatus), default=CallStatus.DRAFT)
    moved_at: Mapped[datetime] = mapped_column(UTCDateTime, default=clock.now)
    title: Mapped[str] = mapped_column(String(200))
    sought: Mapped[str] = mapped_column(Text, default="")
    places: Mapped[int] = mapped_column(default=1)
    opens_on: Mapped[date | None]
    closes_on: Mapped[date | None]
    # what is sought, a line each: words, or "words: guidance"; so for checks and training
    criteria: Mapped[str] = mapped_column(Text, default="")
    # five lines, from the lowest to the highest
    scale: Mapped[str] = mapped_column(Text, default="")
    checks: Mapped[str] = mapped_column(Text, default="")
    training: Mapped[str] = mapped_column(Text, default="")
    # the interview days, in words
    interviews: Mapped[str] = mapped_column(Text, default="")
    # codes of strands
    strands: Mapped[list[str]] = mapped_column(JSON, default=list)
    made_by_id: Mapped[int] = mapped_column(ForeignKey("person.id"))

    authority: Mapped[Authority] = relationship()
    made_by: Mapped[Person] = relationship()
    applications: Mapped[list[Application]] = relationship(
        back_populates="call", order_by="Application.id"
    )

    @property
    def criteria_asked(self) -> list[Criterion]:
        parts = [line.partition(":") for line in lines_of(self.criteria)]
        return [
            Criterion(str(number), words.strip(), guidance.strip())
            for number, (words, _colon, guidance) in enumerate(parts, start=1)
        ]

    @property
    def scale_words(self) -> list[str]:
        return lines_of(self.scale)

    def takes_applications(self, day: date) -> bool:
        return (
            self.status is CallStatus.OPEN
            and self.opens_on is not None
            and self.closes_on is not None
            and self.opens_on <= day <= self.closes_on
        )


class Application(Versioned, Record):
    """One person's way from the first word to the end of their service."""

    __tablename__ = "champion_application"
    __table_args__ = (UniqueConstraint("call_id", "person_id"),)

    reference: Mapped[str] = mapped_column(
        String(20), unique=True, default=lambda: new_reference("CHA")
    )
    call_id: Mapped[int] = mapped_column(ForeignKey("champion_call.id"))
    person_id: Mapped[int] = mapped_column(ForeignKey("person.id"), index=True)
    status: Mapped[Status] = mapped_column(Enumerated(Status), default=Status.DRAFT, index=True)
    moved_at: Mapped[datetime] = mapped_column(UTCDateTime, default=clock.now)
    experience: Mapped[str] = mapped_column(Text, default="")
    # {board, role, years} in the order given
    roles: Mapped[list[dict[str, str]]] = mapped_column(JSON, default=list)
    # key of a criterion → what the applicant writes
    evidence: Mapped[dict[str, str]] = mapped_column(JSON, default=dict)
    strands: Mapped[list[str]] = mapped_column(JSON, default=list)
    # of schools, as an entry names them
    phases: Mapped[list[str]] = mapped_column(JSON, default=list)
    # in an academic year
    days: Mapped[Decimal | None] = mapped_column(Numeric(5, 1))
    miles: Mapped[int | None]
    interests: Mapped[str] = mapped_column(Text, default="")
    submitted_at: Mapped[datetime | None] = mapped_column(UTCDateTime)
    checked_by_id: Mapped[int | None] = mapped_column(ForeignKey("person.id"))
    interview_on: Mapped[date | None]
    # goes up when an appeal was upheld: another panel sits
    turn: Mapped[int] = mapped_column(default=1)
    discussion: Mapped[str] = mapped_column(Text, default="")
    # of whichever decision was the last, in words for the applicant
    reason: Mapped[str] = mapped_column(Text, default="")
    decided_by_id: Mapped[int | None] = mapped_column(ForeignKey("person.id"))
    appeal: Mapped[str] = mapped_column(Text, default="")
    answer: Mapped[str] = mapped_column(Text, default="")
    answered_by_id: Mapped[int | None] = mapped_column(ForeignKey("person.id"))
    designation_id: Mapped[int | None] = mapped_column(ForeignKey("designation.id"))
    review_on: Mapped[date | None]

    call: Mapped[Call] = relationship(back_populates="applications")
    person: Mapped[Person] = relationship(foreign_keys=[person_id])
    decided_by: Mapped[Person | None] = relationship(foreign_keys=[decided_by_id])
    designation: Mapped[Designation | None] = relationship()
    referees: Mapped[list[Referee]] = relationship(
        back_populates="application", order_by="Referee.id"
    )
    checks: Mapped[list[EligibilityCheck]] = relationship(
        back_populates="application", order_by="EligibilityCheck.id"
    )
    declarations: Mapped[list[Declaration]] = relationship(
        back_populates="application", order_by="Declaration.id"
    )
    members: Mapped[list[PanelMember]] = relationship(
        back_populates="application", order_by="PanelMember.id"
    )
    trainings: Mapped[list[Training]] = relationship(
        back_populates="application", order_by="Training.done_on, Training.id"
    )
    reviews: Mapped[list[AnnualReview]] = relationship(
        back_populates="application", order_by="AnnualReview.id"
    )

    @property
    def authority_code(self) -> str:
        return self.call.authority_code

    @property
    def provider(self) -> Provider | None:
        return self.designation.provider if self.designation else None

    @property
    def asked(self) -> list[Referee]:
        """The referees who stand, without those who were replaced."""
        return [referee for referee in self.referees if referee.replaced_at is None]

    @property
    def panel(self) -> list[PanelMember]:
        """Who sits now: not an earlier panel, nor whoever found an interest."""
        interested = {one.person_id for one in self.declarations}
        return [
            member
            for member in self.members
            if member.turn == self.turn and member.person_id not in interested
        ]


class Referee(Record):
    """Somebody who can speak for an applicant. The answer is for the panel alone."""

    __tablename__ = "champion_referee"

    application_id: Mapped[int] = mapped_column(ForeignKey("champion_application.id"), index=True)
    name: Mapped[str] = mapped_column(String(200))
    email: Mapped[str] = mapped_column(String(254))
    knows: Mapped[str] = mapped_column(Text)
    asked_at: Mapped[datetime | None] = mapped_column(UTCDateTime)
    reminded_at: Mapped[datetime | None] = mapped_column(UTCDateTime)
    answered_at: Mapped[datetime | None] = mapped_column(UTCDateTime)
    # a key of REFERENCE_QUESTIONS → the answer
    answers: Mapped[dict[str, str]] = mapped_column(JSON, default=dict)
    replaced_at: Mapped[datetime | None] = mapped_column(UTCDateTime)

    application: Mapped[Application] = relationship(back_populates="referees")

    def audit_root(self) -> Audited:
        return self.application


class EligibilityCheck(Record):
    """What an officer found about one named check; it keeps the words it was asked in."""

    __tablename__ = "champion_check"
    __table_args__ = (UniqueConstraint("application_id", "words"),)

    application_id: Mapped[int] = mapped_column(ForeignKey("champion_application.id"))
    words: Mapped[str] = mapped_column(String(200))
    finding: Mapped[Finding] = mapped_column(Enumerated(Finding))
    note: Mapped[str] = mapped_column(Text, default="")
    checked_by_id: Mapped[int] = mapped_column(ForeignKey("person.id"))

    application: Mapped[Application] = relationship(back_populates="checks")
    checked_by: Mapped[Person] = relationship()

    def audit_root(self) -> Audited:
        return self.application


class Declaration(Record):
    """An interest of an officer or of somebody on the panel: they have no part from then on."""

    __tablename__ = "champion_declaration"
    __table_args__ = (UniqueConstraint("application_id", "person_id"),)

    application_id: Mapped[int] = mapped_column(ForeignKey("champion_application.id"))
    person_id: Mapped[int] = mapped_column(ForeignKey("person.id"))
    interest: Mapped[str] = mapped_column(Text)

    application: Mapped[Application] = relationship(back_populates="declarations")
    person: Mapped[Person] = relationship()

    def audit_root(self) -> Audited:
        return self.application


class PanelMember(Record):
    """Somebody on the panel of one turn, with the scores they gave by themselves."""

    __tablename__ = "champion_panel_member"
    __table_args__ = (UniqueConstraint("application_id", "turn", "person_id"),)

    application_id: Mapped[int] = mapped_column(ForeignKey("champion_application.id"))
    person_id: Mapped[int] = mapped_column(ForeignKey("person.id"), index=True)
    turn: Mapped[int] = mapped_column(default=1)
    chairs: Mapped[bool] = mapped_column(default=False)
    scored_at: Mapped[datetime | None] = mapped_column(UTCDateTime)
    # key of a criterion → {score, reason}
    scores: Mapped[dict[str, dict[str, Any]]] = mapped_column(JSON, default=dict)

    application: Mapped[Application] = relationship(back_populates="members")
    person: Mapped[Person] = relationship()

    def audit_root(self) -> Audited:
        return self.application


class Training(Record):
    """A piece of training or shadowing after the appointment; it counts once it is signed off."""

    __tablename__ = "champion_training"

    application_id: Mapped[int] = mapped_column(ForeignKey("champion_application.id"), index=True)
    what: Mapped[str] = mapped_column(String(200))
    done_on: Mapped[date]
    with_whom: Mapped[str] = mapped_column(String(200))
    signed_off_by_id: Mapped[int | None] = mapped_column(ForeignKey("person.id"))
    signed_off_at: Mapped[datetime | None] = mapped_column(UTCDateTime)

    application: Mapped[Application] = relationship(back_populates="trainings")
    signed_off_by: Mapped[Person | None] = relationship()

    def audit_root(self) -> Audited:
        return self.application


class AnnualReview(Record):
    """A look at a year of service, and what follows from it."""

    __tablename__ = "champion_review"

    application_id: Mapped[int] = mapped_column(ForeignKey("champion_application.id"), index=True)
    due_on: Mapped[date]
    support: Mapped[str] = mapped_column(Text)
    training: Mapped[str] = mapped_column(Text)
    eligible: Mapped[bool]
    decision: Mapped[ReviewDecision] = mapped_column(Enumerated(ReviewDecision))
    reason: Mapped[str] = mapped_column(Text)
    conditions: Mapped[str] = mapped_column(Text, default="")
    decided_by_id: Mapped[int] = mapped_column(ForeignKey("person.id"))
    decided_at: Mapped[datetime] = mapped_column(UTCDateTime, default=clock.now)

    application: Mapped[Application] = relationship(back_populates="reviews")
    decided_by: Mapped[Person] = relationship()

    def audit_root(self) -> Audited:
        return self.application


def lines_of(text: str) -> list[str]:
    return [line.strip() for line in text.splitlines() if line.strip()]
