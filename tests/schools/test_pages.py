"""The public pages of the register."""

from pathlib import Path

import pytest
from sqlalchemy import event
from sqlalchemy.orm import Session, scoped_session

from app.schools.models import School
from tests.client import LintingClient
from tests.schools.files import DATA, LINK, Importer, write_csv


@pytest.fixture
def register(importer: Importer, tmp_path: Path) -> None:
    closed = {
        "URN": "108136",
        "EstablishmentName": "St Austin's School",
        "EstablishmentStatus (code)": "2",
        "EstablishmentStatus (name)": "Closed",
        "CloseDate": "31-08-2000",
        "NumberOfPupils": "SUPP",
        "Postcode": "WF109AB",
        "Town": "Castleford",
        "SchoolWebsite": "javascript:alert(1)",
        "PhaseOfEducation (name)": "Primary",
    }
    opened = {"SchoolWebsite": "www.harewood.example", "PhaseOfEducation (name)": "Nursery"}
    closing = {
        "URN": "130859",
        "EstablishmentName": "Northfield",
        "EstablishmentStatus (code)": "3",
        "EstablishmentStatus (name)": "Open, but proposed to close",
    }
    member = {"URN": "108134", "Group UID": "2044", "Group Name": "Abbey Trust"}
    importer.counts(
        write_csv(tmp_path / "a.csv", opened, closed, closing),
        write_csv(tmp_path / "b.csv", {}, {"URN": "108136", "LinkURN": "108134"}, of=LINK),
        write_csv(tmp_path / "c.csv", member, of={}),
    )


def found(client: LintingClient, query: str) -> list[str]:
    page = client.soup(client.get(f"/schools?{query}"))
    return [heading.get_text().strip() for heading in page.select("main h3")]


@pytest.mark.usefixtures("register")
class TestSearch:
    def test_everybody_sees_the_register_with_closed_schools_last(
        self, client: LintingClient
    ) -> None:
        names = ["Harewood Centre Nursery School", "Northfield", "St Austin's School"]
        assert found(client, "") == names

    @pytest.mark.parametrize(
        "words",
        ["108136", "WF10+9AB", "wf109", "austins", "st+austin's", "castleford+school"],
    )
    def test_a_school_is_found_by_number_postcode_name_and_town(
        self, client: LintingClient, words: str
    ) -> None:
        assert found(client, f"q={words}") == ["St Austin's School"]

    def test_a_laestab_finds_every_school_that_had_it(self, client: LintingClient) -> None:
        assert len(found(client, "q=384/1002")) == 3

    def test_phase_and_status_narrow_the_list(self, client: LintingClient) -> None:
        assert found(client, "phase=Nursery&phase=Primary&status=closed") == ["St Austin's School"]
        assert found(client, "status=proposed-to-close") == ["Northfield"]

    @pytest.mark.parametrize("query", ["q=zzzz", "q=%25", "q=_", "phase=None"])
    def test_nothing_found_says_what_to_do(self, client: LintingClient, query: str) -> None:
        assert "No schools found" in client.get(f"/schools?{query}").text

    @pytest.mark.parametrize(
        "query", ["q=%00", "page=-1", "page=99999999", "status=x", "sort=x", "q=" + "9" * 400]
    )
    def test_nonsense_in_the_address_is_no_error(self, client: LintingClient, query: str) -> None:
        assert client.get(f"/schools?{query}").status_code == 200

    def test_pages_keep_the_search(
        self, client: LintingClient, importer: Importer, tmp_path: Path
    ) -> None:
        rows = [{"URN": str(200_000 + n), "EstablishmentName": f"Hill {n}"} for n in range(25)]
        importer.counts(write_csv(tmp_path / "d.csv", *rows))
        page = client.soup(client.get("/schools?q=hill&status=open"))
        link = page.select_one("a[rel=next]")
        assert link is not None
        assert "25 schools" in page.get_text()
        assert len(client.soup(client.get(str(link["href"]))).select("main h3")) == 5


@pytest.mark.usefixtures("register")
class TestSchoolPage:
    def test_what_is_known_and_what_is_not(self, client: LintingClient) -> None:
        text = " ".join(client.soup(client.get("/schools/108136")).get_text().split())
        assert "This school closed on 31 August 2000." in text
        assert "Withheld by the publisher because the number is small" in text
        assert "Not recorded in the register: Counted on, Eligible for free school meals" in text
        assert "Get Information about Schools" in text

    def test_a_conversion_in_progress_is_said_in_words(self, client: LintingClient) -> None:
        page = client.get("/schools/130859").text
        assert "Open, but proposed to close" in page
        assert "is expected to close" in page

    def test_links_work_from_either_end(self, client: LintingClient) -> None:
        before, after = client.get("/schools/108136").text, client.get("/schools/108134").text
        assert "Followed by" in before
        assert 'href="/schools/108134"' in before
        assert "Schools before this one" in after
        assert "not in this register" in before

    def test_groups_are_listed(self, client: LintingClient) -> None:
        assert "Abbey Trust" in client.get("/schools/108134").text

    def test_only_a_checked_website_is_a_link(self, client: LintingClient) -> None:
        assert 'href="http://www.harewood.example"' in client.get("/schools/108134").text
        suspicious = client.get("/schools/108136").text
        assert 'href="javascript' not in suspicious
        assert "javascript:alert(1)" in suspicious

    @pytest.mark.parametrize("urn", ["1", "999999", "99999999999999999999", "x"])
    def test_an_unknown_school_is_not_found(self, client: LintingClient, urn: str) -> None:
        assert client.get(f"/schools/{urn}").status_code == 404

    def test_an_invented_school_says_so(
        self, client: LintingClient, session: scoped_session[Session]
    ) -> None:
        session.add(
            School(
                urn=900001, name="Larkmoor", invented=True, authority_code="384", status_code="1"
            )
        )
        session.flush()
        assert "invented for the demonstration" in client.get("/schools/900001").text


class TestStatements:
    def test_the_list_costs_the_same_for_three_schools_and_for_twenty(
        self, client: LintingClient, importer: Importer, tmp_path: Path
    ) -> None:
        def cost() -> int:
            seen: list[str] = []

            def note(*arguments: object) -> None:
                seen.append(str(arguments[2]))

            event.listen(client.watch, "before_cursor_execute", note)
            client.get("/schools")
            event.remove(client.watch, "before_cursor_execute", note)
            return len(seen)

        importer.counts(DATA / "other-133-columns-cp1252.csv")
        few = cost()
        rows = [{"URN": str(200_000 + number)} for number in range(20)]
        importer.counts(write_csv(tmp_path / "a.csv", *rows))
        assert cost() == few
