"""Short journeys on which something is pressed twice, refused, taken back or out of date."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.e2e import journey
from tests.e2e.browsing import sign_in
from tests.e2e.people import Company, Examined, Reader, company


@pytest.fixture
def people(browser: Browser, portal: str, examined: Examined) -> Iterator[Company]:
    with company(browser, portal, examined, javascript=True) as everybody:
        yield everybody


def requests_of(reader: Reader) -> int:
    return reader.page.request.get("/requests?format=csv").text().count("REQ-")


class TestOneRecord:
    def test_a_double_click_asks_once(self, people: Company) -> None:
        head = people("head")
        before = requests_of(head)
        head.go(f"/requests/new?provider={journey.SLUG}")

        head.main.get_by_role("button", name="Start").dblclick()
        head.page.wait_for_url("**/edit/need")
        # the second answer may come after the first page
        head.page.wait_for_load_state("networkidle")

        assert requests_of(head) == before + 1

    def test_posting_the_same_page_again_leads_to_where_it_led_first(self, people: Company) -> None:
        head = people("head")
        before = requests_of(head)
        head.go("/requests/new")
        same = {
            field.get_attribute("name") or "": field.input_value()
            for field in head.main.locator("input[type=hidden]").all()
        }
        head.press("Start")
        first = head.page.url

        school = head.page.request.post("/requests/new", form=same | {"school": "900001"})

        assert school.url == first
        assert requests_of(head) == before + 1

    def test_going_back_and_sending_again_leads_to_where_it_led_first(
        self, people: Company
    ) -> None:
        # nobody else of this module leaves a draft untouched that Back would rightly open
        deputy = people("deputy")
        before = requests_of(deputy)
        deputy.go("/requests/new")
        deputy.press("Start")
        first = deputy.page.url

        deputy.page.go_back()
        deputy.press("Start")

        assert deputy.page.url == first
        assert requests_of(deputy) == before + 1


class TestOutOfDate:
    def test_a_live_list_whose_reader_was_signed_out_leads_to_sign_in(
        self, people: Company
    ) -> None:
        broker = people("broker")
        broker.go("/requests")
        broker.page.context.clear_cookies()

        broker.main.get_by_role("searchbox").fill("phonics")

        broker.page.wait_for_url("**/sign-in**")
        assert broker.page.get_by_role("heading", level=1).inner_text() == "Sign in"

    def test_a_form_whose_session_ended_writes_nothing_and_says_how_to_go_on(
        self, people: Company
    ) -> None:
        head = people("head")
        before = requests_of(head)
        head.go("/requests/new")
        head.page.context.clear_cookies()

        head.main.get_by_role("button", name="Start").click()

        expect(head.page.get_by_role("heading", level=1)).not_to_have_text("Ask for support")
        assert head.sees("Nothing was saved.")
        sign_in(head.page, "head")
        assert requests_of(head) == before


@pytest.mark.xdist_group("signing in")
@pytest.mark.parametrize(
    "name",
    [
        "head", "deputy", "chair", "governor", "provider", "alliance", "host-head", "broker",
        "approver", "quality", "governor-services", "forum", "admin", "head-leader", "other-head",
        "other-provider", "other-broker",
    ],
)  # fmt: skip
def test_everybody_signs_in_to_a_page_that_says_what_waits(browser_page: Page, name: str) -> None:
    # the page itself is examined on the walk of each role (test_every_page.py)
    sign_in(browser_page, name)

    main = browser_page.get_by_role("main")
    expect(main.get_by_role("heading", level=1)).to_have_text("Your work")
    expect(main.get_by_role("heading", name="Your roles")).to_be_visible()
    expect(main.get_by_text("You have no role yet")).to_have_count(0)
