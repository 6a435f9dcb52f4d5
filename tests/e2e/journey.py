"""One piece of support from the search to the judgement: a function for each part of the way.

Every function starts on any page and ends where the person who acted last would be.
"""

from __future__ import annotations

import re
from datetime import timedelta

from app.core import clock
from tests.e2e.people import Company, Reader

PROVIDER = "Katarzyna Redfearn"
SLUG = "katarzyna-redfearn"
SCHOOL_WORDS = "Our teachers now teach every group alike"
PROVIDER_WORDS = "I saw the same routine in each room"
SIGNATORIES = ("head", "provider", "host-head")
REFERENCE = re.compile(r"\b(?:REQ|COM)-[0-9A-Z]{5}\b")


def reference_in(reader: Reader) -> str:
    found = REFERENCE.search(reader.page.url)
    assert found, f"no reference in {reader.page.url}"
    return found[0]


def ask_for_support(head: Reader, title: str) -> str:
    """Answer the four pages from the provider's entry on, send, and return the reference."""
    head.go(f"/prospectus/{SLUG}")
    head.follow("Ask for this provider’s support")
    head.press("Start")
    head.fill(
        {
            "Short title": title,
            "What do you need?": "Three groups are taught in three ways. We want one.",
            "Which staff is it for?": "Two Year 1 teachers and three teaching assistants",
            "How do you know?": "Phonics screening check, June: 61% met the standard.",
        }
    )
    areas = head.page.get_by_label("What area do you need help with?")
    areas.select_option(label="Phonics and early reading")
    head.press("Save and continue")
    head.fill({"What should be different afterwards?": "Every group is taught alike."})
    head.choose("How soon do you need it?", "This term")
    head.give_day("When should it start?", clock.today())
    head.press("Save and continue")
    head.fill({"Who in your school will lead this?": "The English lead"})
    head.choose("How will it be paid for?", "The school pays")
    head.choose("Do your governors know about this request?", "Yes")
    head.press("Save and continue")
    head.choose("Does anyone at your school have an interest in a provider?", "No")
    head.tick("I agree that the request is shared")
    head.press("Save and continue")
    # an earlier journey of the same portal may have asked for the same
    for box in head.main.get_by_label("Why is this another need?").all():
        box.fill("It is for other staff.")
    head.press("Send the request")
    return reference_in(head)


def match_and_offer(broker: Reader, request: str, days: str = "1") -> str:
    """Declare, match, shortlist whom the school asked for, offer; return the new reference."""
    begin_matching(broker, request)
    shortlist_and_offer(broker, request, days)
    return reference_in(broker)


def begin_matching(broker: Reader, request: str) -> None:
    broker.go(f"/requests/{request}")
    broker.press("Declare your interests")
    broker.tick("No, I have none")
    broker.press("Record my answer")
    broker.press("Start matching")


def shortlist_and_offer(broker: Reader, request: str, days: str) -> None:
    shortlist(broker, request)
    fill_in_offer(broker, request, days)
    broker.press("Check the offer")
    broker.press("Send the offer")


def shortlist(broker: Reader, request: str) -> None:
    broker.go(f"/requests/{request}/candidates")
    broker.follow(re.compile(f"^Shortlist or rule out.*{PROVIDER}"))
    broker.choose("Does this provider fit?", "Shortlist it for the school")
    broker.fill({"Reason": "Has led the same change twice, and has the days."})
    broker.press("Save")


def fill_in_offer(broker: Reader, request: str, days: str) -> None:
    broker.go(f"/requests/{request}/offer")
    broker.fill(
        {
            "Days of support": days,
            "Charge": "800",
            "Provider’s part": "800",
            "Brokerage fee": "0",
            "VAT": "0",
            "The school pays": "800",
        }
    )
    broker.give_day("First day", clock.today())
    broker.give_day("Last day", clock.today() + timedelta(days=120))


def offer_days(provider: Reader, year: str, days: str) -> None:
    provider.go(f"/prospectus/{SLUG}/days")
    provider.choose("Academic year", year)
    provider.fill({"Days offered": days})
    provider.press("Save")


def release_and_accept(people: Company, commission: str) -> None:
    host, provider = people("host-head"), people("provider")
    host.go(f"/commissions/{commission}")
    host.press("Agree to release")
    host.press("Agree to release")
    declare_none(provider, commission)
    provider.press("Accept the offer")
    provider.press("Accept the offer")


def declare_none(reader: Reader, commission: str) -> None:
    reader.go(f"/commissions/{commission}")
    reader.press("Record whether you have an interest")
    reader.tick("No, I have none")
    reader.press("Record my answer")


