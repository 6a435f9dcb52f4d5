"""The public pages of the register."""

from pathlib import Path

import pytest
from sqlalchemy import event
from sqlalchemy.orm import Session, scoped_session

from app.schools.models import School
from tests.cases import Case
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
    def test_everybody_finds_a_school_by_what_they_know_of_it(
        self, client: LintingClient, case: Case
    ) -> None:
        with case("the whole register with closed schools last"):
            names = ["Harewood Centre Nursery School", "Northfield", "St Austin's School"]
            assert found(client, "") == names
        for words in ("108136", "WF10+9AB", "wf109", "austins", "st+austin's", "castleford+school"):
            with case(f"by number, postcode, name and town: {words}"):
                assert found(client, f"q={words}") == ["St Austin's School"]
        with case("a laestab finds every school that had it"):
            assert len(found(client, "q=384/1002")) == 3
        with case("phase and status narrow the list"):
            asked = "phase=Nursery&phase=Primary&status=closed"
            assert found(client, asked) == ["St Austin's School"]
            assert found(client, "status=proposed-to-close") == ["Northfield"]
        for query in ("q=zzzz", "q=%25", "q=_", "phase=None"):
            with case(f"nothing found says what to do: {query}"):
                assert "No schools found" in client.get(f"/schools?{query}").text
        for query in ("q=%00", "page=-1", "page=99999999", "status=x", "sort=x", "q=" + "9" * 400):
            with case(f"nonsense in the address is no error: {query}"):
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
    def test_says_what_is_known_and_what_is_not(self, client: LintingClient, case: Case) -> None:
        before, after = client.get("/schools/108136"), client.get("/schools/108134").text
        with case("a school that closed"):
            text = " ".join(client.soup(before).get_text().split())
            assert "This school closed on 31 August 2000." in text
            assert "Withheld by the publisher because the number is small" in text
            missing = "Not recorded in the register: Counted on, Eligible for free school meals"
            assert missing in text
            assert "Get Information about Schools" in text
        with case("links work from either end"):
            assert "Followed by" in before.text
            assert 'href="/schools/108134"' in before.text
            assert "Schools before this one" in after
            assert "not in this register" in before.text
        with case("groups are listed"):
            assert "Abbey Trust" in after
        with case("only a checked website is a link"):
            assert 'href="http://www.harewood.example"' in after
            assert 'href="javascript' not in before.text
            assert "javascript:alert(1)" in before.text
        with case("a conversion in progress is said in words"):
            page = client.get("/schools/130859").text
            assert "Open, but proposed to close" in page
            assert "is expected to close" in page

    def test_an_unknown_school_is_not_found_and_an_invented_one_says_so(
        self, client: LintingClient, session: scoped_session[Session], case: Case
    ) -> None:
        for urn in ("1", "999999", "99999999999999999999", "x"):
            with case(urn):
                assert client.get(f"/schools/{urn}").status_code == 404
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
