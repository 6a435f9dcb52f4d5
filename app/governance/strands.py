"""The strands of governance: what needs, findings, courses and knowledge are all told in."""

from __future__ import annotations

from collections.abc import Sequence

from sqlalchemy import select
from sqlalchemy.orm import aliased

from app.extensions import db
from app.prospectus.models import ExpertiseArea


def strands() -> Sequence[ExpertiseArea]:
    """Return the areas of expertise in the group "governance", in their order."""
    group = aliased(ExpertiseArea)
    query = (
        select(ExpertiseArea)
        .join(group, ExpertiseArea.parent_id == group.id)
        .where(group.code == "governance")
        .order_by(ExpertiseArea.position, ExpertiseArea.id)
    )
    return db.session.scalars(query).all()
