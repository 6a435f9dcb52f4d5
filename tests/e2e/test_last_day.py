"""Two brokers hold the offer of one provider's last day; both send it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from types import SimpleNamespace

import pytest
from playwright.sync_api import Browser, expect

from app.accounts.queries import person_by_email
from app.accounts.roles import Role
from app.core import clock
from app.core.calendar import academic_year, academic_year_words
from app.extensions import db
from app.prospectus.queries import provider_by_slug
from app.schools.models import School
from tests.e2e import journey
from tests.e2e.demonstration import behind
from tests.e2e.people import Company, Examined, Reader, company
from tests.factories import requests as make

YEAR = academic_year_words(academic_year(clock.today()))


@pytest.fixture
def people(browser: Browser, portal: str, examined: Examined) -> Iterator[Company]:
    with company(browser, portal, examined, javascript=True) as everybody:
        yield everybody


def test_one_gets_the_last_day_and_the_other_is_told(people: Company) -> None:
    leave_one_day(people("provider"))
    brokers = people("broker"), people("second-broker")
    for broker, request in zip(brokers, shortlisted_for(people.address, brokers), strict=True):
        journey.fill_in_offer(broker, request, days="1")
        broker.press("Check the offer")

    first, second = brokers
    first.press("Send the offer")
    second.press("Send the offer")

    assert first.sees(f"The offer is with {journey.PROVIDER}.")
    assert second.sees(f"The provider has no days left in {YEAR}.")
    for label, typed in (("Days of support", "1"), ("Charge", "800"), ("The school pays", "800")):
        expect(second.main.get_by_label(label, exact=True)).to_have_value(typed)
    expect(second.main.get_by_role("group", name="Last day").get_by_label("Day")).not_to_be_empty()
    assert free_days(people("provider")) == "0"


def shortlisted_for(address: str, brokers: Iterable[Reader]) -> list[str]:
    """Let each broker shortlist the provider for a request of its own; return the references."""
    with behind(address):
        head, provider = person_by_email("head@demo.example"), provider_by_slug(journey.SLUG)
        assert head
        assert provider
        found = []
        for broker in brokers:
            cast = SimpleNamespace(
                school=db.session.get_one(School, *head.schools_as([Role.HEAD])),
                head=head,
                broker=person_by_email(f"{broker.name}@demo.example"),
                provider=provider,
                area=provider.expertise[0].area,
            )
            found.append(make.shortlisted(cast, preferred=provider)[0].reference)
    return found


def leave_one_day(provider: Reader) -> None:
    """Offer one day more than is reserved and used; the page itself says how many these are."""
    journey.offer_days(provider, YEAR, "0")
    least = provider.main.get_by_text("or more: so many are needed").last.inner_text()
    needed = float(least.split("Enter ")[1].split()[0])
    journey.offer_days(provider, YEAR, f"{needed + 1:g}")
    assert free_days(provider) == "1"


def free_days(provider: Reader) -> str:
    provider.go(f"/prospectus/{journey.SLUG}/days")
    row = provider.main.get_by_role("row").filter(has_text=YEAR)
    return row.locator("td[data-label=Free]").inner_text().strip()
