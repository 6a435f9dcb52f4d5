"""Locks a designation, so that nobody decides on what somebody else is deciding."""

from __future__ import annotations

from sqlalchemy import select

from app.extensions import db
from app.prospectus.models import Designation, Provider


def hold(designation: Designation) -> None:
    """Lock the designation until the transaction ends and read it afresh."""
    db.session.flush()
    # by a query of its own: a page's query has outer joins, which PostgreSQL cannot lock
    db.session.execute(select(Designation.id).filter_by(id=designation.id).with_for_update())
    db.session.expire_all()


def hold_provider(provider: Provider) -> None:
    """Lock the entry: two officers do not award the same at once."""
    db.session.flush()
    db.session.execute(select(Provider.id).filter_by(id=provider.id).with_for_update())
    db.session.expire_all()
