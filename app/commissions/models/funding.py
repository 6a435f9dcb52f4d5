from __future__ import annotations

from typing import TYPE_CHECKING

from sqlalchemy import ForeignKey, String
from sqlalchemy.orm import Mapped, mapped_column, relationship

from app.core.calendar import financial_year
from app.core.model import Audited, Record

if TYPE_CHECKING:
    from app.commissions.models.agreement import Commission


class FundingLine(Record):
    """What one funder pays in one financial year."""

    __tablename__ = "funding_line"

    commission_id: Mapped[int] = mapped_column(ForeignKey("commission.id"), index=True)
    funder: Mapped[str] = mapped_column(String(200))
    pence: Mapped[int]
    # in whose budget it is; unknown of lines that are older than the question
    financial_year: Mapped[int | None]

    commission: Mapped[Commission] = relationship(back_populates="funding")

    @property
    def year(self) -> int:
        """The financial year that bears it: the one of the start, unless another was chosen."""
        if self.financial_year is not None:
            return self.financial_year
        return financial_year(self.commission.starts_on)

    def audit_root(self) -> Audited:
        return self.commission
