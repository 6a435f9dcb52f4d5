"""Who sees an enquiry, who answers it, who weighs the answers. Pure rules."""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.accounts.roles import Role
from app.commissions import permissions as who
from app.commissions.enquiries.facts import EnquiryStatus
from app.commissions.voices import is_shut_out

if TYPE_CHECKING:
    from app.accounts.models import Person
    from app.commissions.models import Enquiry, SupportRequest


def leads_enquired(person: Person, enquiry: Enquiry) -> bool:
    return person.holds(Role.PROVIDER_LEAD, provider=enquiry.provider_id)


def can_see_who_was_asked(person: Person, request: SupportRequest) -> bool:
    """The school and the authority; a provider, also the matched one, reads only of itself.

    An officer who leads one of those asked is no officer here.
    """
    if who.reads_for_school(person, request) or person.id == request.requester_id:
        return True
    if any(leads_enquired(person, enquiry) for enquiry in request.enquiries):
        return False
    return who.can_see_request(person, request) and (
        who.is_officer_for(person, request) or who.is_quality_lead_for(person, request)
    )


def can_see_enquiry(person: Person, enquiry: Enquiry) -> bool:
    return can_see_who_was_asked(person, enquiry.request) or can_read_as_provider(person, enquiry)


def can_read_as_provider(person: Person, enquiry: Enquiry) -> bool:
    """The provider asked, once it was, if the school consented to share the request."""
    return (
        enquiry.status is not EnquiryStatus.NAMED
        and enquiry.request.consent_to_share
        and not is_shut_out(person, enquiry.request)
        and leads_enquired(person, enquiry)
    )


def can_answer_enquiry(person: Person, enquiry: Enquiry) -> bool:
    """Nobody answers their own school."""
    return can_read_as_provider(person, enquiry) and not who.reads_for_school(
        person, enquiry.request
    )


def can_send_enquiry(person: Person, enquiry: Enquiry) -> bool:
    request = enquiry.request
    return who.can_write_request(person, request) or who.brokers_request(person, request)


def can_weigh_answers(person: Person, enquiry: Enquiry) -> bool:
    """The school's voices; not about a provider that they lead themselves."""
    return who.speaks_for_school(person, enquiry.request) and not leads_enquired(person, enquiry)


def can_ask_again(person: Person, enquiry: Enquiry) -> bool:
    return who.brokers_request(person, enquiry.request)
