"""What every record has: a key, the moment it was made, and column types that refuse mistakes."""

from __future__ import annotations

from datetime import UTC, datetime
from enum import StrEnum
from typing import Any, ClassVar, TypeVar

from sqlalchemy import DateTime, Dialect, Integer, String, event
from sqlalchemy.orm import Mapped, Mapper, declared_attr, mapped_column
from sqlalchemy.types import TypeDecorator

from app.core import clock
from app.extensions import Base

ENUMERATED_LENGTH = 40
E = TypeVar("E", bound=StrEnum)


class UTCDateTime(TypeDecorator[datetime]):
    """An aware moment, kept in UTC on both databases (SQLite has no time zones)."""

    impl = DateTime(timezone=True)
    cache_ok = True

    def process_bind_param(self, value: datetime | None, dialect: Dialect) -> datetime | None:
        if value is None:
            return None
        if value.tzinfo is None:
            message = "a moment needs a time zone"
            raise ValueError(message)
        moment = value.astimezone(UTC)
        return moment.replace(tzinfo=None) if dialect.name == "sqlite" else moment

    def process_result_value(self, value: datetime | None, _dialect: Dialect) -> datetime | None:
        if value is None:
            return None
        return value.replace(tzinfo=UTC) if value.tzinfo is None else value.astimezone(UTC)


class Enumerated(TypeDecorator[E]):
    """A StrEnum kept as its short text, so that a new member needs no change of schema."""

    impl = String(ENUMERATED_LENGTH)
    cache_ok = True

    def __init__(self, enum: type[E]) -> None:
        super().__init__()
        self.enum = enum

    def process_bind_param(self, value: E | None, _dialect: Dialect) -> str | None:
        return None if value is None else self.enum(value).value

    def process_result_value(self, value: Any | None, _dialect: Dialect) -> E | None:
        return None if value is None else self.enum(value)


class Audited:
    """A record whose every change is written to the audit trail when it is flushed."""

    # columns whose values are not kept, only a fingerprint: it hides what is random, no shorter PIN
    __audit_secret__: ClassVar[frozenset[str]] = frozenset()

    def audit_root(self) -> Audited:
        """Return the record on whose timeline this one's events appear."""
        return self


@event.listens_for(Audited, "mapper_configured", propagate=True)
def _remember_what_is_replaced(mapper: Mapper[Any], audited: type[Any]) -> None:
    """Have an assignment read the old value first, also after a commit let go of it."""
    for attribute in mapper.column_attrs:
        getattr(audited, attribute.key).impl.active_history = True


class Record(Audited, Base):
    """An audited row with a number for a key."""

    __abstract__ = True

    id: Mapped[int] = mapped_column(Integer, primary_key=True)
    created_at: Mapped[datetime] = mapped_column(UTCDateTime, default=clock.now)


class Versioned:
    """Optimistic lock: a write on top of a version that somebody replaced is refused."""

    version: Mapped[int] = mapped_column(Integer, default=1)

    @declared_attr.directive
    def __mapper_args__(cls) -> dict[str, Any]:
        return {"version_id_col": cls.__table__.c.version}  # type: ignore[attr-defined]
