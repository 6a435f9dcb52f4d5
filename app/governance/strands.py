"""The strands of governance: what needs, findings, courses and champions' knowledge all name."""

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
    """Return the areas of expertise below the group "governance", in their order."""
    group = aliased(ExpertiseArea)
    query = (
        select(ExpertiseArea)
        .join(group, ExpertiseArea.parent_id == group.id)
        .where(group.code == GROUP)
        .order_by(ExpertiseArea.position, ExpertiseArea.id)
    )
    return db.session.scalars(query).all()
