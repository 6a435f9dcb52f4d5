"""A review by the words of an address."""

from __future__ import annotations

from sqlalchemy import select

from app.commissions.models import Commission, ReviewMeeting
from app.extensions import db


def review_of_commission(reference: str, review_id: int) -> ReviewMeeting | None:
    query = (
        select(ReviewMeeting)
        .join(ReviewMeeting.commission)
        .where(Commission.reference == reference, ReviewMeeting.id == review_id)
    )
    return db.session.scalar(query)
