from __future__ import annotations

from datetime import date, datetime
from typing import Any

from sqlalchemy import JSON, ForeignKey, String, Text, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column, relationship

from app.accounts.models import Person
from app.core import clock
from app.core.model import Audited, Enumerated, Record, UTCDateTime, Versioned
from app.governance.audits.facts import AuditStatus, Rule
from app.governance.audits.words.models import Scale, Wording
from app.schools.models import School


class SkillsAudit(Versioned, Record):
    """One look at what the people of a board know and can do."""

    __tablename__ = "audits_audit"
    # totals of few people tell what one of them said; the salt within makes it unguessable
    __audit_secret__ = frozenset({"result"})

    reference: Mapped[str] = mapped_column(String(20), unique=True)
    school_urn: Mapped[int] = mapped_column(ForeignKey("school.urn"), index=True)
    name: Mapped[str] = mapped_column(String(200))
    closes_on: Mapped[date]
    status: Mapped[AuditStatus] = mapped_column(Enumerated(AuditStatus), default=AuditStatus.DRAFT)
    moved_at: Mapped[datetime] = mapped_column(UTCDateTime, default=clock.now)
    begun_by_id: Mapped[int] = mapped_column(ForeignKey("person.id"))
    # begun by governor services, who then run it together with chair and clerk
    for_board: Mapped[bool] = mapped_column(default=False)
    rule: Mapped[Rule] = mapped_column(Enumerated(Rule), default=Rule.TOTALS)
    # when the board said that the chair sees individual answers
    agreed_on: Mapped[date | None]
    head_asked: Mapped[bool] = mapped_column(default=False)
    shared_with_head: Mapped[bool] = mapped_column(default=False)
    shared_with_services: Mapped[bool] = mapped_column(default=False)
    scale_id: Mapped[int] = mapped_column(ForeignKey("audits_scale.id"))
    # when the board last chose its own numbers
    needs_set_at: Mapped[datetime | None] = mapped_column(UTCDateTime)
    reopened_because: Mapped[str] = mapped_column(Text, default="")
    # totals as counted at a close, and when; what is shown is never counted again
    result: Mapped[dict[str, Any] | None] = mapped_column(JSON(none_as_null=True))
    result_at: Mapped[datetime | None] = mapped_column(UTCDateTime)

    school: Mapped[School] = relationship()
    begun_by: Mapped[Person] = relationship()
    scale: Mapped[Scale] = relationship()
    items: Mapped[list[AuditItem]] = relationship(
        back_populates="audit", order_by="AuditItem.position"
    )
    invitations: Mapped[list[Invitation]] = relationship(
        back_populates="audit", order_by="Invitation.name"
    )

    def invitations_of(self, person: Person) -> list[Invitation]:
        """Return the person's one invitation, or nothing for somebody who was not asked."""
        return [one for one in self.invitations if one.person_id == person.id]

    def invitation_of(self, person: Person) -> Invitation | None:
        return next(iter(self.invitations_of(person)), None)


class AuditItem(Record):
    """A statement in the wording that the audit began with, and how many the board needs."""

    __tablename__ = "audits_item"
    __table_args__ = (UniqueConstraint("audit_id", "wording_id"),)

    audit_id: Mapped[int] = mapped_column(ForeignKey("audits_audit.id"))
    wording_id: Mapped[int] = mapped_column(ForeignKey("audits_wording.id"))
    position: Mapped[int]
    # people who should be confident
    needed: Mapped[int]

    audit: Mapped[SkillsAudit] = relationship(back_populates="items")
    # nobody reads an item without its words
    wording: Mapped[Wording] = relationship(lazy="joined", innerjoin=True)

    def audit_root(self) -> Audited:
        return self.audit


class Invitation(Record):
    """Somebody who is asked: by account, or (without a person) by a link in a letter."""

    __tablename__ = "audits_invitation"
    __table_args__ = (UniqueConstraint("audit_id", "email"),)

    audit_id: Mapped[int] = mapped_column(ForeignKey("audits_audit.id"))
    person_id: Mapped[int | None] = mapped_column(ForeignKey("person.id"), index=True)
    name: Mapped[str] = mapped_column(String(200))
    email: Mapped[str] = mapped_column(String(254))
    # when the answers were sent; before that they do not count
    sent_at: Mapped[datetime | None] = mapped_column(UTCDateTime)

    audit: Mapped[SkillsAudit] = relationship(back_populates="invitations")
    person: Mapped[Person | None] = relationship()
    sheet: Mapped[Sheet | None] = relationship(back_populates="invitation", uselist=False)

    def audit_root(self) -> Audited:
        return self.audit


class Sheet(Versioned, Record):
    """What one person answered; apart from the invitation, which others may read.

    `answers` has "levels" by the number of the item, "why" by the code of a strand, and a salt:
    the trail keeps a fingerprint of it all, from which nobody can guess four levels.
    """

    __tablename__ = "audits_sheet"
    __audit_secret__ = frozenset({"answers"})

    invitation_id: Mapped[int] = mapped_column(ForeignKey("audits_invitation.id"), unique=True)
    answers: Mapped[dict[str, Any]] = mapped_column(JSON)
    changed_at: Mapped[datetime] = mapped_column(UTCDateTime, default=clock.now)

    invitation: Mapped[Invitation] = relationship(back_populates="sheet")

    def audit_root(self) -> Audited:
        return self.invitation.audit
