from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from sqlalchemy import ForeignKey, Text
from sqlalchemy.orm import Mapped, mapped_column, relationship

from app.accounts.models import Person
from app.commissions.gates.facts import CheckResult
from app.core.model import Audited, Enumerated, Record

if TYPE_CHECKING:
    from app.commissions.models.agreement import Commission


class ProviderCheck(Record):
    """An officer's due diligence on a provider before an approval; the newest counts.

    Never changed: a new check stands beside the earlier one.
    """

    __tablename__ = "provider_check"

    commission_id: Mapped[int] = mapped_column(ForeignKey("commission.id"), index=True)
    person_id: Mapped[int] = mapped_column(ForeignKey("person.id"))
    checked_on: Mapped[date]
    # what was looked at: a register, references, insurance
    sources: Mapped[str] = mapped_column(Text, default="")
    result: Mapped[CheckResult] = mapped_column(Enumerated(CheckResult))
    reason: Mapped[str] = mapped_column(Text, default="")

    commission: Mapped[Commission] = relationship(back_populates="checks")
    person: Mapped[Person] = relationship()

    def audit_root(self) -> Audited:
        return self.commission
