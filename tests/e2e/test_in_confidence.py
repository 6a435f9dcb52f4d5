"""A governor asks in confidence, with the head and the chair signed in beside it."""

from __future__ import annotations

from datetime import date

from tests.e2e.people import Company, Reader
from tests.e2e.small_portal import SmallPortal

TITLE = "Meetings without questions"


def sees_nothing(reader: Reader, reference: str) -> None:
    """Look where it would stand, and at its very address."""
    for place in ("/", "/requests", "/messages"):
        reader.go(place)
        assert not reader.sees(reference), f"{reference} stands on {place} for {reader.name}"
        assert not reader.sees(TITLE), f"the title stands on {place} for {reader.name}"
    answer = reader.page.request.get(f"/requests/{reference}")
    assert answer.status == 404


def test_nobody_at_the_school_learns_of_it(small: SmallPortal, plain_people: Company) -> None:
    with small.world() as world:
        area = world.area
        area.parent.code = "governance"
    governor, officer = plain_people("governor"), plain_people("governor-services")
    head, chair = plain_people("head"), plain_people("chair")

    governor.go("/governance")
    governor.follow("Ask other governors")
    governor.choose("Who is asking?", "I am, in confidence: only I act on it")
    governor.press("Save and continue")
    governor.tick("A specific issue")
    governor.main.get_by_label("Which part of governance is nearest?").select_option(index=1)
    governor.fill({"Short title": TITLE, "What do you need?": "Two of us ask nothing any more."})
    governor.press("Save and continue")
    governor.press("Save and continue")
    governor.fill({"What should be different afterwards?": "Each of us asks something."})
    governor.choose("How soon do you need it?", "This term")
    governor.give_day("When should it start?", date(2027, 1, 11))
    governor.press("Save and continue")
    governor.choose("How will it be paid for?", "The school asks the authority to pay")
    governor.choose("Do you know of a link between the board and somebody who might help?", "No")
    governor.tick("I agree that governor services share")
    governor.press("Save and continue")
    governor.press("Send the request")
    assert governor.sees("Request sent")
    reference = governor.page.url.split("/")[-2]
    for reader in (head, chair):
        sees_nothing(reader, reference)

    officer.go("/governance/requests")
    officer.follow(TITLE)
    assert officer.sees("At the school only these may know: whoever asked.")
    officer.press("Declare your interests")
    officer.main.get_by_role("radio").first.check()
    officer.press("Record my answer")
    officer.press("Start matching")
    officer.go(f"/requests/{reference}/consider/ada-marsh")
    assert officer.sees("No designation of governance")
    officer.choose("Does this provider fit?", "Shortlist it for whoever asked")
    officer.fill({"Reason": "Has led meetings like these."})
    officer.press("Save")

    governor.go(f"/requests/{reference}")
    # its name goes on with the provider's
    governor.main.get_by_role("button", name="Choose this provider").click()
    governor.page.wait_for_url(f"**/requests/{reference}")
    assert governor.sees("You have chosen Ada Marsh.")
    for reader in (head, chair):
        sees_nothing(reader, reference)
