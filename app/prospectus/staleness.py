"""What time does to entries that nobody confirms: their leads are warned, then they are hidden."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from sqlalchemy import ColumnElement, func, select

from app.accounts.queries import holders
from app.accounts.roles import Role
from app.core import clock
from app.extensions import db
from app.notifications.services import leave_message
from app.prospectus import services
from app.prospectus.facts import ListingStatus
from app.prospectus.freshness import HIDE_AFTER, WARN_BEFORE, hides_on, token_for
from app.prospectus.models import Provider, ProviderPrivate
from app.prospectus.permissions import LISTING_OFFICERS
from app.web.filters import date_words


def warn_and_hide() -> None:
    """Warn before hiding, also when nobody looked for a long time: never both on one day."""
    today = clock.today()
    for provider in _unconfirmed_since(
        today - (HIDE_AFTER - WARN_BEFORE), ProviderPrivate.warned_on.is_(None)
    ):
        services.note_warning(provider)
        _tell_leads(
            provider,
            about=f"warn entry {provider.id} on {today.isoformat()}",
            subject="Your entry in the prospectus will be hidden on "
            f"{date_words(hides_on(provider, today))}",
            body="Confirm it before then and it stays. The link needs no sign-in.",
        )
    for provider in _unconfirmed_since(
        today - HIDE_AFTER, ProviderPrivate.warned_on <= today - WARN_BEFORE
    ):
        services.hide(provider, by=None)
        _tell_leads(
            provider,
            about=f"hide entry {provider.id} on {today.isoformat()}",
            subject="Your entry in the prospectus is hidden until you confirm it",
            body="Nobody confirmed it for a year. Confirm it and it is back at once. "
            "The link needs no sign-in.",
        )


def _unconfirmed_since(day: date, warned: ColumnElement[bool]) -> Sequence[Provider]:
    return db.session.scalars(
        select(Provider)
        .join(ProviderPrivate)
        .where(
            Provider.listing == ListingStatus.PUBLISHED,
            func.coalesce(Provider.confirmed_on, Provider.published_on) <= day,
            warned,
        )
        .order_by(Provider.id)
    ).all()


def _tell_leads(provider: Provider, *, about: str, subject: str, body: str) -> None:
    path = f"/prospectus/confirm/{token_for(provider)}"
    leads = holders(Role.PROVIDER_LEAD, provider=provider.id)
    for person in leads:
        leave_message(to=person, about=about, subject=subject, body=body, path=path)
    if not leads:
        _tell_officers(provider.authority_code)


def _tell_officers(authority_code: str) -> None:
    """Say once a month that entries go out of date which nobody can confirm."""
    for person in holders(*LISTING_OFFICERS, authority=authority_code):
        leave_message(
            to=person,
            about=f"entries without a lead {authority_code} {clock.today():%Y-%m}",
            subject="Entries that nobody leads go out of date",
            body="Nobody can confirm them, so they are hidden after a year. Give them a lead.",
            path="/listing",
        )
