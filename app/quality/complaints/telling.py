"""Messages about complaints. A subject holds the reference and the act: never who or what."""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.accounts.roles import Role
from app.commissions.queries.sides import leads_of, officers_of, voices_of
from app.notifications.services import leave_message
from app.quality.complaints import permissions as who
from app.web.filters import date_words

if TYPE_CHECKING:
    from collections.abc import Callable

    from app.accounts.models import Person
    from app.quality.complaints.models import Complaint


def tell_made(complaint: Complaint, by: Person) -> None:
    body = f"Please acknowledge it by {date_words(complaint.due_on)}."
    _leave(complaint, by, who.can_handle, "a complaint is made", body)


def tell_complainants(complaint: Complaint, by: Person, words: str) -> None:
    _leave(complaint, by, who.is_complainant, words, "Its page says more.")


def tell_assigned(complaint: Complaint, by: Person) -> None:
    body = f"Please decide by {date_words(complaint.due_on)}."
    _leave(complaint, by, who.investigates, "you investigate a complaint", body)
    body = "Its page says what you need to know."
    _leave(complaint, by, who.is_complained_about, "a complaint concerns you", body)


def tell_decided(complaint: Complaint, by: Person) -> None:
    tell_complainants(complaint, by, "your complaint is decided")
    words = "the complaint that concerns you is decided"
    _leave(complaint, by, who.is_complained_about, words, "Its page says more.")


def _leave(
    complaint: Complaint,
    by: Person,
    to_whom: Callable[[Person, Complaint], bool],
    words: str,
    body: str,
) -> None:
    for person in _everybody_around(complaint):
        if person is not by and to_whom(person, complaint):
            leave_message(
                to=person,
                about=f"{complaint.reference} {complaint.moved_at.isoformat()} {words}",
                subject=f"{complaint.reference}: {words}",
                body=body,
                path=f"/complaints/{complaint.reference}",
            )


def _everybody_around(complaint: Complaint) -> list[Person]:
    commission = complaint.commission
    people = [
        complaint.made_by,
        *officers_of(commission, Role.QUALITY_LEAD),
        *voices_of(commission),
        *leads_of(commission),
    ]
    return list({person.id: person for person in people}.values())
