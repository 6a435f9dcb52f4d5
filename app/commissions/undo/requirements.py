"""Why a step cannot be undone any longer, in words for whoever took it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.commissions.models import Commission
from app.commissions.offers import OfferTerms, capacity_faults
from app.commissions.plans.requirements import current_plan, open_plan
from app.commissions.queries.capacity import days_in_year
from app.commissions.same_need.queries import live_about_the_same
from app.commissions.same_need.rules import MAY_BE_LIVE
from app.commissions.statuses import CAME_TO_NOTHING, CommissionStatus, RequestStatus
from app.commissions.timings import WORKING_DAYS, due
from app.commissions.undo.queries import last_step, somebody_went_on
from app.core import clock
from app.core.calendar import academic_year

if TYPE_CHECKING:
    from decimal import Decimal

    from app.accounts.models import Person
    from app.commissions.models import SupportRequest

NO_STEP = "There is no step to undo."
WENT_ON = "Somebody else has worked on it since, so it cannot be undone."
TOO_LATE = f"It was more than {WORKING_DAYS['undo']} working days ago, so it cannot be undone."


def nothing_relied_upon(person: Person, request: SupportRequest) -> list[str]:
    """Return what keeps the person from undoing the request's last step."""
    before, missing = _relied_upon(person, request)
    said_why = before not in MAY_BE_LIVE or request.another_need
    if not said_why and (live := live_about_the_same(request, person)):
        missing.append(f"{live[0].reference} asks for help with the same area and is still live.")
    return missing


def work_not_relied_upon(person: Person, commission: Commission) -> list[str]:
    """Return what keeps the person from undoing the commission's last step."""
    if gone_on := went_on(commission):
        return [gone_on]
    _before, missing = _relied_upon(person, commission)
    if commission.status in CAME_TO_NOTHING:
        missing += _days_gone(commission, commission.days)
    if commission.status is CommissionStatus.EVALUATING:
        missing += _days_gone(commission, commission.days - (commission.days_used or 0))
    return missing


def went_on(commission: Commission) -> str | None:
    """Return what was built upon the last step; asked first, for it needs no further look."""
    status, request = commission.status, commission.request
    planned = open_plan(commission) or current_plan(commission)
    if status is CommissionStatus.ACTIVE and planned:
        return "The action plan is begun."
    if status is CommissionStatus.EVALUATING and (commission.early_end or commission.evaluations):
        return "The evaluation has begun."
    if status in CAME_TO_NOTHING and request.status is not RequestStatus.MATCHING:
        return "The request has moved on."
    return None


def _relied_upon(
    person: Person, record: SupportRequest | Commission
) -> tuple[str | None, list[str]]:
    """Return also where the record stood before."""
    taken = last_step(record)
    if taken is None:
        return None, [NO_STEP]
    if taken.by_id != person.id:
        taker = taken.by_name or "the system"
        return taken.before, [f"Only whoever took the step can undo it: {taker}."]
    if clock.today() > due(taken.at, "undo"):
        return taken.before, [TOO_LATE]
    if somebody_went_on(record, taken):
        return taken.before, [WENT_ON]
    return taken.before, []


def _days_gone(commission: Commission, wanted: Decimal) -> list[str]:
    """Return whether the days that became free are promised to somebody else by now."""
    if wanted <= 0:
        return []
    year = academic_year(commission.starts_on)
    days = days_in_year([commission.provider_id], year)[commission.provider_id]
    terms = OfferTerms(wanted, commission.starts_on, commission.ends_on)
    return [f"{fault.words}." for fault in capacity_faults(terms, days)]
