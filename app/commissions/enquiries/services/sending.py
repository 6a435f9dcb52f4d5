"""Enquiries go out with the request or by the broker's hand, and close with the request."""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.accounts.queries import holders
from app.accounts.roles import Role
from app.commissions import permissions as who
from app.commissions.enquiries import telling
from app.commissions.enquiries.facts import EnquiryAction, EnquiryStatus
from app.commissions.enquiries.lifecycle import ENQUIRY_LIFECYCLE
from app.commissions.enquiries.services.hold import hold_request
from app.commissions.models import Enquiry
from app.commissions.requirements import interest_answered
from app.commissions.services.sides import refuse_unfit
from app.commissions.statuses import RequestStatus
from app.commissions.timings import WORKING_DAYS
from app.core import clock
from app.core.calendar import add_working_days
from app.core.errors import NotAllowed, NotOpen, NotReady
from app.extensions import db

if TYPE_CHECKING:
    from app.accounts.models import Person
    from app.commissions.models import SupportRequest
    from app.prospectus.models import Provider

NOBODY_ANSWERS = "Nobody can answer for this provider yet. Ask an administrator."


def send_named(*, request: SupportRequest, by: Person) -> None:
    """Ask everybody the school named. Who left the prospectus meanwhile holds up nobody else."""
    for enquiry in request.enquiries:
        provider = enquiry.provider
        if (
            enquiry.status is EnquiryStatus.NAMED
            and provider.is_public
            and holders(Role.PROVIDER_LEAD, provider=provider.id)
        ):
            _send(enquiry, by)


def send_one(*, request: SupportRequest, provider: Provider, by: Person) -> Enquiry:
    """Ask one provider while matching, for the broker; the school sees the answer."""
    hold_request(request)
    check_may_send(request, by)
    refuse_unfit(request, provider)
    if not holders(Role.PROVIDER_LEAD, provider=provider.id):
        raise NotReady([NOBODY_ANSWERS])
    enquiry = next((e for e in request.enquiries if e.provider_id == provider.id), None)
    if enquiry is None:
        enquiry = Enquiry(
            request=request, provider=provider, asked_by=by, status=EnquiryStatus.NAMED
        )
        db.session.add(enquiry)
    _send(enquiry, by)
    return enquiry


def check_may_send(request: SupportRequest, by: Person) -> None:
    """Raise what keeps this person from asking a provider about the request now."""
    if not who.brokers_request(by, request):
        message = "Only a broker without an interest in it can do this."
        raise NotAllowed(message)
    if request.status is not RequestStatus.MATCHING:
        message = "This request is not being matched now."
        raise NotOpen(message)
    if missing := interest_answered(by, request):
        raise NotReady(missing)


def _send(enquiry: Enquiry, by: Person) -> None:
    ENQUIRY_LIFECYCLE.move(enquiry, EnquiryAction.SEND, by=by)
    enquiry.sent_at = clock.now()
    enquiry.due_on = add_working_days(clock.today(), WORKING_DAYS["answer_enquiry"])
    enquiry.leaning = enquiry.leaning_why = None
    enquiry.leaning_words = ""
    db.session.flush()
    telling.tell_sent(enquiry)


def close_enquiries(
    *, request: SupportRequest, by: Person, matched_with: Provider | None = None
) -> None:
    """Tell everybody still asked that no answer is needed; whoever got the work has an offer."""
    for enquiry in request.enquiries:
        got_it = matched_with is not None and enquiry.provider_id == matched_with.id
        still_asked = enquiry.status is EnquiryStatus.SENT
        if not still_asked and (got_it or enquiry.status is not EnquiryStatus.ANSWERED):
            continue
        ENQUIRY_LIFECYCLE.move(enquiry, EnquiryAction.CLOSE, by=by)
        db.session.flush()
        if not got_it:
            telling.tell_closed(enquiry)
