"""Reminders of what is late after the delivery: complaints, closing reports, provider reviews."""

from __future__ import annotations

from typing import TYPE_CHECKING

from flask import current_app

from app.accounts.queries import holders
from app.accounts.roles import Role
from app.notifications.services import leave_message
from app.quality.closing import waiting as closing
from app.quality.complaints import waiting as complaints
from app.quality.provider_reviews import waiting as provider_reviews
from app.web.filters import date_words

if TYPE_CHECKING:
    from app.accounts.models import Person
    from app.core.waiting import Item

SOURCES = (complaints.waiting_for, closing.waiting_for, provider_reviews.waiting_for)
ROLES = (Role.QUALITY_LEAD, Role.BROKER, Role.APPROVER, Role.GOVERNOR_SERVICES)


def remind_of_overdue() -> None:
    """Remind whoever must act, once for each day that was set; the worker calls it now and then."""
    # what waits knows its page by its address, and the worker answers no request
    with current_app.test_request_context():
        for person in holders(*ROLES):
            for source in SOURCES:
                for item in source(person):
                    if item.overdue and item.due_on is not None:
                        _remind(person, item)


def _remind(person: Person, item: Item) -> None:
    act = item.sentence.rstrip(".")
    leave_message(
        to=person,
        about=f"{item.href} {act} late {item.due_on}",
        subject=f"Late: {act[:1].lower()}{act[1:]}",
        body=f"{act}. This was due {date_words(item.due_on)}.",
        path=item.href,
    )
