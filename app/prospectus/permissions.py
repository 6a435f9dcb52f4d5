"""Who may see which part of an entry; nobody in particular (None) is a signed-out visitor."""

from __future__ import annotations

from app.accounts.models import Person
from app.accounts.roles import SCHOOL_ROLES, Role
from app.prospectus.facts import HiddenBy, ProviderKind
from app.prospectus.models import Provider

# who decides about entries for the authority
LISTING_OFFICERS = (Role.BROKER, Role.APPROVER, Role.QUALITY_LEAD, Role.GOVERNOR_SERVICES)


def can_see_provider(person: Person | None, provider: Provider) -> bool:
    """Everybody sees what is published; otherwise its own lead and officers of its authority."""
    return provider.is_public or _looks_after(person, provider)


def can_confirm_by_link(_person: Person | None, provider: Provider) -> bool:
    """Whoever has the signed link: it was sent to the entry's leads.

    It brings back what time has hidden, but not what somebody took out of sight on purpose.
    """
    return provider.is_public or provider.private.hidden_by is HiddenBy.TIME


def leads(person: Person | None, provider: Provider) -> bool:
    return person is not None and person.holds(Role.PROVIDER_LEAD, provider=provider.id)


def is_officer_of(person: Person | None, provider: Provider) -> bool:
    """Tell whether the person decides about the entry for its authority: never about their own."""
    return (
        person is not None
        and person.holds(*LISTING_OFFICERS, authority=provider.authority_code)
        and not leads(person, provider)
    )


def can_publish(person: Person | None, _provider: Provider) -> bool:
    """The system only: entries are brought in whole."""
    return person is None


def can_hide(person: Person | None, provider: Provider) -> bool:
    """Its lead, an officer, and the system when nobody has confirmed it for too long."""
    return person is None or leads(person, provider) or is_officer_of(person, provider)


def can_change_sight(person: Person | None, provider: Provider) -> bool:
    """Take out of the prospectus or bring back by hand; which of them, the lifecycle says."""
    return person is not None and can_hide(person, provider)


def can_show_again(person: Person | None, provider: Provider) -> bool:
    """Whoever confirms an entry that went out of date; for the rest, who may hide it.

    What an officer hid, only an officer shows; what a review hid, only a review.
    """
    hidden_by = provider.private.hidden_by
    if hidden_by is HiddenBy.REVIEW:
        return person is None
    if hidden_by is HiddenBy.TIME:
        return person is None or leads(person, provider)
    if is_officer_of(person, provider):
        return True
    return hidden_by is HiddenBy.LEAD and leads(person, provider)


def can_see_days_left(person: Person | None, provider: Provider) -> bool:
    """Its lead and officers: schools only read the days offered, and whether any are left."""
    return _looks_after(person, provider)


def can_set_days(person: Person | None, provider: Provider) -> bool:
    officers: tuple[Role, ...] = (Role.BROKER, Role.APPROVER)
    if provider.kind is ProviderKind.CHAMPION:
        officers = (*officers, Role.GOVERNOR_SERVICES)
    return person is not None and (
        leads(person, provider) or person.holds(*officers, authority=provider.authority_code)
    )


def can_see_contacts(person: Person | None, provider: Provider) -> bool:
    """Contacts, rate and days: any school, the provider itself, officers of its authority."""
    if _looks_after(person, provider):
        return True
    return person is not None and provider.is_public and person.holds(*SCHOOL_ROLES)


def is_invited_to_ask(person: Person | None, provider: Provider) -> bool:
    return provider.is_public and may_ask_for_support(person)


def may_ask_for_support(person: Person | None) -> bool:
    """Offer the way to a request to whoever can go it; a visitor signs in on the way."""
    return person is None or person.holds(Role.HEAD, Role.DELEGATE, Role.BROKER)


def can_see_rate(person: Person | None, provider: Provider) -> bool:
    public = provider.is_public and provider.private.rate_is_public
    return public or can_see_contacts(person, provider)


def _looks_after(person: Person | None, provider: Provider) -> bool:
    return person is not None and (
        person.holds(Role.PROVIDER_LEAD, provider=provider.id)
        or person.holds(*LISTING_OFFICERS, authority=provider.authority_code)
    )
