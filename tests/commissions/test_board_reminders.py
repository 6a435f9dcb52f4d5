"""Reminders for several pieces of work at once, never twice on one day."""

from __future__ import annotations

from datetime import timedelta

from sqlalchemy import select

from app.commissions.board import reminders
from app.core import clock
from app.extensions import db
from app.notifications.models import Message
from tests.cases import Case
from tests.client import LintingClient
from tests.factories import agreements, requests
from tests.factories.world import World


def reminded() -> list[tuple[str, str]]:
    """Return who was reminded of what, by name."""
    found = db.session.scalars(select(Message).where(Message.subject.contains("reminder to")))
    return sorted((message.person.name, message.subject) for message in found)


def test_each_gets_one_message_a_day(world: World, client: LintingClient, case: Case) -> None:
    asked, work = requests.shortlisted(world)[0], agreements.offered(world, number=801)
    references = [asked.reference, work.reference]
    url = f"/board/reminders?matter={asked.reference}&matter={work.reference}"
    client.signed_in_as(world.broker)
    page = client.get(url)
    assert world.head.name in page.text
    assert "Choose one of the providers found. It is due" in page.text
    assert reminded() == []

    answer = client.submit(url)

    assert answer.location == "/board"
    first = reminded()
    assert {name for name, _subject in first} >= {world.head.name, world.provider_lead.name}
    assert len(first) == len(set(first))
    assert (
        world.provider_lead.name,
        f"{work.reference}: reminder to accept or decline the offer",
    ) in first
    assert not any(world.school.name in subject for _name, subject in first)
    with case("a second round on that day, by anybody, sends nothing"):
        assert "was reminded today already" in client.get(url).text
        assert reminders.send(sender=world.approver, references=references) == 0
        assert reminded() == first
    with case("the next day it goes again"), clock.at(clock.now() + timedelta(days=1)):
        assert reminders.send(sender=world.broker, references=references) == len(first)


def test_nobody_reminds_themselves_or_of_what_is_not_theirs(
    world: World, client: LintingClient
) -> None:
    asked = requests.matching(world)
    alone = client.signed_in_as(world.broker).get(f"/board/reminders?matter={asked.reference}")
    assert "There is nobody to remind but you" in alone.text
    for url in ("/board/reminders", "/board/reminders?matter=REQ-00000"):
        assert "Nothing is ticked" in client.get(url).text
    client.signed_in_as(world.other_broker)
    assert "Nothing is ticked" in client.get(f"/board/reminders?matter={asked.reference}").text
