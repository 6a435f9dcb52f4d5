"""Changes as their pages read them."""

from __future__ import annotations

from sqlalchemy import select

from app.commissions.models import Commission, Variation
from app.extensions import db


def variation_of_commission(reference: str, number: int) -> Variation | None:
    query = (
        select(Variation)
        .join(Variation.commission)
        .where(Commission.reference == reference, Variation.number == number)
    )
    return db.session.scalar(query)
