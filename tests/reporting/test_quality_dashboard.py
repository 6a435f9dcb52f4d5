"""Every number that is shown is the number of rows behind it: on the page, in the CSV, anywhere."""

from __future__ import annotations

import csv
import io
from collections import Counter

from bs4 import BeautifulSoup, Tag

from app.commissions.facts import OUTCOME_WORDS, Outcome
from app.extensions import db
from app.quality.facts import Decision
from app.quality.models import ObjectiveOutcome
from app.quality.queries import judgement_of
from app.quality.second.facts import SAMPLING
from tests.cases import Case
from tests.client import LintingClient
from tests.factories import deliveries as make
from tests.factories import quality as after
from tests.factories.world import World

DASHBOARD = "/quality/dashboard"
Sums = dict[str, int]


def busy(world: World) -> None:
    """Make one commission of each kind of end, one that waits, and one nobody evaluated."""
    after.rules(world, off=SAMPLING)
    make.closed(world, number=1, outcome=Outcome.MET)
    make.closed(world, number=2, outcome=Outcome.PARTLY_MET)
    make.closed(world, number=3, outcome=Outcome.NOT_YET)
    make.closed(world, number=4, outcome=Outcome.PARTLY_MET)
    make.evaluating(world, number=5)
    make.in_review(world, number=6)


def numbers(table: Tag) -> list[tuple[str, str, int, str]]:
    """Return for each number its line, its column, the number and where it leads."""
    columns = [th.text for th in table.select("thead th")][1:]
    return [
        (row.th.text, column, int(cell.a.contents[0]), str(cell.a["href"]))
        for row in table.select("tbody tr")
        for column, cell in zip(columns, row.select("td"), strict=True)
    ]


def sums(client: LintingClient, page: BeautifulSoup, outcomes: list[str]) -> dict[str, Sums]:
    """Return how often there was each outcome, at each place that says so."""
    found = {}
    for key in ("area", "phase", "kind"):
        rows = numbers(page.select_one(f"section[aria-labelledby={key}] table"))
        found[key] = {column: n for line, column, n, _href in rows if line == "All"}
        summed: Counter[str] = Counter()
        for line, column, n, _href in rows:
            summed[column] += n if line != "All" else 0
        found[f"{key} summed"] = {column: summed[column] for column in outcomes}
    of_outcomes = numbers(page.select_one("section[aria-labelledby=outcomes] table"))
    found["outcomes"] = {line: number for line, _column, number, _href in of_outcomes}
    record = BeautifulSoup(client.get("/quality/providers/ada-marsh").text, "html.parser")
    cells = [cell.text for cell in record.select("#sums td")][1:5]
    found["record"] = dict(zip(outcomes, map(int, cells), strict=True))
    lines = [
        [cell.text for cell in row.select("td")][1:5]
        for row in record.select("tbody tr:not(#sums)")
    ]
    found["record’s rows"] = {
        text: sum(int(line[place]) for line in lines) for place, text in enumerate(outcomes)
    }
    client.signed_in_as(None)
    public = BeautifulSoup(client.get("/prospectus/ada-marsh").text, "html.parser")
    found["public"] = {div.dt.text: int(div.dd.text) for div in public.select(".app-record > div")}
    return found


class TestEveryTotal:
    def test_is_the_number_of_its_rows_and_the_same_wherever_it_stands(
        self, world: World, client: LintingClient, case: Case
    ) -> None:
        busy(world)
        client.signed_in_as(world.quality)
        page = BeautifulSoup(client.get(DASHBOARD).text, "html.parser")

        with case("each is the number of its rows, in the file too"):
            shown = [one for table in page.select("table") for one in numbers(table)]
            csv_rows = list(csv.reader(io.StringIO(client.get(f"{DASHBOARD}?format=csv").text)))[1:]
            for line, column, number, href in shown:
                rows = BeautifulSoup(client.get(href).text, "html.parser").select("tbody tr")
                assert len(rows) == number, (line, column)
            assert [(row[1], row[2], int(row[3])) for row in csv_rows] == [one[:3] for one in shown]
            assert sum(number for *_names, number, _href in shown) > 0
            # what nobody evaluated is counted, not dropped
            assert "Evaluations are missing in 1 of 6 commissions delivered" in page.text

        with case("met and partly met are the same sum wherever they stand"):
            stored = Counter(outcome.outcome for outcome in db.session.query(ObjectiveOutcome))
            words = {OUTCOME_WORDS[outcome]: number for outcome, number in stored.items()}
            expected = {text: words.get(text, 0) for text in OUTCOME_WORDS.values()}
            found = sums(client, page, list(expected))
            assert expected["Partly met"] == 2
            assert {name: sums for name, sums in found.items() if sums != expected} == {}

        with case("more work needs no more questions to the database"):
            client.signed_in_as(world.quality)
            few = client.statements(DASHBOARD)
            make.closed(world, number=7, decision=Decision.NOT_ASSURED, reasons="No evidence")
            assert len(client.statements(DASHBOARD)) <= len(few)

    def test_what_is_judged_once_or_differently_is_no_outcome_yet(
        self, world: World, client: LintingClient
    ) -> None:
        second = after.judged_differently(world)
        client.signed_in_as(world.third_quality)

        page = BeautifulSoup(client.get(DASHBOARD).text, "html.parser")

        assert judgement_of(second.commission) is None
        outcomes = numbers(page.select_one("section[aria-labelledby=outcomes] table"))
        assert sum(number for *_names, number, _href in outcomes) == 0
        assert "0 of 1 second judgement came to the same" in page.text

    def test_no_such_number(self, world: World, client: LintingClient) -> None:
        client.signed_in_as(world.quality)

        for address in ("due/first/no", "due/no/all", "no/first/all"):
            assert client.get(f"{DASHBOARD}/{address}").status_code == 404
