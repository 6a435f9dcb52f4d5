"""Who may see which part of an entry: the cells of the product's table, one by one."""

from datetime import date

import pytest

from app.accounts.models import Person, RoleAssignment
from app.accounts.roles import SCHOOL_ROLES, Role
from app.prospectus.facts import ListingStatus
from app.prospectus.models import Provider, ProviderPrivate
from app.prospectus.permissions import can_see_contacts, can_see_provider, can_see_rate

OFFICERS = {Role.BROKER, Role.APPROVER, Role.QUALITY_LEAD, Role.GOVERNOR_SERVICES}
OURS, THEIRS = "384", "383"


def provider(listing: ListingStatus, *, rate_is_public: bool = False) -> Provider:
    entry = Provider(id=7, authority_code=OURS, listing=listing)
    entry.private = ProviderPrivate(rate_is_public=rate_is_public)
    return entry


def holder(role: Role, ends_on: date | None = None, **scope: object) -> Person:
    person = Person(name="x", email="x@test.example")
    person.assignments = [
        RoleAssignment(role=role, starts_on=date(2020, 1, 1), ends_on=ends_on, **scope)
    ]
    return person


PEOPLE = [
    (None, "a visitor", False, False),
    *[
        (holder(role, school_urn=1), f"{role} of a school", True, False)
        for role in sorted(SCHOOL_ROLES)
    ],
    *[(holder(role, authority_code=OURS), f"{role} here", True, True) for role in sorted(OFFICERS)],
    *[
        (holder(role, authority_code=THEIRS), f"{role} elsewhere", False, False)
        for role in sorted(OFFICERS)
    ],
    (holder(Role.PROVIDER_LEAD, provider_id=7), "its own lead", True, True),
    (holder(Role.PROVIDER_LEAD, provider_id=8), "another provider's lead", False, False),
    (holder(Role.FORUM_MEMBER, authority_code=OURS), "forum member", False, False),
    (holder(Role.HEAD, date(2021, 1, 1), school_urn=1), "a former head", False, False),
    (holder(Role.PROVIDER_LEAD, date(2021, 1, 1), provider_id=7), "a former lead", False, False),
]
CASES = pytest.mark.parametrize(
    ("person", "contacts", "unpublished"),
    [pytest.param(person, c, u, id=name) for person, name, c, u in PEOPLE],
)


@CASES
def test_a_published_entry(person: Person | None, contacts: bool, unpublished: bool) -> None:
    entry = provider(ListingStatus.PUBLISHED)

    assert can_see_provider(person, entry)
    assert can_see_contacts(person, entry) is contacts
    assert can_see_rate(person, entry) is contacts


@CASES
@pytest.mark.parametrize("listing", [ListingStatus.DRAFT, ListingStatus.HIDDEN])
def test_an_unpublished_entry(
    person: Person | None, contacts: bool, unpublished: bool, listing: ListingStatus
) -> None:
    entry = provider(listing, rate_is_public=True)

    assert can_see_provider(person, entry) is unpublished
    assert can_see_contacts(person, entry) is unpublished
    assert can_see_rate(person, entry) is unpublished


@CASES
def test_a_public_rate_is_for_everybody(
    person: Person | None, contacts: bool, unpublished: bool
) -> None:
    assert can_see_rate(person, provider(ListingStatus.PUBLISHED, rate_is_public=True))
