"""An entry is begun; another goes from the home school by the panel to the public."""

from __future__ import annotations

from datetime import timedelta

from playwright.sync_api import Browser

from app.core import clock
from tests.e2e.people import Company, Examined, Reader, company

NAME = "Larkmoor’s reading volunteers"
# of the demonstration: every question answered, the home school asked
SENT = "/listing/nathan-quarmby"
GO_ON = "Save and continue"


def begin_an_entry(chair: Reader) -> None:
    """Answer the questions that differ from one another, stop, and come back to what is missing."""
    chair.go("/listing/new")
    chair.fill({"What should the entry be called?": NAME})
    chair.press("Start")
    chair.choose("Who gives the support?", "An organisation")
    chair.press(GO_ON)
    chair.fill({"Kind of organisation": "network"})
    chair.press(GO_ON)
    chair.choose("Home school", "Larkmoor Primary School (URN 900001)")
    chair.press(GO_ON)
    chair.press(GO_ON)
    assert chair.sees("Say in one line what you offer")
    chair.fill({"In one line": "Volunteers who read with children"})
    chair.press(GO_ON)
    chair.page.get_by_text("English and literacy").click()
    chair.tick("Phonics and early reading")
    chair.press(GO_ON)
    chair.follow("Stop here; what was saved is kept")
    assert chair.sees("answers are still missing")
    chair.press("Go on")
    assert chair.sees("Which phases do you work with?")


def rate(reviewer: Reader, address: str, rating: str) -> None:
    reviewer.go(f"{address}/panel")
    reviewer.press("Rate the entry")
    reviewer.choose("Do you have an interest in this entry?", "No")
    groups = reviewer.main.get_by_role("group")
    for group in groups.all()[1:]:
        group.get_by_label(rating).check()
    for reason in reviewer.main.get_by_label("Reason (needed for amber and red)").all():
        reason.fill("Shown in part")
    reviewer.fill({"Why?": "Well run, with little evidence so far."})
    reviewer.press("Record my rating")


def walk(everybody: Company) -> None:
    begin_an_entry(everybody("chair"))

    head, quality, deputy = everybody("head"), everybody("quality"), everybody("deputy")
    head.go(f"{SENT}/release")
    head.choose("Do you agree?", "Yes, the school agrees")
    head.press("Send the answer")
    rate(everybody("broker"), SENT, "Green: meets it")
    rate(quality, SENT, "Amber: meets it in part")
    quality.press("Record the decision")
    quality.choose("What has the panel decided?", "Amber: publish it with conditions")
    quality.fill(
        {
            "Why?": "Two more schools would show it.",
            "For amber: what are the conditions?": "Two more examples",
        }
    )
    quality.give_day("For amber: by when must they be met?", clock.today() + timedelta(days=90))
    quality.press("Record the decision")

    deputy.go(SENT)
    assert deputy.sees("Published with conditions")
    everybody("nobody").go(SENT.replace("/listing", "/prospectus"))
    assert everybody("nobody").sees("From 14 to 20 of 31 pupils")


def test_an_entry_comes_into_the_prospectus(
    browser: Browser, portal: str, examined: Examined
) -> None:
    """Without JavaScript; with it, the walks of the roles examine the same pages."""
    with company(browser, portal, examined, javascript=False) as everybody:
        walk(everybody)
