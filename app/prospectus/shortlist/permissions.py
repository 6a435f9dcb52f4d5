"""Who may put an entry on their shortlist, and take it off."""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.prospectus.permissions import can_see_provider

if TYPE_CHECKING:
    from app.accounts.models import Person
    from app.prospectus.models import Provider
    from app.prospectus.shortlist.queries import Kept


def can_keep(_person: Person | None, provider: Provider) -> bool:
    """Whatever the public can find."""
    return provider.is_public


def can_let_go(person: Person | None, kept: Kept) -> bool:
    """What is on the own list comes off it, also when it is public no more."""
    return kept.is_kept or can_see_provider(person, kept.provider)
