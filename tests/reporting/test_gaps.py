"""Needs beside supply: what is unmet, what waits, and what was searched for in vain."""

from __future__ import annotations

import csv
import io
from datetime import date

from sqlalchemy.orm import Session, scoped_session

from app.commissions.services import match, respond
from app.core import clock
from app.prospectus.facts import Availability
from app.prospectus.models import ExpertiseVersion
from app.reporting import gaps
from app.search.models import UnfoundSearch
from tests.client import LintingClient
from tests.factories import agreements, enquiries
from tests.factories import requests as make
from tests.factories.world import World

DbSession = scoped_session[Session]


def phonics(world: World) -> gaps.Gap:
    [gap] = [g for g in gaps.gaps_by_area(gaps.requests_of_the_year(["384"])) if g.requests]
    return gap


def lines(client: LintingClient) -> list[list[str]]:
    text = client.get("/gaps?format=csv").text
    return list(csv.reader(io.StringIO(text.removeprefix("\ufeff"))))


class TestGapsByArea:
    def test_a_request_that_waits(self, world: World, session: DbSession) -> None:
        make.submitted(world)

        assert (phonics(world).unmet, phonics(world).waiting) == (0, 1)

    def test_a_request_that_was_turned_away(self, world: World, session: DbSession) -> None:
        request = make.submitted(world)
        make.no_interest(world.broker, request)
        match.decline(request=request, by=world.broker, reason="Nobody is free.")

        assert (phonics(world).unmet, phonics(world).waiting) == (1, 0)

    def test_an_offer_that_every_provider_declined(self, world: World, session: DbSession) -> None:
        commission = agreements.offered(world)
        commission.request.submitted_at = clock.now()
        commission.request.focus = world.area
        respond.decline(commission=commission, by=world.provider_lead, reason="No days.")
        session.flush()

        assert phonics(world).unmet == 1

    def test_counts_who_is_listed_and_who_is_free(self, world: World, session: DbSession) -> None:
        make.submitted(world)
        world.provider.availability = Availability.WAITING_LIST
        session.flush()

        assert (phonics(world).providers, phonics(world).available) == (3, 2)

    def test_another_authority_s_requests_are_not_counted(
        self, world: World, session: DbSession
    ) -> None:
        make.submitted(world)
        session.flush()

        assert gaps.requests_of_the_year(["383"]) == []


class TestThePage:
    def test_says_what_is_unmet_and_searched_for(
        self, world: World, client: LintingClient, session: DbSession
    ) -> None:
        make.submitted(world)
        session.add(UnfoundSearch(day=clock.today(), words="harp lessons", times=2))
        session.add(UnfoundSearch(day=clock.today(), words="a name typed once", times=1))
        session.flush()

        page = client.signed_in_as(world.broker).get("/gaps").text

        assert "0 of 1 request in the last twelve months were not met." in page
        assert "harp lessons" in page
        assert "a name typed once" not in page

    def test_as_a_file(self, world: World, client: LintingClient, session: DbSession) -> None:
        make.submitted(world)

        file = client.signed_in_as(world.broker).get("/gaps?format=csv")

        assert file.mimetype == "text/csv"
        assert "Phonics and early reading,1,0,1,3,3,0,0,0,0,0" in file.text

    def test_the_file_counts_why_providers_declined_and_runs_nothing(
        self, world: World, client: LintingClient, session: DbSession
    ) -> None:
        enquiries.declined(world)
        world.area.name = "=HYPERLINK(1)"
        session.flush()
        client.signed_in_as(world.broker)

        [header, *rows] = lines(client)
        area = next(row for row in rows if "HYPERLINK" in row[0])
        assert dict(zip(header, area, strict=True))["Declined: No days free"] == "1"
        assert area == ["'=HYPERLINK(1)", "1", "0", "1", "3", "3", "1", "0", "0", "0", "0"]
        # by phase declines are not counted, which is not none
        assert rows[-1][6:] == [""] * 5
        assert not any("Ada Marsh" in cell for row in rows for cell in row)

        # an area that the list has no more keeps what was declined in it
        world.area.version = ExpertiseVersion(name="Earlier", valid_from=date(2000, 1, 1))
        session.flush()
        last = lines(client)[-1]
        assert last == ["'=HYPERLINK(1)", "", "", "", "", "", "1", "0", "0", "0", "0"]

    def test_a_search_in_vain_is_noted_by_no_write(
        self, world: World, client: LintingClient
    ) -> None:
        from app.search import unfound

        spool = unfound.spool_of(client.application.config)
        client.get("/prospectus?q=underwater+basketry")

        assert "underwater basketry" in spool.read_text()
        spool.unlink()
