"""Locks an application, so that two people do not decide or score it at once."""

from __future__ import annotations

from sqlalchemy import select

from app.core.errors import NotReady
from app.extensions import db
from app.governance.champions.models import Application


def hold(application: Application) -> None:
    """Lock it until the transaction ends and read it afresh."""
    db.session.flush()
    db.session.execute(select(Application.id).filter_by(id=application.id).with_for_update())
    db.session.expire_all()


def given(words: str, missing: str) -> str:
    """Return the words without idle space; raise NotReady when there are none."""
    if not words.strip():
        raise NotReady([missing])
    return words.strip()
