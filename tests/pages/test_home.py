from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime

import pytest
from bs4 import BeautifulSoup

from app.core import clock
from app.pages import home
from tests.cases import Case
from tests.client import LintingClient
from tests.factories import agreements, deliveries, requests
from tests.factories import enquiries as asked_of
from tests.factories import listing as make_listing
from tests.factories.world import World

Story = Callable[[World, int], object]
Groups = dict[str, list[str]]
EARLIER = datetime(2026, 11, 2, 9, tzinfo=UTC)
NOW = datetime(2026, 11, 23, 9, tzinfo=UTC)


def submitted(world: World, number: int) -> object:
    return requests.submitted(world)


def offered(world: World, number: int) -> object:
    return agreements.offered(world, number=number)


def signing(world: World, number: int) -> object:
    return agreements.signing(world, number=number)


def signed(world: World, number: int) -> object:
    return agreements.signed(world, number=number)


def visited(world: World, number: int) -> object:
    return deliveries.note(world, deliveries.active(world, number=number))


def in_review(world: World, number: int) -> object:
    return deliveries.in_review(world, number=number)


def home_page(client: LintingClient) -> BeautifulSoup:
    response = client.get("/")
    assert response.status_code == 200
    page = client.soup(response)
    assert [h.get_text(strip=True) for h in page.select("h1")] == ["Your work"]
    return page


def groups(page: BeautifulSoup) -> Groups:
    """Return what each group tells to do, in the order of the page."""
    return {
        next(iter(part.select("h2")[0].stripped_strings)): [
            next(iter(link.stripped_strings)) for link in part.select(".app-work__next a")
        ]
        for part in page.select("main .app-work")
    }


def hrefs(page: BeautifulSoup) -> list[str]:
    return [str(link["href"]) for link in page.select(".app-work__next a")]


class TestWhatWaits:
    @pytest.mark.parametrize(
        ("story", "readers"),
        [
            (
                submitted,
                {
                    "broker": (["Read the request and start matching"], []),
                    "head": (
                        [],
                        ["The brokerage team needs to read the request and start matching"],
                    ),
                    "other_broker": ([], []),
                },
            ),
            (
                offered,
                {
                    "provider_lead": (
                        ["Accept or decline the offer"],
                        ["The provider’s home school needs to agree to release the provider"],
                    ),
                    "host_head": (
                        ["Agree to release the provider"],
                        ["The provider needs to accept or decline the offer"],
                    ),
                },
            ),
            (
                signing,
                {
                    "head": (
                        ["Read and sign the agreement"],
                        [
                            "The provider needs to read and sign the agreement",
                            "The provider’s home school needs to read and sign the agreement",
                        ],
                    ),
                    "forum": ([], []),
                    "other_head": ([], []),
                },
            ),
            (
                signed,
                {
                    "approver": (["Approve the agreement"], []),
                    "provider_lead": (
                        [],
                        ["An approving officer needs to approve the agreement"],
                    ),
                    "quality": ([], []),
                },
            ),
            (in_review, {"quality": (["Judge the outcome of each objective"], [])}),
        ],
    )
    def test_is_under_whose_turn_it_is(
        self,
        world: World,
        client: LintingClient,
        case: Case,
        story: Story,
        readers: dict[str, tuple[list[str], list[str]]],
    ) -> None:
        with clock.at(NOW):
            story(world, 1)
            for who, (mine, others) in readers.items():
                with case(who):
                    found = groups(home_page(client.signed_in_as(getattr(world, who))))

                    assert list(found) == ["Waiting for you", "Waiting for others"]
                    assert found["Waiting for you"] == mine
                    assert sorted(found["Waiting for others"]) == others

    def test_leads_to_where_it_is_done(self, world: World, client: LintingClient) -> None:
        request = requests.submitted(world)
        agreements.signed(world)
        client.signed_in_as(world.broker)

        assert sorted(hrefs(home_page(client))) == sorted(
            [f"/requests/{request.reference}", "/commissions/COM-00001"]
        )

    def test_nothing_is_said_in_words(self, world: World, client: LintingClient) -> None:
        page = client.signed_in_as(world.forum).get("/").text

        assert "Nothing waits for you." in page
        assert "You are waiting for nobody." in page
        assert "Schools Forum member, Wakefield" in page

    def test_each_role_is_said_with_its_place(self, world: World, client: LintingClient) -> None:
        page = client.signed_in_as(world.provider_lead).get("/").text
        assert f"Provider lead, {world.provider.name}" in page

    def test_a_draft_waits_for_its_school_alone(self, world: World, client: LintingClient) -> None:
        requests.draft(world)

        head = groups(home_page(client.signed_in_as(world.head)))
        assert head["Waiting for you"] == ["Finish and send the request"]
        broker = groups(home_page(client.signed_in_as(world.broker)))
        assert broker["Waiting for others"] == []


