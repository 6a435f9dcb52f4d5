"""The strands of governance: areas of expertise that needs, audits, courses and champions name."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sqlalchemy import select
from sqlalchemy.orm import aliased

from app.extensions import db
from app.prospectus.models import ExpertiseArea
from app.prospectus.queries import current_expertise_version

if TYPE_CHECKING:
    from collections.abc import Sequence


def strands() -> Sequence[ExpertiseArea]:
    """Return the areas of the group of governance in their order."""
    version = current_expertise_version()
    group = aliased(ExpertiseArea)
    query = (
        select(ExpertiseArea)
        .join(group, ExpertiseArea.parent_id == group.id)
        .where(group.code == "governance", ExpertiseArea.version_id == (version and version.id))
        .order_by(ExpertiseArea.position, ExpertiseArea.id)
    )
    return db.session.scalars(query).all()
