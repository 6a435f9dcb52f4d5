"""Runs migrations on the application's own database, whichever of the two it is."""

from __future__ import annotations

from typing import Any, Literal

from alembic import context
from alembic.autogenerate.api import AutogenContext
from flask import current_app
from sqlalchemy.types import TypeDecorator

from app.extensions import Base, db


def without_our_types(kind: str, item: Any, _context: AutogenContext) -> str | Literal[False]:
    """Write the database's own type: a migration must outlive the code that made it."""
    if kind == "type" and isinstance(item, TypeDecorator):
        return f"sa.{item.impl_instance!r}"
    return False


if context.is_offline_mode():
    message = "migrations run against a database: set DATABASE_URL"
    raise SystemExit(message)

with db.engine.connect() as connection:
    context.configure(
        connection=connection,
        target_metadata=Base.metadata,
        render_item=without_our_types,
        **current_app.extensions["migrate"].configure_args,
    )
    with context.begin_transaction():
        context.run_migrations()
