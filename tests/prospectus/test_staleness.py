"""Entries that nobody confirms come last, are warned of, hidden, and brought back."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from sqlalchemy import select
from sqlalchemy.orm import Session, scoped_session

from app.core import clock
from app.notifications.models import Message
from app.prospectus import services
from app.prospectus.entry import confirmed_words
from app.prospectus.facts import HiddenBy, ListingStatus
from app.prospectus.freshness import HIDE_AFTER, REMIND_AFTER, SINK_AFTER, WARN_BEFORE, token_for
from app.prospectus.staleness import warn_and_hide
from tests.client import LintingClient
from tests.factories.prospectus import make_findable
from tests.factories.world import World
from tests.prospectus.reading import names, soup

DbSession = scoped_session[Session]


def unconfirmed_for(world: World, time: timedelta) -> None:
    world.provider.confirmed_on = clock.today() - time


def hidden_by_time(world: World) -> None:
    unconfirmed_for(world, HIDE_AFTER)
    services.hide(world.provider, by=None)


def messages(session: DbSession) -> list[Message]:
    return list(session.scalars(select(Message).order_by(Message.id)))


@pytest.mark.parametrize(
    ("day", "words"),
    [
        (date(2026, 3, 1), "Confirmed 269 days ago"),
        (date(2026, 2, 28), "Not confirmed for 9 months"),
        (date(2025, 12, 25), "Not confirmed for 11 months"),
        (date(2025, 11, 25), "Not confirmed for 12 months"),
    ],
)
def test_its_age_in_words(day: date, words: str) -> None:
    assert confirmed_words(day, date(2026, 11, 25)) == words


class TestTheSearch:
    def test_shows_it_after_all_others_but_in_its_place_by_name(
        self, world: World, client: LintingClient
    ) -> None:
        # the best match of the three, and the first by name
        unconfirmed_for(world, SINK_AFTER)
        make_findable()

        found = soup(client, "q=Ada+phonics")
        assert names(soup(client))[-1] == "Ada Marsh"
        assert names(soup(client, "q=phonics"))[-1] == "Ada Marsh"
        assert names(soup(client, "sort=name"))[0] == "Ada Marsh"
        assert "Not confirmed for" in found.get_text()
        assert "nobody has confirmed for 9 months come last" in found.get_text()

    def test_has_it_among_the_others_the_day_before(
        self, world: World, client: LintingClient
    ) -> None:
        unconfirmed_for(world, SINK_AFTER - timedelta(days=1))
        make_findable()

        assert "Not confirmed for" not in soup(client).get_text()


class TestWarnAndHide:
    def test_warns_once_and_hides_after_a_month(self, world: World, session: DbSession) -> None:
        unconfirmed_for(world, HIDE_AFTER - WARN_BEFORE)
        warn_and_hide()
        with clock.at(clock.now() + WARN_BEFORE - timedelta(days=1)):
            warn_and_hide()

        [warning] = messages(session)
        assert world.provider.is_public
        assert warning.person == world.provider_lead
        assert "will be hidden on" in warning.subject
        with clock.at(clock.now() + WARN_BEFORE):
            warn_and_hide()
            warn_and_hide()
        assert world.provider.listing is ListingStatus.HIDDEN
        assert world.provider.private.hidden_by is HiddenBy.TIME
        assert [m.subject for m in messages(session)[1:]] == [
            "Your entry in the prospectus is hidden until you confirm it"
        ]

    def test_hides_nobody_without_a_warning_however_old(
        self, world: World, session: DbSession
    ) -> None:
        unconfirmed_for(world, 3 * HIDE_AFTER)
        warn_and_hide()

        assert world.provider.is_public
        assert len(messages(session)) == 1

    def test_leaves_alone_who_confirmed_after_the_warning(self, world: World) -> None:
        unconfirmed_for(world, HIDE_AFTER)
        warn_and_hide()
        services.confirm_entry(world.provider)
        with clock.at(clock.now() + WARN_BEFORE):
            warn_and_hide()

        assert world.provider.is_public
        assert world.provider.private.warned_on is None

    def test_tells_officers_where_nobody_leads_the_entry(
        self, world: World, session: DbSession
    ) -> None:
        world.provider_lead.assignments[0].ends_on = clock.today() - timedelta(days=1)
        unconfirmed_for(world, HIDE_AFTER)

        warn_and_hide()

        told = messages(session)
        assert {m.subject for m in told} == {"Entries that nobody leads go out of date"}
        assert world.broker.id in {m.person_id for m in told}


class TestHiddenByTime:
    def test_the_link_brings_it_back_at_once(self, world: World, client: LintingClient) -> None:
        hidden_by_time(world)
        address = f"/prospectus/confirm/{token_for(world.provider)}"
        assert "This entry is hidden" in client.get(address).text

        answer = client.submit(address)

        assert "It is in the prospectus again." in client.get(answer.location).text
        assert world.provider.is_public
        assert world.provider.confirmed_on == clock.today()

    def test_the_lead_confirms_it_where_others_bring_it_back(
        self, world: World, client: LintingClient
    ) -> None:
        hidden_by_time(world)
        entry = f"/prospectus/{world.provider.slug}"
        client.signed_in_as(world.provider_lead)

        assert "Nobody has confirmed it for a year." in client.get(entry).text
        assert "/prospectus/confirm/" in client.get(f"{entry}/show").location

    def test_a_link_does_not_bring_back_what_somebody_hid(
        self, world: World, client: LintingClient
    ) -> None:
        token = token_for(world.provider)
        services.hide(world.provider, by=world.provider_lead)

        assert client.get(f"/prospectus/confirm/{token}").status_code == 404


class TestHome:
    def work(self, world: World, client: LintingClient) -> list[str]:
        page = client.soup(client.signed_in_as(world.provider_lead).get("/"))
        return [" ".join(row.get_text(" ").split()) for row in page.select(".app-work__row")]

    def test_says_by_when_to_confirm(self, world: World, client: LintingClient) -> None:
        assert self.work(world, client) == []
        unconfirmed_for(world, REMIND_AFTER)

        [row] = self.work(world, client)
        assert row.startswith("Confirm that your entry is up to date")
        assert "Due" in row

    def test_says_that_it_is_hidden(self, world: World, client: LintingClient) -> None:
        hidden_by_time(world)

        [row] = self.work(world, client)
        assert row.startswith("Confirm your entry, which is hidden, to bring it back")
