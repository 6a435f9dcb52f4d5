"""Entries are confirmed by whoever leads them; who forgets is reminded.

An entry that nobody confirms comes last in the search, then leaves it (staleness.py).

The link in the reminder needs no sign-in. It is signed, opens one entry, runs out, and is used up
by the confirmation, for it holds the day of the last one.
"""

from __future__ import annotations

from datetime import date, timedelta

from flask import url_for
from sqlalchemy import or_, select

from app.accounts.queries import holders
from app.accounts.roles import Role
from app.core import clock
from app.extensions import db
from app.notifications.services import leave_message, told_of
from app.prospectus.facts import ListingStatus
from app.prospectus.models import Provider
from app.prospectus.queries import provider_by_id
from app.web.links import SignedLinks

REMIND_AFTER = timedelta(days=180)
SINK_AFTER = timedelta(days=270)
HIDE_AFTER = timedelta(days=365)
# nobody is hidden without having been told so long before
WARN_BEFORE = timedelta(days=30)
LINK_LASTS = timedelta(days=60)
LINKS = SignedLinks("confirm an entry", last=LINK_LASTS)
# the same as SINK_AFTER, for the page of results
STALE_LAST_EXPLANATION = "Entries that nobody has confirmed for 9 months come last."


def is_stale(provider: Provider, today: date) -> bool:
    """Tell whether nobody has confirmed it for so long that others come first."""
    last = last_confirmed(provider)
    return last is not None and last <= today - SINK_AFTER


def last_confirmed(provider: Provider) -> date | None:
    """Return the day it was last said to be true; publishing says so too."""
    return provider.confirmed_on or provider.published_on


def hides_on(provider: Provider, today: date) -> date:
    """Return the day on which a published entry is hidden unless somebody confirms it."""
    warned_on = provider.private.warned_on or today
    return max((last_confirmed(provider) or today) + HIDE_AFTER, warned_on + WARN_BEFORE)


def token_for(provider: Provider) -> str:
    return LINKS.token(provider.id, _last_time(provider))


def provider_of_token(token: str) -> Provider | None:
    """Return the entry that the link is for; None for one that is forged, old or used."""
    if (signed := LINKS.read(token)) is None:
        return None
    number, last_time = signed
    provider = provider_by_id(number)
    return provider if provider and _last_time(provider) == last_time else None


def remind_leads() -> None:
    """Ask the leads of entries that nobody confirmed for half a year; again when a link ran out."""
    query = select(Provider).where(
        Provider.listing == ListingStatus.PUBLISHED,
        or_(Provider.confirmed_on.is_(None), Provider.confirmed_on <= clock.today() - REMIND_AFTER),
    )
    due = {_name_of_reminder(one): one for one in db.session.scalars(query.order_by(Provider.id))}
    known = told_of(due)
    for about, provider in due.items():
        if about in known:
            continue
        for person in holders(Role.PROVIDER_LEAD, provider=provider.id):
            leave_message(
                to=person,
                about=about,
                subject="Your entry in the prospectus: is it up to date?",
                body="Schools see when it was last confirmed. The link needs no sign-in.",
                path=f"/prospectus/confirm/{token_for(provider)}",
            )


def _name_of_reminder(provider: Provider) -> str:
    since = last_confirmed(provider) or clock.today()
    links = (clock.today() - since) // LINK_LASTS
    return f"confirm entry {provider.id} after {_last_time(provider)}, {links}"


def confirm_address(provider: Provider) -> str:
    return url_for("prospectus.confirm", token=token_for(provider))


def _last_time(provider: Provider) -> str:
    return provider.confirmed_on.isoformat() if provider.confirmed_on else ""
