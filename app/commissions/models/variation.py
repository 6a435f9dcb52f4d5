from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING, Any

from sqlalchemy import JSON, ForeignKey, Text, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column, relationship

from app.accounts.models import Person
from app.commissions.changes.facts import OPEN_VARIATIONS, VariationKind, VariationStatus
from app.commissions.facts import Party
from app.core import clock
from app.core.model import Audited, Enumerated, Record, UTCDateTime

if TYPE_CHECKING:
    from app.commissions.models.agreement import AgreementVersion, Commission
    from app.commissions.models.objective import Objective


class Variation(Record):
    """One change of a signed agreement, with its reason; both values are kept for ever.

    It takes effect when its parties have signed its version and an officer has approved it.
    """

    __tablename__ = "variation"
    __table_args__ = (UniqueConstraint("commission_id", "number"),)

    commission_id: Mapped[int] = mapped_column(ForeignKey("commission.id"))
    number: Mapped[int]
    kind: Mapped[VariationKind] = mapped_column(Enumerated(VariationKind))
    status: Mapped[VariationStatus] = mapped_column(
        Enumerated(VariationStatus), default=VariationStatus.PROPOSED
    )
    moved_at: Mapped[datetime] = mapped_column(UTCDateTime, default=clock.now)
    # of a target or a starting point
    objective_id: Mapped[int | None] = mapped_column(ForeignKey("objective.id"), index=True)
    # plain values, as app.commissions.changes.agreed reads them
    before: Mapped[dict[str, Any]] = mapped_column(JSON)
    after: Mapped[dict[str, Any]] = mapped_column(JSON)
    reason: Mapped[str] = mapped_column(Text)
    # the home school signs with the others where it lends more, longer or less
    host_signs: Mapped[bool]
    proposed_by_id: Mapped[int] = mapped_column(ForeignKey("person.id"))
    # the officer who approved it or did not
    decided_by_id: Mapped[int | None] = mapped_column(ForeignKey("person.id"))
    # why it came to nothing, or what the officer added
    words: Mapped[str] = mapped_column(Text, default="")

    commission: Mapped[Commission] = relationship(back_populates="variations")
    objective: Mapped[Objective | None] = relationship(back_populates="variations")
    proposed_by: Mapped[Person] = relationship(foreign_keys=[proposed_by_id])
    decided_by: Mapped[Person | None] = relationship(foreign_keys=[decided_by_id])

    @property
    def is_open(self) -> bool:
        return self.status in OPEN_VARIATIONS

    @property
    def in_force(self) -> bool:
        return self.status is VariationStatus.IN_FORCE

    @property
    def parties(self) -> list[Party]:
        host = [Party.HOST] if self.host_signs else []
        return [Party.SCHOOL, Party.PROVIDER, *host]

    @property
    def agreement(self) -> AgreementVersion:
        """The version that says how the agreement reads with it."""
        return next(v for v in self.commission.versions if v.variation is self)

    @property
    def unsigned_parties(self) -> list[Party]:
        return self.agreement.unsigned_parties

    def audit_root(self) -> Audited:
        return self.commission
