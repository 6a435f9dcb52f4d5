"""The lifecycle of an entry. `None` as the person is the system itself, or whoever has a link."""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.core.lifecycle import Lifecycle, Step
from app.prospectus import permissions as who
from app.prospectus.facts import ListingAction, ListingStatus
from app.prospectus.requirements import entry_complete

if TYPE_CHECKING:
    from app.accounts.models import Person
    from app.prospectus.models import Provider

L, A = ListingStatus, ListingAction

LISTING_LIFECYCLE: Lifecycle[ListingStatus, ListingAction, Provider, Person | None] = Lifecycle(
    {
        (L.DRAFT, A.PUBLISH): Step(L.PUBLISHED, who.can_publish, entry_complete),
        (L.PUBLISHED, A.HIDE): Step(L.HIDDEN, who.can_hide),
        (L.HIDDEN, A.SHOW): Step(L.PUBLISHED, who.can_show_again),
    }
)
