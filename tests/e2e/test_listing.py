"""An entry from its first question to the public, in a real browser."""

from __future__ import annotations

from datetime import date, timedelta

from playwright.sync_api import Browser

from app.core import clock
from tests.e2e.people import Company, Examined, Reader, company

NAME = "Larkmoor’s reading volunteers"
HEADLINE = "Volunteers who read with children, trained and matched for you"
GO_ON = "Save and continue"


def answer_the_questions(chair: Reader) -> str:
    """Begin an entry, answer every question, and return its address."""
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
    chair.fill({"In one line": HEADLINE})
    chair.press(GO_ON)
    chair.page.get_by_text("English and literacy").click()
    chair.tick("Phonics and early reading")
    chair.press(GO_ON)
    chair.press(GO_ON)
    chair.tick("Primary")
    chair.press(GO_ON)
    chair.tick("In person")
    chair.press(GO_ON)
    chair.tick("Ossett")
    chair.press(GO_ON)
    chair.fill({"What a school gets from you": "Six volunteers, one morning a week."})
    chair.press(GO_ON)
    chair.fill({"Experience": "Three years at our own school and two others."})
    chair.press(GO_ON)
    add_an_example(chair)
    chair.press("Continue")
    chair.press(GO_ON)
    chair.fill({"Days a year": "8"})
    chair.press(GO_ON)
    chair.fill({"Name": "The chair", "E-mail address": "chair@demo.example"})
    chair.press(GO_ON)
    chair.press(GO_ON)
    for label, words in {
        "Evidence": "Reading ages of 24 children before and after.",
        "Two people": "Two heads.",
        "Interests": "None",
    }.items():
        chair.fill({label: words})
        chair.press(GO_ON)
    return chair.page.url.removesuffix("/check")


def add_an_example(chair: Reader) -> None:
    chair.press("Add an example")
    chair.fill(
        {
            "In one line": "An infant school in its second year",
            "What did you do?": "Twelve mornings with four volunteers.",
            "What changed, and how do you know?": "Reading ages rose by five months in four.",
        }
    )
    agreed = date(2026, 6, 30)
    chair.give_day("When did the school agree in writing that you tell this?", agreed)
    chair.press("Save the example")


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
    chair, head, quality = everybody("chair"), everybody("head"), everybody("quality")
    address = answer_the_questions(chair)
    chair.follow("See the entry as schools will see it")
    assert chair.sees(HEADLINE)
    chair.go(f"{address}/check")
    chair.tick("What the entry says is true")
    chair.press("Send the entry")
    assert chair.sees("must agree to the release")

    head.go("/")
    head.go(f"{address}/release")
    head.choose("Do you agree?", "Yes, the school agrees")
    head.press("Send the answer")

    rate(everybody("broker"), address, "Green: meets it")
    rate(quality, address, "Amber: meets it in part")
    quality.press("Record the decision")
    quality.choose("What has the panel decided?", "Amber: publish it with conditions")
    quality.fill(
        {"Why?": "Two more schools would show it.", "For amber: what are the conditions?": "Two"}
    )
    quality.give_day("For amber: by when must they be met?", clock.today() + timedelta(days=90))
    quality.press("Record the decision")

    chair.go(address)
    assert chair.sees("Published with conditions")
    everybody("nobody").go(f"/prospectus/{address.rsplit('/', 1)[1]}")
    assert everybody("nobody").sees("Reading ages rose by five months in four.")


def test_an_entry_comes_into_the_prospectus(
    browser: Browser, portal: str, examined: Examined
) -> None:
    """Without JavaScript; with it, the walks of the roles examine the same pages."""
    with company(browser, portal, examined, javascript=False) as everybody:
        walk(everybody)
