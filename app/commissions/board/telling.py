"""What officers are told of the board, and the reminders that they send from it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.commissions.models import Commission
from app.commissions.statuses import RequestStatus
from app.notifications.services import leave_message

if TYPE_CHECKING:
    from app.accounts.models import Person
    from app.commissions.board.queries import Matter
    from app.commissions.models import Assignment, SupportRequest


def tell_assigned(assignment: Assignment, officer: Person) -> None:
    matter = newest_of(assignment.request)
    leave_message(
        to=officer,
        about=f"{assignment.request.reference} assigned {assignment.version} {officer.id}",
        subject=f"{matter.reference}: assigned to you",
        body="An officer of your authority assigned this to you. Its page says what comes next.",
        path=path_of(matter),
    )


def newest_of(request: SupportRequest) -> Matter:
    """Return where the work goes on: the request until it is matched, then its commission."""
    if request.status is RequestStatus.MATCHED and request.commissions:
        return request.commissions[-1]
    return request


def path_of(matter: Matter) -> str:
    # no url_for: the demonstration writes messages outside a request
    folder = "commissions" if isinstance(matter, Commission) else "requests"
    return f"/{folder}/{matter.reference}"
