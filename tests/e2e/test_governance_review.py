"""A review of a board: report, plan, actions, follow-up to the end."""

from __future__ import annotations

from datetime import timedelta

from app.core import clock
from tests.e2e.people import Company, Reader
from tests.e2e.small_portal import SmallPortal
from tests.factories import governance_reviews as make


def test_a_review_leads_to_a_plan_and_the_plan_to_action(
    small: SmallPortal, plain_people: Company
) -> None:
    with small.world() as world:
        review = make.under_way(world)
        reference = review.reference
        numbers = [part.heading_id for part in review.scope]
    page = f"/governance/reviews/{reference}"
    lead, chair = plain_people("other-provider-lead"), plain_people("chair")
    head, officer = plain_people("head"), plain_people("governor-services")

    for number, kind in zip(numbers, ("Urgent", "Strength"), strict=True):
        write_finding(lead, page, str(number), kind)
    lead.go(page)
    lead.press("Finish the findings")
    lead.press("Finish the findings")
    assert head.page.goto(page).status == 404  # type: ignore[union-attr]
    lead.press("Share the report with the board")
    lead.press("Share the report with the board")
    assert lead.sees("The report is shared.")

    head.go(f"{page}/report/1")
    assert head.sees("Nobody is ready to chair")
    chair.go(page)
    chair.press("Agree the report")
    chair.press("Agree the report")
    assert chair.sees("Now write the action plan.")

    chair.press("Write the action plan")
    chair.press("Add an action")
    chair.page.locator("#heading_id").select_option(str(numbers[0]))
    chair.page.locator("#owner").select_option("role clerk")
    chair.fill(
        {
            "What will be done?": "Elect a vice-chair",
            "How will the board know that it worked?": "They chaired a meeting",
        }
    )
    chair.give_day("By when?", clock.today() + timedelta(days=30))
    chair.press("Save the action")
    chair.go(page)
    chair.press("Agree the action plan")
    chair.press("Agree the action plan")
    officer.go(page)
    officer.press("Accept the action plan")
    officer.press("Accept the action plan")
    assert officer.sees("0 of 1 done")

    follow_up(plain_people("clerk"), page)
    officer.go(page)
    assert officer.sees("1 of 1 action done, median 0 working days after the plan.")
    officer.press("Close the review")
    officer.fill({"What has changed, and what is still to do?": "There is a vice-chair."})
    officer.press("Close the review")
    assert officer.sees("The review is closed.")


def write_finding(lead: Reader, page: str, heading: str, kind: str) -> None:
    lead.go(f"{page}/findings/new")
    lead.page.locator("#heading_id").select_option(heading)
    lead.choose("What is it?", kind)
    lead.fill(
        {
            "What did you find?": "Nobody is ready to chair",
            "What shows it?": "Talks with governors",
            "What do you recommend?": "Elect a vice-chair" if kind == "Urgent" else "",
        }
    )
    lead.press("Save the finding")


def follow_up(clerk: Reader, page: str) -> None:
    clerk.go(f"{page}/plan")
    clerk.follow("Elect a vice-chair")
    clerk.press("Say what was done")
    clerk.fill({"What was done?": "The vice-chair chaired today’s meeting."})
    clerk.give_day("If it is done: on which day?", clock.today())
    clerk.press("Save")
    assert clerk.sees("Done")
