"""The search page: filters, counts, chips, pages and live updates."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from sqlalchemy import select, update
from sqlalchemy.orm import Session, scoped_session

from app.core import clock
from app.prospectus import names as filter_names
from app.prospectus import services
from app.prospectus.facts import Availability, Mode, Phase, ProviderKind
from app.prospectus.models import DesignationType
from tests.cases import Case
from tests.client import LintingClient
from tests.factories.prospectus import make_entry, make_findable
from tests.prospectus.reading import names, number, soup, total

pytestmark = pytest.mark.usefixtures("reference_data")


@pytest.fixture
def four(reference_data: None) -> None:
    make_entry("Ada Marsh", summary="Phonics in Year 1.", phases=[Phase.PRIMARY])
    make_entry("Bel Stone", expertise={"writing": ""}, phases=[Phase.PRIMARY, Phase.SECONDARY])
    make_entry(
        "Cal Beck",
        expertise={"maths-ks2": ""},
        phases=[Phase.SECONDARY],
        areas=["whole district"],
        modes=[Mode.REMOTE],
        availability=Availability.WAITING_LIST,
    )
    hub = make_entry("Dale Hub", kind=ProviderKind.ORGANISATION, organisation_type="trust")
    services.add_designation(hub, type_code="hub", awarded_on=date(2024, 1, 1))
    make_findable()


FOUND = (
    ("", {"Ada Marsh", "Bel Stone", "Cal Beck", "Dale Hub"}),
    ("q=maths", {"Cal Beck"}),
    ("phase=secondary", {"Bel Stone", "Cal Beck"}),
    ("phase=secondary&phase=primary", {"Ada Marsh", "Bel Stone", "Cal Beck", "Dale Hub"}),
    ("phase=secondary&expertise=writing", {"Bel Stone"}),
    ("kind=organisation", {"Dale Hub"}),
    ("designation=hub", {"Dale Hub"}),
    ("mode=remote", {"Cal Beck"}),
    ("availability=waiting_list", {"Cal Beck"}),
    ("area=Hemsworth", {"Cal Beck"}),
    ("area=Ossett&area=Hemsworth", {"Ada Marsh", "Bel Stone", "Cal Beck", "Dale Hub"}),
)


def test_a_new_name_is_read_at_once_here_and_soon_in_other_processes(
    client: LintingClient, session: scoped_session[Session], monkeypatch: pytest.MonkeyPatch
) -> None:
    kind = session.scalars(select(DesignationType).limit(1)).one()
    monkeypatch.setattr(filter_names, "KEPT_SECONDS", 60)
    assert kind.name in client.get("/prospectus").text

    kind.name = "Renamed here"
    session.flush()
    monkeypatch.setattr(filter_names, "KEPT_SECONDS", 0)
    assert "Renamed here" in client.get("/prospectus").text

    # past the records, as another process would
    session.execute(update(DesignationType.__table__).values(name="Renamed there"))
    assert "Renamed there" in client.get("/prospectus").text


@pytest.mark.usefixtures("four")
class TestFilters:
    def test_values_of_a_facet_widen_and_facets_narrow(
        self, client: LintingClient, case: Case
    ) -> None:
        for query, expected in FOUND:
            with case(query):
                page = soup(client, query)

                assert set(names(page)) == expected
                assert total(page).startswith(f"{len(expected)} provider")

    def test_say_what_was_asked_and_how_much_more_there_is(
        self, client: LintingClient, case: Case
    ) -> None:
        with case("a facet does not count its own choice"):
            page = soup(client, "phase=secondary")

            assert number(page, "phase-primary") == 3
            assert number(page, "phase-secondary") == 2
            assert number(page, "kind-organisation") == 0
            assert number(page, "expertise-writing") == 1
            assert number(page, "area-south-elmsall") == 1
        with case("a chip removes its filter and nothing else"):
            page = soup(client, "q=stone&phase=primary&phase=secondary&expertise=writing&sort=name")

            chips = {chip.get_text().strip("×"): chip["href"] for chip in page.select(".app-chip")}
            assert chips["Remove phase: Primary"] == (
                "/prospectus?q=stone&phase=secondary&expertise=writing&sort=name"
            )
            assert len(chips) == 3
            everything = page.select_one(".app-chips__all")
            assert everything is not None
            assert everything["href"] == "/prospectus?q=stone&sort=name"
        with case("values that do not exist are left out and it is said"):
            page = soup(client, "kind=unicorn&phase=secondary")

            assert len(names(page)) == 2
            assert "were left out" in page.get_text()
        with case(
            "what is chosen is ticked and its group open, and the form repeats what was typed"
        ):
            page = soup(client, "q=writing&expertise=writing&phase=primary&sort=name")

            ticked = {box["value"] for box in page.select("input[type=checkbox][checked]")}
            opened = [part.summary.get_text() for part in page.select(".app-filters__group[open]")]
            assert ticked == {"writing", "primary"}
            assert opened == ["English and literacy"]
            box, order = page.select_one("#q"), page.select_one("input[name=sort]")
            assert box is not None
            assert box["value"] == "writing"
            assert order is not None
            assert order["value"] == "name"

    def test_a_hit_says_why_it_is_there_and_names_the_area_asked_for_first(
        self, client: LintingClient
    ) -> None:
        why = soup(client, "q=maths").select_one(".app-hit__why")
        assert why is not None
        assert why.get_text() == "Matches: maths in expertise"

        make_entry("Eve", expertise={"phonics": "", "writing": "boys", "maths-ks2": ""})
        make_findable()
        for query, first in (("q=Eve+boys", "Writing"), ("expertise=maths-ks2&q=Eve", "Maths")):
            facts = soup(client, query).select_one(".app-hit__facts")
            assert facts is not None
            assert facts.get_text().strip().removeprefix("Expertise ").startswith(first)


class TestOrder:
    def test_is_explained_with_the_freshness_of_each(self, client: LintingClient) -> None:
        today = clock.today()
        make_entry("Cal", confirmed_on=today - timedelta(days=1))
        make_entry("ada", confirmed_on=today - timedelta(days=30))
        make_entry("Bel", confirmed_on=today)
        make_findable()

        assert names(soup(client, "sort=name")) == ["ada", "Bel", "Cal"]
        assert names(soup(client, "sort=confirmed")) == ["Bel", "Cal", "ada"]
        text = soup(client).get_text()
        assert "drawn by lot" in text
        for words in ("Confirmed today", "Confirmed yesterday", "Confirmed 30 days ago"):
            assert words in text


class TestPages:
    def test_follow_one_another_keep_the_question_and_cost_no_statements_by_hit(
        self, client: LintingClient, case: Case
    ) -> None:
        for place in range(41):
            make_entry(f"Person {place:02}")
        make_findable()

        with case("one after another"):
            shown = [names(soup(client, f"sort=name&page={page}")) for page in (1, 2, 3)]

            assert [len(some) for some in shown] == [20, 20, 1]
            assert [name for some in shown for name in some] == [
                f"Person {place:02}" for place in range(41)
            ]
        with case("links keep the question"):
            page = soup(client, "sort=name&phase=primary&page=2")

            links = {link["href"] for link in page.select(".govuk-pagination a")}
            assert "/prospectus?phase=primary&sort=name" in links
            assert "/prospectus?phase=primary&sort=name&page=3" in links
        for there, first in (("99", "Person 40"), ("x", "Person 00")):
            with case(f"page {there}, which is not there"):
                assert names(soup(client, f"sort=name&page={there}"))[0] == first
        with case("statements do not grow with the hits"):
            client.get("/prospectus")
            many = len(client.statements("/prospectus?sort=name"))
            one = len(client.statements("/prospectus?q=%22Person+07%22"))

            assert many == one
            assert many <= 10


class TestLive:
    def test_the_fragment_updates_results_total_and_counts(
        self, client: LintingClient, case: Case
    ) -> None:
        make_entry("Ada Marsh")
        make_findable()

        response = client.fragment("/prospectus?q=&kind=person&sort=")

        fragment = client.soup(response)
        assert "<html" not in response.text
        assert names(fragment) == ["Ada Marsh"]
        status = fragment.select_one("#result-count[hx-swap-oob=innerHTML]")
        assert status is not None
        assert status.get_text() == "1 provider"
        assert number(fragment, "phase-primary") == 1
        assert response.headers["HX-Push-Url"] == "/prospectus?kind=person"
        assert fragment.select("input:not([type=hidden])") == []
        updated = {part["id"] for part in fragment.select("[hx-swap-oob]")}
        assert len(updated) > 20

        answer = client.get("/prospectus")
        with case("the page has everything that is updated"):
            assert updated <= {part["id"] for part in client.soup(answer).select("[id]")}
        with case("caches may not mix up page and fragment"):
            assert "HX-Request" in answer.headers["Vary"]
