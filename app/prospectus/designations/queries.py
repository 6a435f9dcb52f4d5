from __future__ import annotations

from collections.abc import Sequence

from sqlalchemy import select

from app.extensions import db
from app.prospectus.models import Criterion


def criteria_in_force(type_id: int | None = None) -> Sequence[Criterion]:
    """Return the criteria of one kind of designation, or those for every entry, in their order."""
    return db.session.scalars(
        select(Criterion)
        .where(Criterion.designation_type_id == type_id, Criterion.retired_on.is_(None))
        .order_by(Criterion.position, Criterion.id)
    ).all()
