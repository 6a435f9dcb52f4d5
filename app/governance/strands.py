"""The strands of governance: what needs, audits, findings, courses and champions name alike."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sqlalchemy import select
from sqlalchemy.orm import aliased

from app.extensions import db
from app.prospectus.models import ExpertiseArea

if TYPE_CHECKING:
    from collections.abc import Sequence


def strands() -> Sequence[ExpertiseArea]:
    """Return the areas of expertise in the group for governance, in their order."""
    group = aliased(ExpertiseArea)
    query = (
        select(ExpertiseArea)
        .join(group, ExpertiseArea.parent_id == group.id)
        .where(group.code == "governance")
        .order_by(ExpertiseArea.position, ExpertiseArea.id)
    )
    return db.session.scalars(query).all()