def write_agreement(provider: Reader, commission: str) -> None:
    """Write two objectives, one better upwards and one downwards, and who does what."""
    _write_objective(
        provider,
        commission,
        {
            "What should change?": "More pupils meet the phonics standard",
            "What will you measure?": "Pupils meeting the standard",
            "Value at the start": "61",
            "Value to reach": "80",
        },
        better="A higher figure is better",
    )
    _write_objective(
        provider,
        commission,
        {
            "What should change?": "Fewer pupils need catch-up lessons",
            "What will you measure?": "Pupils in catch-up groups",
            "Value at the start": "30",
            "Value to reach": "12",
        },
        better="A lower figure is better",
    )
    provider.go(f"/commissions/{commission}/agreement")
    provider.fill(
        {
            "What will the school do?": "Release both teachers for an hour a week.",
            "What will the provider do?": "Model, observe and coach.",
            "How often will the provider visit?": "A day a fortnight",
            "Who confirmed the safeguarding checks?": "Business manager of the home school",
        }
    )
    provider.give_day("When did they confirm it?", clock.today())
    provider.press("Save")


def _write_objective(
    provider: Reader, commission: str, answers: dict[str, str], *, better: str
) -> None:
    provider.go(f"/commissions/{commission}/objectives/add")
    provider.fill(
        answers
        | {
            "Unit": "%",
            "Who was measured?": "Year 1 pupils",
            "How many were measured?": "52",
            "Where does the value come from?": "Phonics screening check, June",
        }
    )
    provider.choose("Which way is better?", better)
    provider.give_day("Date it was measured", clock.today() - timedelta(days=60))
    provider.give_day("By when", clock.today() + timedelta(days=100))
    provider.press("Save the objective")


def send_for_signature(provider: Reader, commission: str) -> None:
    provider.go(f"/commissions/{commission}")
    provider.press("Send for signature")
    provider.press("Send for signature")


def sign(reader: Reader, commission: str) -> None:
    reader.go(f"/commissions/{commission}/sign")
    reader.tick("I have read this version and agree to it")
    reader.press("Sign the agreement")


def approve(approver: Reader, commission: str) -> None:
    declare_none(approver, commission)
    approver.go(f"/commissions/{commission}/checks/due-diligence")
    approver.fill({"What did you check?": "Two references"})
    approver.give_day("When?", clock.today())
    approver.choose("How does it stand?", "Passed")
    approver.press("Record the check")
    approver.go(f"/commissions/{commission}")
    approver.press("Approve")
    approver.press("Approve")


def start(provider: Reader, commission: str) -> None:
    provider.go(f"/commissions/{commission}/start")
    provider.give_day("When was the start meeting held?", clock.today())
    provider.press("Start the support")


def agree_plan(provider: Reader, head: Reader, commission: str) -> None:
    provider.go(f"/commissions/{commission}/plan/propose")
    provider.page.locator("#what_1").fill("Release the English lead for each visit")
    provider.page.locator("#side_1").select_option("school")
    provider.page.locator("#doer_1").fill("Headteacher")
    day = clock.today()
    for part, number in {"day": day.day, "month": day.month, "year": day.year}.items():
        provider.page.locator(f"#due_on_1-{part}").fill(str(number))
    provider.press("Propose the plan to the school")
    head.go(f"/commissions/{commission}/plan/1/answer")
    head.choose("Does your school agree to this plan?", "Yes, we agree")
    head.press("Record the school’s answer")


def write_visit(provider: Reader, commission: str, *, days: str) -> str:
    """Write up a visit of today and return the address of the note."""
    provider.go(f"/commissions/{commission}/visits/new")
    provider.give_day("Date of the visit", clock.today())
    provider.choose("How did you meet?", "In person")
    provider.fill(
        {
            "Hours": "5.5",
            "Days used": days,
            "Whom did you work with?": "English lead and two Year 1 teachers",
            "What did you do?": "Modelled a lesson and watched two.",
            "What progress did you see?": "The pace is better in both rooms.",
            "What happens next?": "The English lead watches each teacher by Friday.",
        }
    )
    boxes = provider.page.get_by_role("group", name="Which objectives did you work on?")
    for box in boxes.get_by_role("checkbox").all():
        box.check()
    provider.press("Sign off and save the note")
    return provider.page.url


def acknowledge(head: Reader, note: str) -> None:
    head.go(note)
    head.choose("Is this note accurate?", "Yes, it is accurate")
    head.press("Record the school’s answer")


def add_readings(provider: Reader, commission: str, values: dict[int, tuple[str, str]]) -> None:
    """Add to the objective of each number a reading: label of the measure, value."""
    for number, (measure, value) in values.items():
        provider.go(f"/commissions/{commission}")
        provider.follow(f"Add a reading to objective {number}")
        provider.fill({measure: value})
        provider.give_day("When was it measured?", clock.today())
        provider.press("Save the reading")


def end_delivery(provider: Reader, commission: str) -> None:
    provider.go(f"/commissions/{commission}/end")
    provider.press("End delivery")
