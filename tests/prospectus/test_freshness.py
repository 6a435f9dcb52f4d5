"""An entry is confirmed by a link that opens it once, and whoever forgets is reminded once."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest
from sqlalchemy import select
from sqlalchemy.orm import Session, scoped_session

from app.core import clock
from app.notifications.models import Message
from app.prospectus import freshness
from app.prospectus.facts import ListingStatus
from app.prospectus.freshness import (
    LINKS,
    REMIND_AFTER,
    provider_of_token,
    remind_leads,
    token_for,
)
from tests.client import LintingClient
from tests.factories.world import World

DbSession = scoped_session[Session]


def grown_old(world: World) -> None:
    world.provider.confirmed_on = clock.today() - REMIND_AFTER
    world.other_provider.confirmed_on = clock.today() - REMIND_AFTER + timedelta(days=1)


class TestTheLink:
    def test_shows_the_entry_and_changes_nothing(self, world: World, client: LintingClient) -> None:
        grown_old(world)
        page = client.get(f"/prospectus/confirm/{token_for(world.provider)}")

        assert "Is this entry up to date?" in page.text
        assert world.provider.confirmed_on == clock.today() - REMIND_AFTER

    def test_confirms_without_signing_in_and_is_used_up(
        self, world: World, client: LintingClient
    ) -> None:
        grown_old(world)
        address = f"/prospectus/confirm/{token_for(world.provider)}"

        answer = client.submit(address)

        assert "Thank you. The entry is confirmed as of today." in client.get(answer.location).text
        assert world.provider.confirmed_on == clock.today()
        assert client.get(address).status_code == 404

    def test_leads_a_double_click_to_where_the_first_went(
        self, world: World, client: LintingClient
    ) -> None:
        grown_old(world)
        address = f"/prospectus/confirm/{token_for(world.provider)}"
        boxes = client.soup(client.get(address)).select("main form input[type=hidden]")
        form = {str(box["name"]): str(box.get("value", "")) for box in boxes}

        answers = [client.post(address, data=form) for _ in range(2)]

        assert [answer.location for answer in answers] == [f"/prospectus/{world.provider.slug}"] * 2

    def test_that_is_forged_opens_nothing(self, world: World, client: LintingClient) -> None:
        token = token_for(world.provider)

        assert client.get(f"/prospectus/confirm/{token[:-2]}xx").status_code == 404
        assert client.get("/prospectus/confirm/nonsense").status_code == 404

    def test_runs_out(self, world: World, monkeypatch: pytest.MonkeyPatch) -> None:
        token = token_for(world.provider)

        assert provider_of_token(token) is world.provider
        monkeypatch.setattr(freshness, "LINKS", replace(LINKS, last=timedelta(seconds=-1)))
        assert provider_of_token(token) is None

    def test_to_an_entry_that_is_not_public_opens_nothing(
        self, world: World, client: LintingClient
    ) -> None:
        world.provider.listing = ListingStatus.HIDDEN

        assert client.get(f"/prospectus/confirm/{token_for(world.provider)}").status_code == 404


class TestRemindLeads:
    def test_whoever_leads_an_old_entry_once(self, world: World, session: DbSession) -> None:
        grown_old(world)
        remind_leads()
        remind_leads()

        [message] = session.scalars(select(Message)).all()
        assert message.person == world.provider_lead
        assert world.provider.name not in message.subject

    def test_again_with_a_new_link_when_the_old_one_ran_out(
        self, world: World, session: DbSession
    ) -> None:
        grown_old(world)
        remind_leads()
        with clock.at(clock.now() + freshness.LINK_LASTS):
            remind_leads()

        query = select(Message).where(Message.person == world.provider_lead)
        assert len(session.scalars(query).all()) == 2

    def test_again_when_half_a_year_has_passed_again(
        self, world: World, session: DbSession
    ) -> None:
        grown_old(world)
        remind_leads()
        world.provider.confirmed_on = clock.today() - REMIND_AFTER - timedelta(days=1)
        remind_leads()

        query = select(Message).where(Message.person == world.provider_lead)
        assert len(session.scalars(query).all()) == 2


def test_the_lead_finds_the_way_on_the_entry(world: World, client: LintingClient) -> None:
    address = f"/prospectus/{world.provider.slug}"

    assert "Confirm it again" in client.signed_in_as(world.provider_lead).get(address).text
    assert "Confirm it again" not in client.signed_in_as(world.head).get(address).text
