"""What every act on an entry ends with."""

from __future__ import annotations

from app.extensions import db
from app.prospectus.documents import document_id
from app.prospectus.models import Provider
from app.search.services import mark_changed


def changed(provider: Provider) -> None:
    """Flush, and tell the search of the entry; it follows after the commit."""
    db.session.flush()  # gives a new entry its id
    mark_changed(db.session(), [document_id(provider)])
