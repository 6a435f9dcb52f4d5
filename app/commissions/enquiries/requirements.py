"""What an enquiry asks, and what must be given before a step."""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.commissions.enquiries.facts import DeclineReason, Part

if TYPE_CHECKING:
    from app.accounts.models import Person
    from app.commissions.models import Enquiry, SupportRequest

ANSWER_ALL = "Answer each part with yes, partly or no."
CHOOSE_REASON = "Choose the reason why you cannot help."
SAY_REASON = "Say in a few words what the reason is."
NO_CONSENT = "The school has not agreed to share the request."


def parts_asked(request: SupportRequest) -> list[Part]:
    """Return what a provider is asked: the cost only where the school named a ceiling."""
    return [part for part in Part if part is not Part.COST or request.ceiling_pence is not None]


def may_be_shared(_person: Person, enquiry: Enquiry) -> list[str]:
    return [] if enquiry.request.consent_to_share else [NO_CONSENT]


def all_answered(_person: Person, enquiry: Enquiry) -> list[str]:
    known = enquiry.answer_to
    return [] if all(part in known for part in parts_asked(enquiry.request)) else [ANSWER_ALL]


def reason_given(_person: Person, enquiry: Enquiry) -> list[str]:
    if enquiry.decline_reason is None:
        return [CHOOSE_REASON]
    unsaid = enquiry.decline_reason is DeclineReason.OTHER and not enquiry.decline_words
    return [SAY_REASON] if unsaid else []
