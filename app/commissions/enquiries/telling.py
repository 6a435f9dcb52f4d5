"""Messages about enquiries. A subject holds the reference and the act: never a school or need."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sqlalchemy import select
from sqlalchemy.orm import joinedload

from app.accounts.queries import holders
from app.accounts.roles import Role
from app.commissions.enquiries.facts import EnquiryStatus
from app.commissions.models import Enquiry
from app.commissions.queries.sides import voices_of
from app.commissions.statuses import RequestStatus
from app.commissions.voices import is_shut_out
from app.core import clock
from app.core.calendar import add_working_days
from app.extensions import db
from app.notifications.services import leave_message, told_of
from app.web.filters import date_words

if TYPE_CHECKING:
    from collections.abc import Iterable

    from app.accounts.models import Person

# why an enquiry closed, by how its request ended; the provider reads it
CLOSED_WORDS = {
    RequestStatus.MATCHED: "The school has found its support. Thank you for being there to ask.",
    RequestStatus.DECLINED: "The request does not go ahead. Thank you for being there to ask.",
    RequestStatus.SIGNPOSTED: "The school turns to another service. Thank you all the same.",
    RequestStatus.WITHDRAWN: "The school needs no support any more. Thank you all the same.",
}
NO_LONGER = "No answer is needed any more. Thank you for being there to ask."


def closed_words(enquiry: Enquiry) -> str:
    return CLOSED_WORDS.get(enquiry.request.status, NO_LONGER)


def tell_sent(enquiry: Enquiry) -> None:
    _leave(
        enquiry,
        _leads(enquiry),
        "sent",
        "can you help?",
        f"A school asks whether you can help. Please answer by {date_words(enquiry.due_on)}.",
    )


def tell_answered(enquiry: Enquiry) -> None:
    """Tell the school and the broker that somebody answered, not who or what."""
    request = enquiry.request
    people = voices_of(request)
    people += [p for p in (request.broker, request.on_behalf and request.requester) if p]
    body = "A provider you asked has answered. Its words stand on the page."
    _leave(enquiry, people, enquiry.status, "an enquiry is answered", body)


def tell_weighed(enquiry: Enquiry) -> None:
    """Tell the provider that the school has a view; which, and the tactful why, says the page.

    Once for each view of an answer: other words for it, or a view that comes again, are no news.
    """
    _leave(
        enquiry,
        _leads(enquiry),
        f"weighed {enquiry.leaning}",
        "news of your answer",
        "The school has said what it thinks of your answer. Its view stands on the page.",
    )


def tell_closed(enquiry: Enquiry) -> None:
    _leave(
        enquiry, _leads(enquiry), "closed", "no answer is needed any more", closed_words(enquiry)
    )


def remind_enquired() -> None:
    """Remind leads once on the last working day before the date, and once when it has passed."""
    today = clock.today()
    soon = add_working_days(today, 1)
    query = (
        select(Enquiry)
        .where(Enquiry.status == EnquiryStatus.SENT, Enquiry.due_on <= soon)
        .options(joinedload(Enquiry.request))
        .order_by(Enquiry.id)
    )
    due = {_about(one, _when(one)): one for one in db.session.scalars(query)}
    known = told_of(due)
    for about, enquiry in due.items():
        if about not in known:
            words = (
                "late: can you help?" if _is_late(enquiry) else "an answer is due: can you help?"
            )
            body = f"Please answer or decline. It is due {date_words(enquiry.due_on)}."
            _leave(enquiry, _leads(enquiry), _when(enquiry), words, body)


def _is_late(enquiry: Enquiry) -> bool:
    return enquiry.due_on is not None and enquiry.due_on < clock.today()


def _when(enquiry: Enquiry) -> str:
    return "late" if _is_late(enquiry) else "soon"


def _leads(enquiry: Enquiry) -> Iterable[Person]:
    leads = holders(Role.PROVIDER_LEAD, provider=enquiry.provider_id)
    return [person for person in leads if not is_shut_out(person, enquiry.request)]


def _about(enquiry: Enquiry, what: str) -> str:
    moment = enquiry.moved_at.isoformat()
    return f"{enquiry.request.reference} enquiry {enquiry.provider_id} {moment} {what}"


def _leave(enquiry: Enquiry, people: Iterable[Person], what: str, words: str, body: str) -> None:
    for person in people:
        leave_message(
            to=person,
            about=_about(enquiry, what),
            subject=f"{enquiry.request.reference}: {words}",
            body=body,
            path=f"/requests/{enquiry.request.reference}",
        )
