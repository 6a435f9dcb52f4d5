"""Messages about bookings. A subject holds the reference and the act: never a school or need."""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.commissions.queries.sides import leads_of, voices_of
from app.notifications.services import leave_message
from app.web.filters import moment_words

if TYPE_CHECKING:
    from app.accounts.models import Person
    from app.commissions.models import Visit


def tell_booked(visit: Visit, by: Person) -> None:
    replaced = visit.replaces
    words = "a visit is moved" if replaced else "a visit is booked"
    body = f"It is on {moment_words(visit.starts_at)}."
    if replaced:
        body += f" It was on {moment_words(replaced.starts_at)}."
    _leave(visit, by, words, f"{body} Its page says where.")


def tell_cancelled(visit: Visit, by: Person) -> None:
    body = f"The visit on {moment_words(visit.starts_at)} is cancelled. Its page says why."
    _leave(visit, by, "a visit is cancelled", body)


def tell_missed(visit: Visit, by: Person) -> None:
    body = f"The visit on {moment_words(visit.starts_at)} is recorded as missed."
    _leave(visit, by, "a visit was missed", f"{body} Its page says why.")


def _leave(visit: Visit, by: Person, words: str, body: str) -> None:
    commission = visit.commission
    reference = commission.reference
    people = [
        *voices_of(commission),
        *leads_of(commission),
    ]
    for person in people:
        if person.id != by.id:
            leave_message(
                to=person,
                about=f"{reference} visit {visit.id} {visit.status}",
                subject=f"{reference}: {words}",
                body=body,
                path=f"/commissions/{reference}/bookings/{visit.id}",
            )
