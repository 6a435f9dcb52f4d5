"""The main job from end to end, with JavaScript and without: the same steps, the same end."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser

from tests.e2e import ending, journey
from tests.e2e.browsing import sign_in, sign_out
from tests.e2e.journey import PROVIDER, PROVIDER_WORDS, SCHOOL_WORDS, SLUG
from tests.e2e.people import Company, Examined, Reader, company


# each may run beside the other
@pytest.fixture(
    params=[
        pytest.param(True, id="with JavaScript", marks=pytest.mark.xdist_group("with JavaScript")),
        pytest.param(False, id="without JavaScript", marks=pytest.mark.xdist_group("without")),
    ]
)
def people(
    request: pytest.FixtureRequest, browser: Browser, portal: str, examined: Examined
) -> Iterator[Company]:
    with company(browser, portal, examined, javascript=request.param) as everybody:
        yield everybody


def test_one_piece_of_support_goes_the_whole_way(people: Company) -> None:
    head, provider, quality = people("head"), people("provider"), people("quality")
    head.go("/")
    sign_out(head.page)
    sign_in(head.page, "head")
    assured_before = assured(provider)

    find_provider(head)
    request = journey.ask_for_support(head, "Phonics in Year 1, the whole way")
    assert head.sees("Request sent")
    assert head.sees(request)

    commission = journey.match_and_offer(people("broker"), request)
    journey.release_and_accept(people, commission)
    journey.write_agreement(provider, commission)
    journey.send_for_signature(provider, commission)
    for name in journey.SIGNATORIES:
        journey.sign(people(name), commission)
    journey.approve(people("approver"), commission)
    assert people("approver").sees("Approved")

    journey.start(provider, commission)
    journey.agree_plan(provider, head, commission)
    notes = [journey.write_visit(provider, commission, days="0.5") for _ in range(2)]
    journey.add_readings(
        provider,
        commission,
        {1: ("Pupils meeting the standard", "82"), 2: ("Pupils in catch-up groups", "11")},
    )
    for note in notes:
        journey.acknowledge(head, note)
    journey.end_delivery(provider, commission)

    ending.evaluate(head, commission, SCHOOL_WORDS)
    assert_blind(provider, commission, SCHOOL_WORDS)
    ending.evaluate(provider, commission, PROVIDER_WORDS)
    assert_reads(head, commission, PROVIDER_WORDS)
    assert_reads(provider, commission, SCHOOL_WORDS)

    # it ended long before the agreed day, so another lead judges it too
    ending.judge(quality, commission)
    assert quality.sees("Another lead judges it too before it counts.")
    assert assured(provider) == assured_before
    second = people("second-quality")
    ending.judge(second, commission)
    assert second.sees("The judgement is recorded and the commission is closed.")
    assert assured(provider) == assured_before + 1


def find_provider(head: Reader) -> None:
    head.go("/prospectus")
    search = head.page.get_by_role("search", name="Prospectus")
    search.get_by_label("What do you need help with?").fill("phonics year 1")
    with head.page.expect_response(lambda answer: "q=phonics" in answer.url):
        search.get_by_role("button", name="Search").click()
    head.page.wait_for_url("**q=phonics**")
    head.look()
    everybody = hits(head)
    assert PROVIDER in " ".join(everybody)

    # folded away on a narrow screen only
    if (filters := head.main.get_by_text("Filter the list")).is_visible():
        filters.click()
    head.main.get_by_label("A person").check()
    apply = head.main.get_by_role("button", name="Apply filters")
    if apply.is_visible():
        apply.click()
    head.page.wait_for_url("**kind=person**")
    head.page.get_by_role("heading", name="Filters chosen").wait_for()
    head.look()
    assert 0 < len(hits(head)) <= len(everybody)
    head.follow(PROVIDER)
    assert SLUG in head.page.url


def hits(reader: Reader) -> list[str]:
    return reader.page.locator("#results h2, #results h3").all_inner_texts()


def assured(reader: Reader) -> int:
    """Return how many quality-assured commissions the entry counts."""
    reader.go(f"/prospectus/{SLUG}")
    words = reader.main.get_by_text("quality assured by the authority").first.inner_text()
    return int(words.split()[0])


def assert_blind(reader: Reader, commission: str, words: str) -> None:
    reader.go(f"/commissions/{commission}")
    assert words not in reader.page.content()


def assert_reads(reader: Reader, commission: str, words: str) -> None:
    reader.go(f"/commissions/{commission}")
    assert words in reader.page.content()
