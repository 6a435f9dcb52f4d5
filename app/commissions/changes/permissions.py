"""Who changes, pauses or ends support that was approved. Pure rules."""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.commissions import permissions as who
from app.commissions.approval_permissions import follows_up
from app.commissions.changes.facts import EndedBy

if TYPE_CHECKING:
    from app.accounts.models import Person
    from app.commissions.models import Commission


def ends_for(person: Person, commission: Commission) -> EndedBy | None:
    """Return for whom the person may end the support early; nobody does it for two."""
    if who.can_acknowledge(person, commission):
        return EndedBy.SCHOOL
    if who.can_deliver(person, commission):
        return EndedBy.PROVIDER
    return EndedBy.AUTHORITY if follows_up(person, commission) else None


def can_end_early(person: Person, commission: Commission) -> bool:
    return ends_for(person, commission) is not None
