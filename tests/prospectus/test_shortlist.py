"""The shortlist: kept for the session or the account, private, compared side by side."""

from __future__ import annotations

import pytest
from sqlalchemy import select

from app.accounts.passwords import hash_password
from app.core.errors import DomainError
from app.extensions import db
from app.prospectus.facts import ListingStatus
from app.prospectus.models import Provider, ShortlistItem
from app.prospectus.services import set_expertise
from app.prospectus.shortlist import services
from app.prospectus.shortlist.compare import Fact
from app.prospectus.shortlist.queries import MOST_KEPT, ids_of
from tests.client import LintingClient
from tests.factories.prospectus import make_findable
from tests.factories.world import World, make_provider

HTMX = {"HX-Request": "true"}


def kept_names(client: LintingClient) -> list[str]:
    page = client.soup(client.get("/shortlist"))
    return [heading.get_text().strip() for heading in page.select(".app-kept h2")]


def add(client: LintingClient, *providers: Provider) -> None:
    for provider in providers:
        assert client.post(f"/shortlist/{provider.slug}/add").status_code == 303


class TestKeeping:
    def test_a_visitor_keeps_entries_in_the_order_of_adding(
        self, client: LintingClient, world: World
    ) -> None:
        add(client, world.other_provider, world.provider, world.other_provider)

        assert kept_names(client) == ["Bel Stone", "Ada Marsh"]
        assert db.session.scalars(select(ShortlistItem)).all() == []

    def test_an_account_keeps_them_where_nobody_else_sees_them(
        self, client: LintingClient, world: World
    ) -> None:
        add(client.signed_in_as(world.head), world.provider)

        assert kept_names(client.signed_in_as(world.head)) == ["Ada Marsh"]
        assert kept_names(client.signed_in_as(world.deputy)) == []
        assert kept_names(client.signed_in_as(None)) == []

    def test_signing_in_brings_the_visitors_list_along_once(
        self, client: LintingClient, world: World
    ) -> None:
        world.head.password_hash = hash_password("a long enough password")
        services.keep(world.leader_provider, world.head)
        services.keep(world.provider, world.head)
        add(client, world.provider, world.other_provider)

        client.submit("/sign-in", {"email": world.head.email, "password": "a long enough password"})

        assert kept_names(client) == ["Cal Beck", "Ada Marsh", "Bel Stone"]
        client.post("/sign-out")
        assert kept_names(client) == []

    def test_one_too_many_is_refused_with_what_to_do(
        self, client: LintingClient, world: World
    ) -> None:
        ids = list(range(1, MOST_KEPT + 1))
        with client.session_transaction() as session:
            session["shortlist"] = [number + 900_000 for number in ids]

        answer = client.post(f"/shortlist/{world.provider.slug}/add", headers=HTMX)

        assert answer.status_code == 422
        assert "Remove one to add another" in answer.text
        with client.session_transaction() as session:
            assert len(session["shortlist"]) == MOST_KEPT

    def test_a_full_account_takes_no_more(self, world: World) -> None:
        kind, area = world.provider.designations[0].type, world.area
        for number in range(MOST_KEPT):
            one = make_provider(f"one-{number}", f"One {number}", world.host, area, kind)
            db.session.flush()
            services.keep(one, world.head)

        with pytest.raises(DomainError, match="which is the most"):
            services.keep(world.provider, world.head)
        assert len(ids_of(world.head)) == MOST_KEPT


