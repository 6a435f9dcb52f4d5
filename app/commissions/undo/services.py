"""Undoing the last step: the record stands where it stood, and the trail keeps both."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING, Any, Generic, TypeVar

from app.commissions.enquiries.services.hold import hold_request
from app.commissions.facts import CandidateVerdict
from app.commissions.lifecycle import COMMISSION_LIFECYCLE, REQUEST_LIFECYCLE
from app.commissions.services.agree import hold
from app.commissions.services.days import hold_days
from app.commissions.statuses import (
    CAME_TO_NOTHING,
    CommissionAction,
    CommissionStatus,
    RequestAction,
)
from app.commissions.telling import tell_everybody
from app.commissions.undo.facts import COMMISSION_BACK, REQUEST_BACK
from app.commissions.undo.queries import last_step, reason_before
from app.core.errors import NotOpen
from app.extensions import db

if TYPE_CHECKING:
    from collections.abc import Mapping

    from app.accounts.models import Person
    from app.commissions.models import Commission, SupportRequest
    from app.commissions.undo.facts import Taken
    from app.core.lifecycle import Lifecycle

A = TypeVar("A", bound=StrEnum)
NOTHING_TO_UNDO = "The last step here cannot be undone."
NEWS = "the last step was a mistake and is undone"


@dataclass(frozen=True)
class WayBack(Generic[A]):
    """The step that was taken, and the act that undoes it."""

    taken: Taken
    action: A


def way_back_of_request(request: SupportRequest, *, by: Person) -> WayBack[RequestAction]:
    """Return how the last step is undone; raises NotOpen, NotAllowed or NotReady."""
    return _way_back(request, REQUEST_BACK, REQUEST_LIFECYCLE, by)


def way_back_of_commission(commission: Commission, *, by: Person) -> WayBack[CommissionAction]:
    """Return how the last step is undone; raises NotOpen, NotAllowed or NotReady."""
    return _way_back(commission, COMMISSION_BACK, COMMISSION_LIFECYCLE, by)


def _way_back(
    record: Any, back: Mapping[str, A], lifecycle: Lifecycle[Any, A, Any, Person], by: Person
) -> WayBack[A]:
    taken = last_step(record)
    action = back.get(taken.before) if taken else None
    if taken is None or action is None or (record.status, action) not in lifecycle.table:
        raise NotOpen(NOTHING_TO_UNDO)
    lifecycle.check(record, action, by=by)
    return WayBack(taken, action)


def undo_of_request(*, request: SupportRequest, by: Person) -> None:
    hold_request(request)
    way_back = way_back_of_request(request, by=by)
    REQUEST_LIFECYCLE.move(request, way_back.action, by=by)
    request.reason = way_back.taken.reason_before
    db.session.flush()
    if way_back.action is not RequestAction.UNDO_TO_DRAFT:
        tell_everybody(request, NEWS)


def undo_of_commission(*, commission: Commission, by: Person) -> None:
    """Undo the last step; days that were free again are taken from the provider once more.

    The provider's row is locked until the commit, as for an offer.
    """
    hold(commission)
    hold_days(commission.provider)
    came_to_nothing = commission.status in CAME_TO_NOTHING
    if came_to_nothing:
        hold_request(commission.request)
    was_declined = commission.status is CommissionStatus.DECLINED
    way_back = way_back_of_commission(commission, by=by)
    COMMISSION_LIFECYCLE.move(commission, way_back.action, by=by)
    if came_to_nothing:
        _take_request_back(commission, by=by, was_declined=was_declined)
        commission.reason = way_back.taken.reason_before
    elif way_back.action is CommissionAction.UNDO_TO_ACTIVE:
        commission.days_used, commission.days_note = None, ""
    else:
        commission.start_meeting_on = None
    db.session.flush()
    tell_everybody(commission, NEWS)


def _take_request_back(commission: Commission, *, by: Person, was_declined: bool) -> None:
    """Make the provider the school's choice again, in the words that stood for it before."""
    REQUEST_LIFECYCLE.move(commission.request, RequestAction.OFFER_AGAIN, by=by)
    for candidate in commission.request.candidates:
        if candidate.provider_id == commission.provider_id:
            candidate.verdict = CandidateVerdict.CHOSEN
            if was_declined:
                candidate.reason = reason_before(candidate) or candidate.reason
        elif candidate.verdict is CandidateVerdict.CHOSEN:
            candidate.verdict = CandidateVerdict.SHORTLISTED
