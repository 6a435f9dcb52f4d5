"""The calendar of one person: at a secret address, which can be switched off."""

from __future__ import annotations

import re

from flask import Flask

from app.commissions.facts import Side
from app.commissions.models import CalendarFeed
from app.commissions.visits import feed, services
from app.extensions import db
from tests.client import LintingClient
from tests.factories import deliveries as make
from tests.factories.bookings import booked
from tests.factories.world import World


def test_made_once_read_by_anybody_who_has_it_and_switched_off(
    world: World, client: LintingClient
) -> None:
    commission = make.active(world)
    visit = booked(world, commission)
    client.signed_in_as(world.head)
    page = client.submit("/calendar", {})
    (path,) = re.findall(r"(/calendar/[\w-]+\.ics)", page.text)
    assert path not in client.get("/calendar").text
    assert path[10:-4] not in db.session.query(CalendarFeed).one().token_hash

    client.signed_in_as(None)
    answer = client.get(path)
    assert answer.mimetype == "text/calendar"
    assert f"UID:COM-00001-visit-{visit.id}@" in answer.text
    assert "SUMMARY:School support visit COM-00001\r\n" in answer.text
    assert world.school.name not in answer.text
    assert commission.request.title not in answer.text

    services.cancel(visit=visit, by=world.head, side=Side.SCHOOL, reason="Inspection")
    cancelled = client.get(path).text
    assert "STATUS:CANCELLED" in cancelled
    assert "SEQUENCE:1" in cancelled

    client.signed_in_as(world.head)
    newer = client.submit("/calendar", {})
    assert client.get(path).status_code == 404
    (path,) = re.findall(r"(/calendar/[\w-]+\.ics)", newer.text)
    assert client.get(path).status_code == 200
    assert client.submit("/calendar/off", {}).status_code == 303
    assert client.get(path).status_code == 404


def test_holds_what_its_person_takes_part_in(world: World, app: Flask) -> None:
    booked(world, make.active(world))
    for person, count in {
        world.head: 1,
        world.provider_lead: 1,
        world.broker: 1,
        world.second_broker: 0,
        world.quality: 0,
        world.other_head: 0,
        world.host_head: 0,
    }.items():
        with app.test_request_context():
            assert feed.calendar_of(person).count("BEGIN:VEVENT") == count, person.name


def test_ends_with_the_account(world: World) -> None:
    token = feed.make_address(world.head)
    assert feed.feed_of_token(token) is not None
    world.head.active = False
    db.session.flush()
    assert feed.feed_of_token(token) is None
    assert feed.feed_of_token("x" * 500) is None