class TestButton:
    def test_it_leads_back_to_the_same_place_of_the_same_search(
        self, client: LintingClient, world: World
    ) -> None:
        make_findable()
        add_url = f"/shortlist/{world.provider.slug}/add"

        back = client.submit("/prospectus?q=phonics&sort=name", action=add_url).location

        assert back == f"/prospectus?q=phonics&sort=name#hit-{world.provider.id}"
        page = client.soup(client.get("/prospectus?q=phonics&sort=name"))
        hit = page.select_one(f"#hit-{world.provider.id}")
        assert hit is not None
        assert "Remove from shortlist" in hit.get_text()
        assert "Shortlist (1)" in page.get_text()

    @pytest.mark.parametrize(
        "elsewhere", ["https://evil.example/", "//evil.example", "/prospectus\\@evil", "/requests"]
    )
    def test_it_leads_nowhere_else(
        self, client: LintingClient, world: World, elsewhere: str
    ) -> None:
        url = f"/shortlist/{world.provider.slug}/add"

        assert client.post(url, data={"back": elsewhere}).location == "/shortlist"

    def test_with_htmx_button_count_and_words_are_swapped(
        self, client: LintingClient, world: World
    ) -> None:
        page = client.soup(client.get(f"/prospectus/{world.provider.slug}"))
        answer = client.post(f"/shortlist/{world.provider.slug}/add", headers=HTMX)

        swapped = client.soup(answer)
        for part in swapped.select("[hx-swap-oob]"):
            assert page.find(id=part["id"]), part
        form = swapped.form
        assert form is not None
        assert form["action"] == f"/shortlist/{world.provider.slug}/remove"
        # the same id, so that the keyboard stays on the button
        assert page.find(id=form.button["id"]) if form.button else False
        assert "Ada Marsh is on your shortlist." in answer.text


class TestNoLongerPublic:
    def test_it_says_so_and_can_only_be_removed(self, client: LintingClient, world: World) -> None:
        add(client, world.provider, world.other_provider)
        world.provider.listing = ListingStatus.HIDDEN
        world.provider.headline = "A secret headline"

        page = client.get("/shortlist")

        assert "no longer in the prospectus" in page.text
        assert "A secret headline" not in page.text
        compared = client.get("/shortlist/compare?entry=ada-marsh&entry=bel-stone")
        assert "Ada Marsh" not in compared.text
        client.submit("/shortlist", action="/shortlist/ada-marsh/remove")
        assert kept_names(client) == ["Bel Stone"]
        # whoever never had it is not told that it exists
        assert client.post("/shortlist/ada-marsh/remove").status_code == 404
        assert client.post("/shortlist/ada-marsh/add").status_code == 404


class TestCompare:
    def facts(self, client: LintingClient, query: str = "") -> dict[str, list[str]]:
        page = client.soup(client.get(f"/shortlist/compare?entry=ada-marsh&entry=bel-stone{query}"))
        return {
            row.th.get_text(): [cell.get_text() for cell in row.select("td")]
            for row in page.select("tbody tr")
            if row.th and row.select("td")
        }

    def test_what_only_schools_see_is_left_out_for_others(
        self, client: LintingClient, world: World
    ) -> None:
        add(client, world.provider, world.other_provider)
        facts = self.facts(client)
        assert "Rate" not in facts
        assert not any(name.startswith("Days left") for name in facts)

        add(client.signed_in_as(world.head), world.provider, world.other_provider)
        facts = self.facts(client)
        assert facts["Rate"] == ["£350 a day", "£350 a day"]
        assert [v for name, v in facts.items() if name.startswith("Days left")] == [
            ["20 days", "20 days"]
        ]

    def test_the_expertise_looked_for_comes_along_from_the_search(
        self, client: LintingClient, world: World
    ) -> None:
        set_expertise(world.other_provider, {})
        add(client, world.provider, world.other_provider)

        facts = self.facts(client, "&expertise=phonics")

        assert facts["Expertise you looked for"] == ["Phonics and early reading", "Not listed"]

    def test_only_the_own_list_is_compared(self, client: LintingClient, world: World) -> None:
        add(client, world.provider)

        assert (
            "Tick at least two"
            in client.get("/shortlist/compare?entry=ada-marsh&entry=bel-stone").text
        )

    def test_differences_stand_apart(self) -> None:
        assert Fact("Phases", [["Primary"], ["Secondary"]]).differs
        assert not Fact("Serves", [["Ossett", "Wakefield"], ["Wakefield", "Ossett"]]).differs

    def test_more_entries_cost_no_more_statements(
        self, client: LintingClient, world: World
    ) -> None:
        client.signed_in_as(world.head)
        add(client, world.provider)
        one = len(client.statements("/shortlist"))
        add(client, world.other_provider)
        url = "/shortlist/compare?entry=ada-marsh&entry=bel-stone&entry=cal-beck"
        two = len(client.statements(url))
        add(client, world.leader_provider)

        assert len(client.statements("/shortlist")) == one
        assert len(client.statements(url)) == two
