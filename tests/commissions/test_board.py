"""The officers' board: what is open by step, what is late, whose turn it is."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest

from app.commissions.board import page as page_of_board
from app.commissions.board.facts import STEPS
from app.commissions.board.question import Question, question_of
from app.commissions.facts import Interest
from app.commissions.models import ConflictDeclaration
from app.commissions.statuses import (
    ENDED_COMMISSIONS,
    ENDED_REQUESTS,
    CommissionStatus,
    RequestStatus,
)
from app.core import clock
from app.extensions import db
from tests.cases import Case
from tests.client import LintingClient
from tests.factories import agreements, deliveries, requests
from tests.factories.world import World


def shown(client: LintingClient, url: str = "/board") -> dict[str, list[str]]:
    """Return the references on each column, by its title."""
    response = client.get(url, follow_redirects=True)
    assert response.status_code == 200
    return {
        column.h2.contents[0].strip(): [
            str(a["href"]).rsplit("/", 1)[1] for a in column.select("h3 a")
        ]
        for column in client.soup(response).select(".app-board__column")
    }


def test_every_open_status_has_a_column_and_no_other() -> None:
    statuses = [status for step in STEPS for status in step.statuses]
    over = ENDED_REQUESTS | {RequestStatus.DRAFT, RequestStatus.MATCHED}

    assert len(statuses) == len(set(statuses))
    assert {s for s in statuses if isinstance(s, RequestStatus)} == set(RequestStatus) - over
    assert {s for s in statuses if isinstance(s, CommissionStatus)} == (
        set(CommissionStatus) - ENDED_COMMISSIONS
    )


def test_an_address_that_means_nothing_asks_for_everything() -> None:
    assert question_of({"officer": "x", "focus": "²", "late": "", "phase": "  "}) == Question()
    assert question_of({"officer": "me", "late": "yes"}).parts == {"late": "yes", "officer": "me"}


class TestTheBoard:
    def test_shows_what_is_open_to_officers_without_a_part(
        self, world: World, client: LintingClient, case: Case
    ) -> None:
        asked = requests.matching(world)
        work = agreements.offered(world, number=801)
        agreements.agreeing(world, number=802).status = CommissionStatus.CLOSED
        everything = {"Being matched": [asked.reference], "Offered": ["COM-00801"]}
        with case("to whoever matches and approves"):
            for officer in (world.broker, world.approver):
                assert shown(client.signed_in_as(officer)) == everything
        with case("not to another authority's"):
            page = client.signed_in_as(world.other_broker).get("/board").text
            assert "Nothing is open" in page
        with case("not to whoever has an interest in the commission"):
            db.session.add(
                ConflictDeclaration(
                    person=world.approver, commission=work, answer=Interest.DECLARED
                )
            )
            assert list(shown(client.signed_in_as(world.approver))) == ["Being matched"]

    def test_says_age_turn_and_what_is_late(self, world: World, client: LintingClient) -> None:
        # from the Thursday before Easter to the Wednesday after it are two working days
        with clock.at(datetime(2027, 3, 25, 9, tzinfo=UTC)):
            agreements.offered(world)
        with clock.at(datetime(2027, 3, 31, 9, tzinfo=UTC)):
            page = client.signed_in_as(world.broker).get("/board")
            assert "2 working days at this step" in page.text
            assert "1 open, 0 late, 0 watched" in page.text
        with clock.at(datetime(2027, 4, 12, 9, tzinfo=UTC)):
            page = client.get("/board?late=yes")

        assert "1 open, 1 late, 0 watched" in page.text
        card = client.soup(page).select_one(".app-board__card")
        assert card is not None
        assert "The provider needs to accept or decline the offer. Was due" in card.get_text()
        assert "Late" in card.get_text()

    def test_filters_and_brings_them_back_and_a_long_column_leads_to_the_list(
        self,
        world: World,
        client: LintingClient,
        case: Case,
        monkeypatch: pytest.MonkeyPatch,
    ) -> None:
        requests.matching(world)
        with clock.at(clock.now() - timedelta(days=40)):
            agreements.offered(world, number=801)
        client.signed_in_as(world.broker)
        late = {"Offered": ["COM-00801"]}
        with case("late only, remembered until everything is asked for"):
            assert len(shown(client)) == 2
            assert shown(client, "/board?late=yes") == late
            assert shown(client) == late
            assert client.get("/board").location == "/board?late=yes"
            assert len(shown(client, "/board?all=1")) == 2
            assert len(shown(client)) == 2
        with case("by area and phase"):
            assert len(shown(client, f"/board?focus={world.area.id}")) == 2
            assert len(shown(client, f"/board?phase={world.school.phase_name}")) == 2
            page = client.get("/board?focus=0&phase=Sixth")
            assert "Nothing fits" in page.text
        with case("a long column leads to the list"):
            monkeypatch.setattr(page_of_board, "MOST_CARDS", 1)
            for number in (802, 803):
                agreements.offered(world, number=number)

            page = client.get("/board?all=1", follow_redirects=True)

            link = client.soup(page).find("a", string="and 2 more")
            assert link is not None
            assert link["href"] == "/commissions?status=offered"
            assert client.get(str(link["href"])).status_code == 200

    def test_cards_cost_no_statements(self, world: World, client: LintingClient) -> None:
        def add(start: int) -> None:
            for state in (agreements.offered, agreements.signed, deliveries.active):
                start += 1
                state(world, number=start)

        requests.matching(world)
        add(800)
        client.signed_in_as(world.broker)
        client.get("/board")
        few = len(client.statements("/board"))
        requests.matching(world)
        add(810)

        assert len(client.statements("/board")) == few
