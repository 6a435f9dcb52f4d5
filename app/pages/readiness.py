"""Whether the parts without which the service is no use answer now."""

from __future__ import annotations

from typing import TYPE_CHECKING

from flask import current_app
from sqlalchemy import text
from sqlalchemy.exc import SQLAlchemyError

from app.extensions import db
from app.search.engine import SearchUnavailableError

if TYPE_CHECKING:
    from app.search.engine import SearchEngine


def database_answers() -> bool:
    try:
        return bool(db.session.scalar(text("select 1")) == 1)
    except SQLAlchemyError:
        db.session.rollback()
        return False


def search_answers() -> bool:
    engine: SearchEngine | None = current_app.extensions.get("search")
    try:
        return engine is not None and engine.ready()
    except (SearchUnavailableError, OSError):
        return False
