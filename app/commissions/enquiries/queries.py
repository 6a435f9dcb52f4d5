"""Enquiries as pages, lists and reports read them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from sqlalchemy import select
from sqlalchemy.orm import joinedload

from app.accounts.roles import SCHOOL_ROLES
from app.commissions.enquiries.facts import EnquiryStatus
from app.commissions.models import Enquiry, SupportRequest
from app.commissions.queries.requests import request_by_reference
from app.commissions.queries.sides import not_shut_out, spoken_for
from app.commissions.statuses import ENDED_REQUESTS, RequestStatus
from app.extensions import db

if TYPE_CHECKING:
    from collections.abc import Sequence

    from app.accounts.models import Person


def enquiry_of(reference: str, slug: str, **_rest: Any) -> Enquiry | None:
    """Return the enquiry of one provider about one request."""
    request = request_by_reference(reference)
    if request is None:
        return None
    return next((e for e in request.enquiries if e.provider.slug == slug), None)


def enquiries_to_answer(person: Person) -> Sequence[Enquiry]:
    """Return what providers this person leads are asked, the most urgent first."""
    if not (led := person.providers_led()):
        return ()
    return _found(
        Enquiry.provider_id.in_(led),
        Enquiry.status == EnquiryStatus.SENT,
        SupportRequest.consent_to_share,
        not_shut_out(person, SupportRequest),
    )


def answers_to_weigh(person: Person) -> Sequence[Enquiry]:
    """Return the answers about which this person's school has said nothing yet."""
    if not person.schools_as(SCHOOL_ROLES):
        return ()
    over = [*ENDED_REQUESTS, RequestStatus.MATCHED]
    return _found(
        spoken_for(person, SupportRequest),
        SupportRequest.status.not_in(over),
        Enquiry.status == EnquiryStatus.ANSWERED,
        Enquiry.leaning.is_(None),
    )


def _found(*which: Any) -> Sequence[Enquiry]:
    query = (
        select(Enquiry)
        .join(Enquiry.request)
        .where(*which)
        .options(
            joinedload(Enquiry.provider),
            joinedload(Enquiry.request).options(
                joinedload(SupportRequest.focus), joinedload(SupportRequest.school)
            ),
        )
        .order_by(Enquiry.due_on, Enquiry.id)
    )
    return db.session.scalars(query).all()
