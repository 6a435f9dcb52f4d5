"""The strands of governance: what needs, audits, reviews, courses and champions all name."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sqlalchemy import select
from sqlalchemy.orm import aliased

from app.extensions import db
from app.prospectus.models import ExpertiseArea

if TYPE_CHECKING:
    from collections.abc import Sequence

GROUP = "governance"


def strands() -> Sequence[ExpertiseArea]:
    """Return the areas of expertise in the group of governance, in their order."""
    group = aliased(ExpertiseArea)
    query = (
        select(ExpertiseArea)
        .join(group, group.id == ExpertiseArea.parent_id)
        .where(group.code == GROUP)
        .order_by(ExpertiseArea.position, ExpertiseArea.id)
    )
    return db.session.scalars(query).all()
