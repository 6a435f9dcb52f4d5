"""Eight governors say privately what they can do; the board finds its gaps and what to do."""

from __future__ import annotations

import re
from datetime import timedelta

from sqlalchemy import select

from app.core import clock
from app.extensions import db
from app.notifications.models import Message
from tests.e2e.people import Company, Reader
from tests.e2e.small_portal import SmallPortal
from tests.factories import audits, training

GUESTS = {"Gail Guest": "gail@letters.example", "Hugo Guest": "hugo@letters.example"}
BY_ACCOUNT = ("chair", "governor", "governor-1", "governor-2", "governor-3", "governor-4")
# strand by strand, in their order
ANSWERS = ("I am confident", "I know the basics")


def test_eight_governors_answer_and_the_board_finds_its_gaps(
    small: SmallPortal, plain_people: Company
) -> None:
    with small.world() as world:
        audits.kept(world)
        audits.more_governors(world, 4)
        training.course(world, strands=["governance-finance"])
        training.opened(world)
    clerk = plain_people("clerk")
    address = prepare(clerk)
    clerk.press("Open the audit")
    assert clerk.sees("8 people are asked by e-mail")
    assert clerk.sees("Nobody but you sees your answers, not even the chair.")
    clerk.press("Open the audit")

    for name in BY_ACCOUNT:
        reader = plain_people(name)
        reader.go(f"{address}/answer/governance-chairing")
        answer(reader)
    for link in links(small):
        guest = plain_people("nobody")
        guest.go(link)
        assert guest.sees("Whoever has the link sees your answers")
        guest.follow(audits.STRANDS["governance-chairing"])
        answer(guest)

    clerk.go(address)
    assert clerk.sees("8 of 8")
    clerk.follow("Close the audit")
    assert clerk.sees("Everybody has answered.")
    clerk.press("Close the audit")
    guest.go(link)
    assert guest.sees("your link ended with it")

    chair = plain_people("chair")
    chair.go(address)
    chair.press("See the result")
    assert chair.sees("8 of 8 people answered")
    assert chair.sees("I know the basics")
    assert not chair.sees("Gail Guest")
    chair.follow("See the gaps and what to do")
    assert chair.sees("3 more needed")
    book_training(chair)


def book_training(chair: Reader) -> None:
    """Go on from the gap to a governor's place on a course about it."""
    chair.main.get_by_role("link", name="Find training").first.click()
    assert chair.sees("1 course")
    chair.follow("Your first year as a governor")
    chair.follow(re.compile("20 places|6:00pm"))
    chair.press("Book a place")
    chair.choose("Who comes?", "Governor")
    chair.press("Book the place")
    assert chair.sees("Booking of Governor")
    assert chair.sees("Booked")


def prepare(clerk: Reader) -> str:
    """Prepare an audit with two people without an account, and return its address."""
    clerk.go("/governance/audits")
    clerk.press("Prepare a skills audit")
    clerk.fill({"Name of the audit": "Skills audit, autumn"})
    clerk.give_day("Last day for answers", clock.today() + timedelta(days=14))
    clerk.press("Save and continue")
    address = clerk.page.url
    clerk.follow(re.compile("Change asked"))
    for name, email in GUESTS.items():
        clerk.fill({"Name": name, "E-mail address": email})
        clerk.press("Add this person")
    clerk.go(address)
    return address


def answer(reader: Reader) -> None:
    for level in ANSWERS:
        for choice in reader.main.get_by_label(level, exact=True).all():
            choice.check()
        reader.press("Save and continue")
    reader.press("Send my answers")
    assert reader.sees("You can change them until")


def links(small: SmallPortal) -> list[str]:
    with small.world():
        query = select(Message.path).where(Message.address.in_(GUESTS.values()))
        return list(db.session.scalars(query.order_by(Message.address)))
