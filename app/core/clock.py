"""The only source of time, so that tests and demonstrations can stand at another moment."""

from __future__ import annotations

from contextlib import contextmanager
from contextvars import ContextVar
from datetime import UTC, date, datetime
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

if TYPE_CHECKING:
    from collections.abc import Iterator

LONDON = ZoneInfo("Europe/London")
_moment: ContextVar[datetime | None] = ContextVar("moment", default=None)


def now() -> datetime:
    """Return the present moment in UTC."""
    return _moment.get() or datetime.now(UTC)


def today() -> date:
    """Return the date on the wall calendar in England."""
    return now().astimezone(LONDON).date()


def in_london(moment: datetime) -> datetime:
    return moment.astimezone(LONDON)


@contextmanager
def at(moment: datetime) -> Iterator[None]:
    """Stand at an aware `moment` for the length of the block."""
    token = _moment.set(moment.astimezone(UTC))
    try:
        yield
    finally:
        _moment.reset(token)
