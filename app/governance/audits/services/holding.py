"""Keeps an audit to oneself until the commit, so that no answer comes in while it is counted."""

from __future__ import annotations

from sqlalchemy import select

from app.extensions import db
from app.governance.audits.models import SkillsAudit


def hold(audit: SkillsAudit) -> None:
    """Wait for whoever holds it, and read it afresh."""
    # not by refresh: PostgreSQL locks no row of an outer join, which that would make
    db.session.execute(select(SkillsAudit.id).where(SkillsAudit.id == audit.id).with_for_update())
    db.session.refresh(audit, ["status", "closes_on", "version"])
