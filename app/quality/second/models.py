from __future__ import annotations

from sqlalchemy import ForeignKey, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from app.core.model import Enumerated, Record, Versioned
from app.quality.second.facts import RuleKey


class QualityRule(Versioned, Record):
    """When an authority looks twice; changed on a page, every change in the audit trail."""

    __tablename__ = "quality_rule"
    __table_args__ = (UniqueConstraint("authority_code", "key"),)

    authority_code: Mapped[str] = mapped_column(ForeignKey("authority.code"))
    key: Mapped[RuleKey] = mapped_column(Enumerated(RuleKey))
    # commissions, objectives, days, pounds, per cent or months, as the key says; 0 where none
    value: Mapped[int] = mapped_column(default=0)
    in_force: Mapped[bool] = mapped_column(default=True)
