"""Distances on the pages of the prospectus: from a postcode or from the reader's own school."""

from __future__ import annotations

from urllib.parse import quote

import pytest
from bs4 import BeautifulSoup

from app.accounts.models import RoleAssignment
from app.accounts.roles import Role
from app.extensions import db
from app.prospectus.nearness import (
    CHOOSE_SCHOOL,
    ENTER_POSTCODE,
    SIGN_IN,
    distance_words,
    nearness_of,
)
from app.prospectus.reader import VISITOR, Reader
from app.schools.models import School
from tests.cases import Case
from tests.client import LintingClient
from tests.factories.prospectus import LONG_AGO, make_entry, make_findable, make_person
from tests.prospectus.reading import names, soup, total

ELM = School(urn=900201, name="Elm Primary School", postcode="WF1 2EB")
OAK = School(urn=900202, name="Oak Academy", postcode="WF8 1AA")
LOST = School(urn=900203, name="Lost School")


def text_of(page: BeautifulSoup, selector: str) -> str:
    part = page.select_one(selector)
    assert part is not None
    return " ".join(part.get_text().split())


def distances(page: BeautifulSoup) -> dict[str, str]:
    found = {}
    for hit in page.select(".app-hit"):
        far = hit.select_one(".app-hit__distance")
        found[text_of(hit, ".app-hit__name")] = far.get_text() if far else ""
    return found


def sorts(page: BeautifulSoup) -> list[str]:
    return [link.get_text() for link in page.select(".app-sorts a")]


@pytest.mark.parametrize(
    ("miles", "words"),
    [
        (None, ""),
        (0.0, "Less than a mile"),
        (0.99, "Less than a mile"),
        (1.0, "1 mile"),
        (3.24, "3.2 miles"),
        (9.94, "9.9 miles"),
        (9.96, "10 miles"),
        (41.5, "42 miles"),
    ],
)
def test_how_far_is_said_in_miles(miles: float | None, words: str) -> None:
    assert distance_words(miles) == words


class TestPlace:
    @pytest.mark.parametrize("asked", ["wf12eb", "WF1 2EB", " wf1 2eb "])
    def test_a_postcode(self, asked: str) -> None:
        near = nearness_of(asked.strip(), VISITOR)

        assert (near.place, near.problem) == ("WF1 2EB", "")
        assert near.point is not None

    def test_the_only_school_is_assumed_and_may_be_named(self) -> None:
        reader = Reader(is_signed_in=True, schools=[ELM])

        assumed, named = nearness_of("", reader), nearness_of("school", reader)

        assert assumed.place == named.place == "Elm Primary School"
        assert assumed.is_assumed
        assert not named.is_assumed

    def test_of_several_schools_none_is_assumed(self) -> None:
        reader = Reader(is_signed_in=True, schools=[ELM, OAK])

        assert nearness_of("", reader).point is None
        assert nearness_of("school", reader).problem == CHOOSE_SCHOOL
        assert nearness_of("900202", reader).place == "Oak Academy"

    def test_the_school_of_others_is_answered_like_nonsense(self) -> None:
        for reader in (VISITOR, Reader(is_signed_in=True, schools=[ELM])):
            others, nonsense = nearness_of("900202", reader), nearness_of("900999", reader)
            assert others.point is None
            assert others.problem == nonsense.problem == ENTER_POSTCODE

    def test_a_visitor_has_no_school(self) -> None:
        assert nearness_of("school", VISITOR).problem == SIGN_IN

    def test_a_school_without_a_place_is_told_only_when_asked_for(self) -> None:
        reader = Reader(is_signed_in=True, schools=[LOST])

        assert nearness_of("", reader).problem == ""
        assert "does not say where Lost School is" in nearness_of("school", reader).problem


@pytest.fixture
def three(reference_data: None) -> None:
    """One entry in Wakefield, one in Pontefract, one that nobody can place."""
    db.session.get_one(School, 900201).postcode = "WF1 2EB"
    db.session.get_one(School, 900202).postcode = "WF8 1AA"
    make_entry("Nobody Placed", host_urn=None)
    make_entry("Pontefract", host_urn=900202)
    make_entry("Wakefield", host_urn=900201)
    make_findable()


