"""Messages about concerns. A subject holds the reference and the act: never who or what."""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.accounts.roles import Role
from app.commissions.concerns.facts import ConcernStatus
from app.commissions.concerns.permissions import can_resolve, handles_concerns
from app.commissions.concerns.queries import all_open_concerns
from app.commissions.queries.sides import leads_of, officers_of, voices_of
from app.core import clock
from app.notifications.services import leave_message, told_of
from app.web.filters import date_words

if TYPE_CHECKING:
    from collections.abc import Iterable

    from app.accounts.models import Person
    from app.commissions.models import Concern


def tell_raised(concern: Concern, by: Person) -> None:
    body = f"Please act on it by {date_words(concern.due_on)}."
    _leave(concern, [p for p in _first_in_line(concern) if p is not by], "raised", body)


def tell_news(concern: Concern, by: Person, words: str) -> None:
    """Tell whoever raised it, and once both sides know of it, them as well."""
    people = [concern.raised_by]
    if concern.shared_at is not None:
        people += _sides(concern)
    own, others = words, words.replace("your concern", "a concern")
    for person in {p.id: p for p in people if p is not by}.values():
        said = own if person is concern.raised_by else others
        _leave(concern, [person], said, "Its page says more.")


def tell_shared(concern: Concern, by: Person) -> None:
    people = [p for p in (*_sides(concern), concern.raised_by) if p is not by]
    _leave(concern, people, "a concern is shared with both sides", "You can now read it.")


def tell_escalated(concern: Concern, by: Person) -> None:
    body = f"Please settle it by {date_words(concern.due_on)}."
    fresh = [p for p in _handlers(concern) if p is not by and can_resolve(p, concern)]
    _leave(concern, fresh, "a concern is escalated to you", body)
    if concern.raised_by is not by:
        _leave(concern, [concern.raised_by], "your concern is escalated", "Its page says more.")


def remind_of_concerns() -> None:
    """Remind once for each step of whatever is late."""
    today = clock.today()
    late = [c for c in all_open_concerns() if c.due_on < today]
    known = told_of(_about(concern, "late") for concern in late)
    for concern in late:
        if _about(concern, "late") not in known:
            body = f"This was due {date_words(concern.due_on)}."
            people = [p for p in _first_in_line(concern) if handles_concerns(p, concern.commission)]
            _leave(concern, people, "late", body)


_SUBJECTS = {"raised": "act on a concern", "late": "late: settle a concern"}


def _first_in_line(concern: Concern) -> list[Person]:
    """Return the broker, who knows the work; where that cannot be, or once escalated, the rest."""
    handlers = _handlers(concern)
    if concern.status is ConcernStatus.ESCALATED:
        return [p for p in handlers if can_resolve(p, concern)]
    broker = [p for p in handlers if p.id == concern.commission.broker_id]
    return broker or handlers


def _handlers(concern: Concern) -> list[Person]:
    commission = concern.commission
    people = officers_of(commission, Role.QUALITY_LEAD)
    return [person for person in people if handles_concerns(person, commission)]


def _sides(concern: Concern) -> list[Person]:
    commission = concern.commission
    return [
        *voices_of(commission),
        *leads_of(commission),
    ]


def _about(concern: Concern, what: str) -> str:
    return f"{concern.reference} {concern.moved_at.isoformat()} {what}"


def _leave(concern: Concern, people: Iterable[Person], what: str, body: str) -> None:
    reference = concern.commission.reference
    for person in people:
        leave_message(
            to=person,
            about=_about(concern, what),
            subject=f"{reference}: {_SUBJECTS.get(what, what)}",
            body=body,
            path=f"/commissions/{reference}/concerns/{concern.reference}",
        )
