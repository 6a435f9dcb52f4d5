from __future__ import annotations

from datetime import date, datetime

from sqlalchemy import ForeignKey, String, Text, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column, relationship

from app.accounts.models import Person
from app.core import clock
from app.core.model import Audited, Enumerated, Record, UTCDateTime, Versioned
from app.governance.audits.questions.facts import CheckStatus, Rating
from app.governance.audits.words.models import Wording
from app.schools.models import School


class SelfCheck(Versioned, Record):
    """One meeting in which a board put the questions to itself."""

    __tablename__ = "audits_check"

    reference: Mapped[str] = mapped_column(String(20), unique=True)
    school_urn: Mapped[int] = mapped_column(ForeignKey("school.urn"), index=True)
    held_on: Mapped[date]
    took_part: Mapped[str] = mapped_column(String(200), default="")
    status: Mapped[CheckStatus] = mapped_column(Enumerated(CheckStatus), default=CheckStatus.DRAFT)
    moved_at: Mapped[datetime] = mapped_column(UTCDateTime, default=clock.now)
    begun_by_id: Mapped[int] = mapped_column(ForeignKey("person.id"))
    shared_with_head: Mapped[bool] = mapped_column(default=False)
    shared_with_services: Mapped[bool] = mapped_column(default=False)
    reopened_because: Mapped[str] = mapped_column(Text, default="")

    school: Mapped[School] = relationship()
    begun_by: Mapped[Person] = relationship()
    answers: Mapped[list[CheckAnswer]] = relationship(
        back_populates="check", order_by="CheckAnswer.position"
    )


class CheckAnswer(Record):
    """The board's one answer to a question, in the wording that was put to it."""

    __tablename__ = "audits_check_answer"
    __table_args__ = (UniqueConstraint("check_id", "wording_id"),)

    check_id: Mapped[int] = mapped_column(ForeignKey("audits_check.id"))
    wording_id: Mapped[int] = mapped_column(ForeignKey("audits_wording.id"))
    position: Mapped[int]
    rating: Mapped[Rating | None] = mapped_column(Enumerated(Rating))
    evidence: Mapped[str] = mapped_column(Text, default="")
    next_step: Mapped[str] = mapped_column(Text, default="")

    check: Mapped[SelfCheck] = relationship(back_populates="answers")
    # nobody reads an answer without its question
    wording: Mapped[Wording] = relationship(lazy="joined", innerjoin=True)

    def audit_root(self) -> Audited:
        return self.check