class TestOverdue:
    def test_comes_first_for_those_who_are_late_alone(
        self, world: World, client: LintingClient, case: Case
    ) -> None:
        with clock.at(NOW):
            agreements.offered(world, number=1)
        with clock.at(EARLIER):
            agreements.offered(world, number=2)

        with clock.at(NOW), case("who is late"):
            page = home_page(client.signed_in_as(world.provider_lead))
            found, text = groups(page), str(page)

            assert list(found) == ["Overdue", "Waiting for you", "Waiting for others"]
            assert found["Overdue"] == found["Waiting for you"] == ["Accept or decline the offer"]
            assert text.index("Was due 9 November 2026") < text.index("Due 30 November 2026")
        with clock.at(NOW), case("who waits for them"):
            page = home_page(client.signed_in_as(world.head))
            found = groups(page)

            assert list(found) == ["Waiting for you", "Waiting for others"]
            assert len(found["Waiting for others"]) == 4
            assert "Was due 9 November 2026" in str(page)

    def test_is_not_yet_on_the_day_itself(self, world: World, client: LintingClient) -> None:
        with clock.at(EARLIER):
            agreements.offered(world)
        client.signed_in_as(world.provider_lead)

        with clock.at(datetime(2026, 11, 9, 23, 59, tzinfo=UTC)):
            assert "Overdue" not in groups(home_page(client))
        with clock.at(datetime(2026, 11, 10, 0, 1, tzinfo=UTC)):
            assert next(iter(groups(home_page(client)))) == "Overdue"

    def test_the_soonest_due_is_the_first_of_its_group(
        self, world: World, client: LintingClient
    ) -> None:
        for number, day in ((1, 20), (2, 18), (3, 19)):
            with clock.at(datetime(2026, 11, day, 9, tzinfo=UTC)):
                agreements.offered(world, number=number)

        with clock.at(NOW):
            mine = hrefs(home_page(client.signed_in_as(world.provider_lead)))[:3]
        assert mine == [f"/commissions/COM-0000{number}" for number in (2, 3, 1)]


class TestManyRows:
    def test_only_the_first_ten_are_shown_and_the_rest_counted(
        self, world: World, client: LintingClient
    ) -> None:
        for number in range(1, 13):
            agreements.offered(world, number=number)

        page = home_page(client.signed_in_as(world.provider_lead))
        assert len(groups(page)["Waiting for you"]) == 10
        assert rest(page) == {"And 2 more, in commissions.": ["/commissions"]}

    def test_the_rest_is_said_to_be_where_its_kind_stands(
        self, world: World, client: LintingClient, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.setattr(home, "MOST_ROWS", 0)
        make_listing.complete(world)
        asked_of.answered(world)

        assert rest(home_page(client.signed_in_as(world.deputy))) == {
            "And 2 more, in entries and requests.": ["/listing", "/requests"],
            "And 1 more, in requests.": ["/requests"],
        }
        with clock.at(NOW.replace(year=2030)):
            unconfirmed = rest(home_page(client.signed_in_as(world.head_leader)))
        assert unconfirmed == {"And 1 more, in entries.": ["/listing"]}

    @pytest.mark.parametrize(
        ("who", "story"),
        [
            ("head", signing),
            ("provider_lead", visited),
            ("host_head", offered),
            ("broker", submitted),
            ("approver", signed),
            ("quality", in_review),
        ],
    )
    def test_cost_no_statements(
        self, world: World, client: LintingClient, who: str, story: Story
    ) -> None:
        story(world, 1)
        # the first page asks once for what the application then keeps
        client.signed_in_as(getattr(world, who)).get("/")
        few = asked(client)
        # a row that asked for itself would ask for the second too
        story(world, 2)
        client.commit()

        many = asked(client)
        assert many == few, "\n".join(many)


def rest(page: BeautifulSoup) -> dict[str, list[str]]:
    """Return what stands behind each group of what is not shown, with its links."""
    lines = [line for line in page.select("main p") if line.get_text().startswith("And ")]
    return {line.get_text(): [str(a["href"]) for a in line.select("a")] for line in lines}


def asked(client: LintingClient) -> list[str]:
    # a list of keys is as long as there are rows
    return [statement.split(" IN (", maxsplit=1)[0] for statement in client.statements("/")]
