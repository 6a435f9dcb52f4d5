from __future__ import annotations

from typing import TYPE_CHECKING

from sqlalchemy import select

from app.core.references import new_reference
from app.extensions import db

if TYPE_CHECKING:
    from sqlalchemy.orm import InstrumentedAttribute


def free_reference(prefix: str, column: InstrumentedAttribute[str]) -> str:
    """Return a reference that no record of the column's table has yet."""
    while True:
        reference = new_reference(prefix)
        if db.session.scalar(select(column).where(column == reference)) is None:
            return reference
