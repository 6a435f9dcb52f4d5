from __future__ import annotations

from datetime import date
from decimal import Decimal

from sqlalchemy import JSON, ForeignKey, Numeric, String
from sqlalchemy.orm import Mapped, mapped_column, relationship

from app.core import clock
from app.core.model import Record, Versioned
from app.schools.models import Authority


class PreauthorisedRule(Versioned, Record):
    """What an authority has approved beforehand: small, by a known kind of provider, for a time."""

    __tablename__ = "preauthorised_rule"

    authority_code: Mapped[str] = mapped_column(ForeignKey("authority.code"), index=True)
    name: Mapped[str] = mapped_column(String(200))
    # the charge and its VAT together
    limit_pence: Mapped[int]
    most_days: Mapped[Decimal] = mapped_column(Numeric(5, 1))
    # codes of kinds of designation, of which the provider holds one
    kinds: Mapped[list[str]] = mapped_column(JSON, default=list)
    starts_on: Mapped[date]
    # the last day
    ends_on: Mapped[date | None]

    authority: Mapped[Authority] = relationship()

    @property
    def is_in_force(self) -> bool:
        today = clock.today()
        return self.starts_on <= today and (self.ends_on is None or today <= self.ends_on)
