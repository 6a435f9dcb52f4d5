"""What waits around entries, for the home page."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

from flask import url_for

from app.accounts.models import Person
from app.accounts.roles import Role
from app.core.waiting import Item, Place
from app.prospectus.listing import permissions as who
from app.prospectus.listing import queries
from app.prospectus.listing.facts import PANEL_SIZE, EditionStatus
from app.prospectus.listing.telling import due_on
from app.prospectus.models import Edition
from app.prospectus.permissions import LISTING_OFFICERS, leads

S = EditionStatus


def _leads_it(person: Person, edition: Edition) -> bool:
    return leads(person, edition.provider)


def _decides_now(person: Person, edition: Edition) -> bool:
    return who.can_decide(person, edition) and len(edition.ratings) >= PANEL_SIZE


def waiting_for(person: Person) -> Iterator[Item]:
    """Yield every step of the entries that concern this person."""
    providers = person.providers_led()
    authorities = person.authorities_as(*LISTING_OFFICERS)
    hosts = person.schools_as([Role.HEAD, Role.CHAIR])
    if not (providers or authorities or hosts):
        return
    entries = Place("entries", url_for("listing.index"))
    # a home school has no list of entries, but was told of each
    messages = Place("messages", url_for("notifications.index"))
    for edition in queries.editions_that_wait(providers, authorities, hosts):
        step = _step(person, edition)
        if step is not None:
            page, sentence, mine = step
            yield Item(
                title=edition.provider.name,
                detail="entry in the prospectus",
                href=url_for(f"listing.{page}", slug=edition.provider.slug),
                sentence=sentence,
                due_on=due_on(edition),
                mine=mine,
                place=messages if page == "release" else entries,
            )


# (status, whose step, page, what is to be done there, is it theirs): the first that fits counts
_STEPS: Sequence[tuple[EditionStatus, Callable[[Person, Edition], bool], str, str, bool]] = (
    (S.DRAFT, _leads_it, "show", "Finish and send your entry.", True),
    (S.RETURNED, _leads_it, "show", "Put right what is asked, and send your entry again.", True),
    (S.RELEASE, who.can_answer_release, "release", "Say whether the school releases them.", True),
    (S.RELEASE, _leads_it, "show", "The home school needs to answer.", False),
    (S.PANEL, _leads_it, "show", "The panel needs to rate your entry.", False),
    (S.PANEL, who.can_rate, "panel", "Rate the entry for the panel.", True),
    (S.PANEL, _decides_now, "panel", "Record the panel’s decision.", True),
    (S.PANEL, who.can_decide, "panel", "Others need to rate the entry.", False),
    (S.CONDITIONAL, _leads_it, "show", "Meet the conditions of your entry.", True),
    (S.CONDITIONAL, who.can_sit_on_panel, "conditions", "Say whether conditions are met.", False),
)


def _step(person: Person, edition: Edition) -> tuple[str, str, bool] | None:
    """Return the page, what is to be done there, and whether it is this person's turn."""
    for status, is_concerned, page, sentence, mine in _STEPS:
        if status is edition.status and is_concerned(person, edition):
            return page, sentence, mine
    return None
