"""Two brokers hold the offer of one provider's last day; both send it."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, expect

from app.core import clock
from app.core.calendar import academic_year, academic_year_words
from tests.e2e import journey
from tests.e2e.people import Company, Examined, Reader, company

YEAR = academic_year_words(academic_year(clock.today()))


@pytest.fixture
def people(browser: Browser, portal: str, examined: Examined) -> Iterator[Company]:
    with company(browser, portal, examined, javascript=True) as everybody:
        yield everybody


def test_one_gets_the_last_day_and_the_other_is_told(people: Company) -> None:
    leave_one_day(people("provider"))
    brokers = people("broker"), people("second-broker")
    for broker, title in zip(brokers, ("The first to send", "The second to send"), strict=True):
        request = journey.ask_for_support(people("head"), title)
        journey.begin_matching(broker, request)
        journey.shortlist(broker, request)
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
