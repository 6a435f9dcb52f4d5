"""Who writes an entry, who releases its provider, who sits on the panel."""

from __future__ import annotations

from app.accounts.models import Person
from app.accounts.roles import SCHOOL_ROLES, SCHOOL_SPEAKERS, Role
from app.prospectus.models import Edition, Provider
from app.prospectus.permissions import LISTING_OFFICERS, leads

WRITERS_FOR_OTHERS = (Role.BROKER, Role.GOVERNOR_SERVICES)


def can_start_entry(person: Person) -> bool:
    """Whoever works or governs at a school, leads a provider, or begins one for an organisation."""
    return person.holds(*SCHOOL_ROLES, Role.PROVIDER_LEAD, *WRITERS_FOR_OTHERS)


def can_see_entry_work(person: Person, provider: Provider) -> bool:
    return leads(person, provider) or person.holds(
        *LISTING_OFFICERS, authority=provider.authority_code
    )


def can_write_entry(person: Person, provider: Provider) -> bool:
    return leads(person, provider) or person.holds(
        *WRITERS_FOR_OTHERS, authority=provider.authority_code
    )


def can_see_edition(person: Person, edition: Edition) -> bool:
    return can_see_entry_work(person, edition.provider)


def can_write_edition(person: Person, edition: Edition) -> bool:
    return can_write_entry(person, edition.provider)


def can_answer_release(person: Person, edition: Edition) -> bool:
    """The home school's head; its chair where the head is the provider: nobody lends themselves."""
    release = edition.open_release
    return (
        release is not None
        and person.holds(Role.HEAD, Role.CHAIR, school=release.host_urn)
        and not leads(person, edition.provider)
    )


def can_see_release(person: Person, edition: Edition) -> bool:
    """Whoever may have been asked, also when it is answered."""
    return not leads(person, edition.provider) and any(
        person.holds(Role.HEAD, Role.CHAIR, school=release.host_urn) for release in edition.releases
    )


def belongs_to_host(person: Person, edition: Edition) -> bool:
    hosts = {edition.provider.host_urn, edition.content.get("host_urn")} - {None}
    return any(person.holds(*SCHOOL_SPEAKERS, school=urn) for urn in hosts)


def can_sit_on_panel(person: Person, edition: Edition) -> bool:
    """An officer of the authority who neither leads, wrote nor lends it and has no interest."""
    return (
        person.holds(*LISTING_OFFICERS, authority=edition.provider.authority_code)
        and not leads(person, edition.provider)
        and person.id != edition.written_by_id
        and not belongs_to_host(person, edition)
        and not any(r.interest for r in edition.reviews if r.reviewer_id == person.id)
    )


def has_rated(person: Person, edition: Edition) -> bool:
    return any(review.reviewer_id == person.id for review in edition.ratings)


def can_rate(person: Person, edition: Edition) -> bool:
    return can_sit_on_panel(person, edition) and not has_rated(person, edition)


def can_decide(person: Person, edition: Edition) -> bool:
    return can_sit_on_panel(person, edition) and has_rated(person, edition)


def can_read_ratings(person: Person, edition: Edition) -> bool:
    """Reviewers read each other only after they gave their own; the provider reads the decision."""
    return can_sit_on_panel(person, edition) and (
        has_rated(person, edition) or edition.decided_at is not None
    )
