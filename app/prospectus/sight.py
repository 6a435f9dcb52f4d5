"""What an entry's page says of its being public or not, and what its people may do about it."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from typing import TYPE_CHECKING

from flask import url_for

from app.prospectus.entry import confirmed_words
from app.prospectus.facts import HiddenBy, ListingAction, ListingStatus
from app.prospectus.freshness import confirm_address, hides_on
from app.prospectus.lifecycle import LISTING_LIFECYCLE
from app.prospectus.permissions import (
    can_change_sight,
    can_confirm_by_link,
    can_see_days_left,
    leads,
)
from app.web.filters import date_words

if TYPE_CHECKING:
    from app.accounts.models import Person
    from app.prospectus.models import Provider


@dataclass(frozen=True)
class Link:
    words: str
    href: str


@dataclass(frozen=True)
class Notice:
    """What stands above the entry; `text` may hold words that a person wrote."""

    title: str
    text: str
    link: Link | None = None


@dataclass(frozen=True)
class Sight:
    notice: Notice | None = None
    confirm: Link | None = None
    acts: list[Link] = field(default_factory=list)


def sight_of(provider: Provider, person: Person | None, today: date) -> Sight:
    """Return it for whoever looks after the entry; strangers see nothing of it."""
    if not can_see_days_left(person, provider):
        return Sight()
    confirm = None
    if leads(person, provider) and can_confirm_by_link(person, provider):
        confirm = Link("Confirm it again", confirm_address(provider))
    return Sight(_notice(provider, person, confirm, today), confirm, _acts(provider, person))


def _notice(
    provider: Provider, person: Person | None, confirm: Link | None, today: date
) -> Notice | None:
    private = provider.private
    if provider.is_public:
        if private.warned_on is None:
            return None
        day = date_words(hides_on(provider, today))
        text = f"{confirmed_words(provider.confirmed_on, today)}."
        return Notice(f"This entry will be hidden on {day}.", text, _to_confirm(confirm))
    if provider.listing is ListingStatus.DRAFT:
        text = "Only the provider and officers of the authority can see it."
        return Notice("This entry is not public.", text)
    if private.hidden_by is HiddenBy.TIME:
        lead = leads(person, provider)
        way = (
            "Confirm it and it is back at once."
            if lead
            else "It is back once its lead confirms it."
        )
        text = f"Nobody has confirmed it for a year. {way}"
        return Notice("This entry is hidden.", text, _to_confirm(confirm))
    return _hidden_by_hand(provider, person)


def _hidden_by_hand(provider: Provider, person: Person | None) -> Notice:
    private = provider.private
    who = "The provider" if private.hidden_by is HiddenBy.LEAD else "The authority"
    reason = f" “{private.hidden_reason}”" if private.hidden_reason else ""
    text = f"{who} took it out of the prospectus.{reason}"
    if private.hidden_by is HiddenBy.REVIEW:
        text = f"A review decided that it is not in the prospectus.{reason}"
        return Notice("This entry is hidden.", text, _to_reviews(provider))
    if not LISTING_LIFECYCLE.allows(person, provider, ListingAction.SHOW):
        return Notice("This entry is hidden.", f"{text} Ask the brokerage team to bring it back.")
    link = Link("Bring it back", url_for("prospectus.show", slug=provider.slug))
    return Notice("This entry is hidden.", text, link)


def _to_reviews(provider: Provider) -> Link:
    return Link("Read the review", url_for("quality_record.show", slug=provider.slug))


def _to_confirm(confirm: Link | None) -> Link | None:
    return Link("Confirm this entry", confirm.href) if confirm else None


def _acts(provider: Provider, person: Person | None) -> list[Link]:
    acts = [
        Link("Change the entry", url_for("listing.show", slug=provider.slug)),
        Link("Days offered and used", url_for("commissions.days", slug=provider.slug)),
    ]
    hides = LISTING_LIFECYCLE.allows(person, provider, ListingAction.HIDE)
    if can_change_sight(person, provider) and hides:
        href = url_for("prospectus.hide", slug=provider.slug)
        acts.append(Link("Take it out of the prospectus", href))
    return acts
