"""What changes designations, their kinds and the criteria."""

from app.prospectus.designations.services.appeal import answer, appeal
from app.prospectus.designations.services.decide import award, decide
from app.prospectus.designations.services.host import host_changed, review_where_host_closed

__all__ = [
    "answer",
    "appeal",
    "award",
    "decide",
    "host_changed",
    "review_where_host_closed",
]
