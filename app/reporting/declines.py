"""Why providers that were asked could not help: counted by area and reason, never by whom."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from sqlalchemy import func, select

from app.commissions.enquiries.facts import DeclineReason, EnquiryStatus
from app.commissions.facts import RequestKind
from app.commissions.models import Enquiry, SupportRequest
from app.core import clock
from app.extensions import db
from app.prospectus.models import ExpertiseArea
from app.reporting.gaps import PERIOD

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence


@dataclass(frozen=True)
class Declines:
    """How often each reason was given in one area."""

    area: str
    by_reason: Mapping[DeclineReason, int]

    @property
    def total(self) -> int:
        return sum(self.by_reason.values())


def declines_by_area(authorities: Sequence[str]) -> list[Declines]:
    """Return the areas in which somebody declined in the last twelve months, the most first."""
    query = (
        select(ExpertiseArea.name, Enquiry.decline_reason, func.count())
        .select_from(Enquiry)
        .join(SupportRequest, SupportRequest.id == Enquiry.request_id)
        .join(ExpertiseArea, ExpertiseArea.id == SupportRequest.focus_id)
        .where(
            SupportRequest.authority_code.in_(authorities),
            SupportRequest.kind == RequestKind.SCHOOL,
            Enquiry.status == EnquiryStatus.DECLINED,
            Enquiry.moved_at >= clock.now() - PERIOD,
        )
        .group_by(ExpertiseArea.name, Enquiry.decline_reason)
        .order_by(ExpertiseArea.name, Enquiry.decline_reason)
    )
    areas: dict[str, dict[DeclineReason, int]] = {}
    for area, reason, count in db.session.execute(query):
        if reason is not None:
            areas.setdefault(area, {})[reason] = count
    found = [Declines(area, reasons) for area, reasons in areas.items()]
    return sorted(found, key=lambda one: (-one.total, one.area.lower()))