@pytest.mark.usefixtures("three")
class TestSearchPage:
    def test_a_postcode_shows_distances_and_can_be_sorted_by(
        self, client: LintingClient, case: Case
    ) -> None:
        page = soup(client, "near=wf12eb&sort=distance")

        assert distances(page) == {
            "Wakefield": "Less than a mile away",
            "Pontefract": "8 miles away",
            "Nobody Placed": "",
        }
        assert names(page) == ["Wakefield", "Pontefract", "Nobody Placed"]
        assert names(soup(client, "near=WF8+1AA&sort=distance"))[0] == "Pontefract"
        assert "Distances are from WF1 2EB." in text_of(page, "#near-message")
        assert "Royal Mail" in page.get_text()

        with case("it leaves by its chip and the order with it"):
            chip = soup(client, "q=helped&near=WF1+2EB&sort=distance").select_one(".app-chip")
            assert chip is not None
            assert chip.get_text().startswith("Remove near: Near WF1 2EB")

            without = client.soup(client.get(str(chip["href"])))

            assert without.select(".app-hit__distance, .app-chip") == []
            assert sorts(without) == ["Best match", "Name", "Recently confirmed"]
        with case("the entry says how far it is from where the reader searched"):
            hit = page.find("a", string="Pontefract")
            assert hit is not None
            address = str(hit["href"])
            searched = {"Referer": "http://localhost/prospectus?near=WF1+2EB"}

            came = client.soup(client.get(address, headers=searched))

            assert "8 miles from WF1 2EB" in text_of(came, ".app-card")
            assert "miles" not in text_of(client.soup(client.get(address)), ".app-card")

    def test_what_is_no_postcode_is_told_and_the_list_stays_whole(
        self, client: LintingClient, case: Case
    ) -> None:
        for typed in ("WF1", "SW1A 1AA", "900201", "<script>", "%s", "é" * 5000, "1' OR 1=1"):
            with case(typed):
                page = soup(client, f"near={quote(typed)}&sort=distance")

                # said in the status, too, for whoever cannot see the field change
                assert total(page) == f"3 providers. {ENTER_POSTCODE}"
                assert text_of(page, "#near-message") == f"Error: {ENTER_POSTCODE}"
                assert page.select(".app-hit__distance, .app-chip") == []
                assert text_of(page, ".app-sorts [aria-current]") == "Best match"
                box = page.select_one("#near[aria-describedby=near-message]")
                assert box is not None
                assert box["value"] == typed[:20]
        with case("a live update tells what was typed"):
            response = client.fragment("/prospectus?q=&near=wf1&sort=")

            page = client.soup(response)
            told = text_of(page, "#near-message[hx-swap-oob=innerHTML]")
            assert told == f"Error: {ENTER_POSTCODE}"
            assert response.headers["HX-Push-Url"] == "/prospectus?near=wf1"

    def test_the_only_school_of_the_reader_shows_distances_and_keeps_the_order(
        self, client: LintingClient, case: Case
    ) -> None:
        before, visitor = names(soup(client)), soup(client, "near=900201")
        client.signed_in_as(make_person("governor", Role.GOVERNOR, school_urn=900202))

        page = soup(client)

        assert names(page) == before
        assert distances(page)["Wakefield"] == "8 miles away"
        assert page.select(".app-chip") == []
        assert "Distances are from Oak Academy." in text_of(page, "#near-message")
        assert names(soup(client, "sort=distance"))[0] == "Pontefract"
        # a postcode goes before the school
        assert distances(soup(client, "near=WF1+2EB"))["Pontefract"] == "8 miles away"
        with case("nobody counts from the school of others"):
            for seen in (visitor, soup(client, "near=900201")):
                assert "Elm Primary School" not in text_of(seen, "#near-message")
                assert seen.select(".app-hit__distance") == []
        with case("schools cost one statement however many hits"):
            many = len(client.statements("/prospectus?sort=distance"))
            one = len(client.statements("/prospectus?q=Pontefract&sort=distance"))

            assert many == one

    def test_of_several_schools_one_is_chosen_and_kept(self, client: LintingClient) -> None:
        person = make_person("head", Role.HEAD, school_urn=900202)
        person.assignments.append(
            RoleAssignment(role=Role.GOVERNOR, school_urn=900201, starts_on=LONG_AGO)
        )
        db.session.flush()
        client.signed_in_as(person)
        page = soup(client)
        assert page.select(".app-hit__distance") == []
        links = {link.get_text(): str(link["href"]) for link in page.select("#near-message a")}
        assert list(links) == ["Elm Primary School", "Oak Academy"]

        chosen = client.soup(client.get(links["Oak Academy"]))

        assert distances(chosen)["Pontefract"] == "Less than a mile away"
        kept = [str(box["value"]) for box in chosen.select("form#search input[name=near]")]
        assert kept == ["", "900202"]
        # as the form sends it
        assert distances(soup(client, "q=&near=&near=900202"))["Wakefield"] == "8 miles away"
        assert distances(soup(client, "near=WF1+2EB&near=900202"))["Pontefract"] != ""
