"""What waits for whoever leads an entry: to confirm it, before it comes last or is hidden."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from flask import url_for

from app.core import clock
from app.core.waiting import Item, Place
from app.prospectus import queries
from app.prospectus.freshness import (
    REMIND_AFTER,
    SINK_AFTER,
    confirm_address,
    hides_on,
    is_stale,
    last_confirmed,
)
from app.prospectus.permissions import can_confirm_by_link

if TYPE_CHECKING:
    from app.accounts.models import Person
    from app.prospectus.models import Provider


def waiting_for(person: Person) -> list[Item]:
    today = clock.today()
    led = queries.providers_to_confirm(person.providers_led(), today - REMIND_AFTER)
    return [_item(one, today) for one in led if can_confirm_by_link(person, one)]


def _item(provider: Provider, today: date) -> Item:
    sentence = "Confirm that your entry is up to date"
    due_on: date | None = hides_on(provider, today)
    if not provider.is_public:
        sentence = "Confirm your entry, which is hidden, to bring it back"
        due_on = clock.in_london(provider.moved_at).date() if provider.moved_at else None
    elif not is_stale(provider, today) and (last := last_confirmed(provider)):
        due_on = last + SINK_AFTER
    return Item(
        provider.name,
        "your entry in the prospectus",
        confirm_address(provider),
        sentence,
        due_on,
        mine=True,
        place=Place("entries", url_for("listing.index")),
    )
