"""The prospectus by keyboard, and what a live update does to focus and to a screen reader."""

from __future__ import annotations

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.e2e.browsing import check
from tests.e2e.journey import SLUG
from tests.e2e.people import Examined, company

# notes each time the words of the status change, as a screen reader announces them
LISTEN = """() => {
    window.announced = [];
    const status = document.querySelector("#result-count");
    new MutationObserver(() => window.announced.push(status.textContent.trim()))
        .observe(status, { childList: true, characterData: true, subtree: true });
}"""
FOCUSED = "() => document.activeElement.id || document.activeElement.textContent.trim()"


def test_typing_updates_the_list_keeps_the_focus_and_is_announced_once(browser_page: Page) -> None:
    page = browser_page
    page.goto("/prospectus")
    page.evaluate(LISTEN)
    field = page.get_by_label("What do you need help with?")

    field.press_sequentially("phonics year 1", delay=20)
    page.wait_for_url("**q=phonics**year**1")
    page.wait_for_load_state("networkidle")

    expect(field).to_be_focused()
    expect(page.locator("#result-count")).to_contain_text("for “phonics year 1”")
    announced = page.evaluate("() => window.announced")
    assert announced.count(announced[-1]) == 1
    check(page)


def test_a_filter_is_found_set_and_taken_back_with_the_keyboard_alone(browser_page: Page) -> None:
    page = browser_page
    page.goto("/prospectus?q=phonics")
    box = page.get_by_label("A person")
    reach(page, box.get_attribute("id") or "")
    page.keyboard.press("Space")
    page.wait_for_url("**kind=person**")
    page.get_by_role("heading", name="Filters chosen").wait_for()

    expect(box).to_be_focused()
    expect(box).to_be_checked()
    page.keyboard.press("Space")
    page.wait_for_url(lambda url: "kind=" not in url)
    expect(box).to_be_focused()


def test_suggestions_are_announced_and_chosen_with_the_keyboard(browser_page: Page) -> None:
    page = browser_page
    page.goto("/prospectus")
    field = page.get_by_role("combobox", name="What do you need help with?")

    field.press_sequentially("early rea", delay=20)
    expect(page.get_by_text("1 suggestion. Use the arrow keys to choose.")).to_be_attached()
    check(page)
    page.keyboard.press("ArrowDown")
    expect(page.get_by_role("option", selected=True)).to_have_text("Phonics and early reading")
    page.keyboard.press("Enter")

    expect(field).to_be_focused()
    expect(field).to_have_value("Phonics and early reading")
    expect(page.get_by_role("listbox")).to_be_hidden()
    page.wait_for_url("**q=Phonics**reading")


def test_escape_closes_the_suggestions_and_keeps_the_words(browser_page: Page) -> None:
    page = browser_page
    page.goto("/prospectus")
    field = page.get_by_role("combobox", name="What do you need help with?")

    field.press_sequentially("maths", delay=20)
    expect(page.get_by_role("listbox")).to_be_visible()
    page.keyboard.press("Escape")

    expect(page.get_by_role("listbox")).to_be_hidden()
    expect(field).to_have_value("maths")


def reach(page: Page, wanted: str, most: int = 80) -> None:
    """Press Tab from the top until this part has the focus, and see that each stop is visible."""
    for _ in range(most):
        page.keyboard.press("Tab")
        if page.evaluate(FOCUSED) == wanted:
            return
    message = f"{wanted} was not reached in {most} presses of Tab"
    raise AssertionError(message)


def test_a_postcode_shows_miles_as_soon_as_the_box_is_left(browser_page: Page) -> None:
    page = browser_page
    page.goto("/prospectus?q=phonics")

    page.get_by_label("Near").fill("wf1 2eb")
    page.keyboard.press("Tab")
    page.wait_for_url("**near=wf1**")

    expect(page.get_by_text("Distances are from WF1 2EB.")).to_be_visible()
    expect(page.locator(".app-hit__distance").first).to_be_visible()
    check(page)


def test_keeping_an_entry_is_announced_once_and_the_focus_stays(browser_page: Page) -> None:
    page = browser_page
    page.goto("/prospectus?q=phonics")
    page.evaluate(LISTEN.replace("#result-count", "#shortlist-said"))

    for number in (0, 1):
        button = page.locator(".app-keep__button").nth(number)
        button.focus()
        page.keyboard.press("Enter")
        expect(button).to_contain_text("Remove from shortlist")
        expect(button).to_be_focused()

    expect(page.get_by_role("link", name="Shortlist (2)")).to_be_visible()
    announced = page.evaluate("() => window.announced")
    assert len(announced) == len(set(announced)) == 2
    check(page)
    page.get_by_role("link", name="Shortlist (2)").click()
    check(page)
    page.get_by_role("button", name="Compare those ticked").click()
    expect(page.get_by_role("rowheader", name="Where they differ")).to_be_visible()
    check(page)


def test_the_skip_link_comes_first_and_leads_to_the_content(browser_page: Page) -> None:
    page = browser_page
    page.goto("/prospectus")

    page.keyboard.press("Tab")
    expect(page.get_by_role("link", name="Skip to main content")).to_be_focused()
    page.keyboard.press("Enter")

    expect(page.locator("#main-content")).to_be_focused()


@pytest.mark.parametrize("javascript", [True, False], ids=["with JavaScript", "without JavaScript"])
def test_a_lead_confirms_an_entry_by_the_link(
    browser: Browser, portal: str, examined: Examined, *, javascript: bool
) -> None:
    with company(browser, portal, examined, javascript=javascript) as people:
        lead, nobody = people("provider"), people("nobody")
        lead.go(f"/prospectus/{SLUG}")
        lead.follow("Confirm it again")

        # the link opens for whoever has it, signed in or not
        nobody.go(lead.page.url)
        assert nobody.sees("Is this entry up to date?")
        nobody.press("Yes, it is up to date")

        assert nobody.sees("Thank you. The entry is confirmed as of today.")
        assert nobody.sees("Confirmed today")
