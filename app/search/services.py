"""What a feature calls when it has changed something that can be found."""

from __future__ import annotations

from collections.abc import Iterable

from sqlalchemy.orm import Session

from app.search.models import IndexUpdate

CHANGED = "search_changed"


def mark_changed(session: Session, document_ids: Iterable[str]) -> None:
    """Note documents that were added, changed or removed; the index follows after the commit."""
    session.add_all(IndexUpdate(document_id=name) for name in dict.fromkeys(document_ids))
    session.info[CHANGED] = True
