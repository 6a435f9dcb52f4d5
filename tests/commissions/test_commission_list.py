from __future__ import annotations

import csv
import io
from collections.abc import Iterable
from datetime import UTC, datetime, timedelta

import pytest
from werkzeug.test import TestResponse

from app.commissions.facts import Asked
from app.commissions.models import Commission
from app.commissions.next_steps import Actor, commission_next
from app.commissions.permissions import can_see_commission
from app.commissions.plans import services as plans
from app.commissions.queries.commissions import CommissionSearch, all_commissions
from app.commissions.reviews import services as reviews
from app.commissions.services import respond
from app.core import clock
from tests.cases import Case
from tests.client import LintingClient
from tests.factories import agreements, changes, deliveries
from tests.factories.world import World

READERS = (
    "head",
    "deputy",
    "chair",
    "provider_lead",
    "host_head",
    "head_leader",
    "leader_chair",
    "broker",
    "approver",
    "quality",
    "other_head",
    "other_provider_lead",
    "other_broker",
    "forum",
    "administrator",
)
STATES = ("offered", "agreeing", "complete", "rejected", "signing", "signed", "approved")
# beyond these, what is asked before an approval
ASKED = (Asked.BROKER, Asked.PROVIDER)


@pytest.fixture
def commissions(world: World) -> list[Commission]:
    made = [getattr(agreements, state)(world, number=n) for n, state in enumerate(STATES, 1)]
    halfway = agreements.signing(world, number=len(STATES) + 1)
    agreements.sign_as(world.head, halfway)
    made.append(halfway)
    made.append(agreements.offered(world, number=len(STATES) + 2, provider=world.leader_provider))
    made += [agreements.asked(world, number=n, of=of) for n, of in enumerate(ASKED, 10)]
    made.append(agreements.conditional(world, number=12))
    made.append(agreements.refused(world, number=13))
    made.append(agreements.challenged(world, number=14))
    late = agreements.refused(world, number=15)
    late.challenge_until = clock.today() - timedelta(days=1)
    made.append(late)
    return made


def references(client: LintingClient, url: str) -> list[str]:
    return listed_on(client, client.get(url))


def listed_on(client: LintingClient, page: TestResponse) -> list[str]:
    assert page.status_code == 200
    return [
        str(a["href"]).rsplit("/", 1)[1]
        for a in client.soup(page).find("main").select("th a[href^='/commissions/COM-']")
    ]


def same_turns_in_sql_and_in_words(
    world: World, made: list[Commission], actors: Iterable[Actor]
) -> None:
    turns = {c: {step.actor for step in commission_next(c)} for c in made}
    listed = {a: set(all_commissions(world.broker, CommissionSearch(turn=a))) for a in actors}

    assert listed == {a: {c for c in made if a in turns[c]} for a in actors}


class TestTheList:
    def test_is_of_what_each_may_see_and_asks_for(
        self, world: World, commissions: list[Commission], client: LintingClient, case: Case
    ) -> None:
        with case("exactly what each may see"):
            listed, seen = {}, {}
            for who in READERS:
                person = getattr(world, who)
                listed[who] = set(all_commissions(person, CommissionSearch()))
                seen[who] = {c for c in commissions if can_see_commission(person, c)}

            assert listed == seen

        with case("by turn the same in SQL and in words"):
            made = [*commissions, changes.paused(world, number=16)]
            made += [changes.proposed(world, number=17), changes.change_signed(world, number=18)]

            same_turns_in_sql_and_in_words(world, made, Actor)

        client.signed_in_as(world.broker)
        with case("by status, turn and words"):
            assert references(client, "/commissions?status=approved") == ["COM-00007", "COM-00012"]
            assert references(client, "/commissions?turn=approver") == ["COM-00006", "COM-00014"]
            assert references(client, "/commissions?q=cal+beck") == ["COM-00009"]
            assert references(client, "/commissions?q=00003") == ["COM-00003"]
            assert references(client, "/commissions?q=100%25") == []
            nonsense = "/commissions?status=nonsense&turn=x&sort=y&page=zz"
            assert len(references(client, nonsense)) == 15
            both = references(client, "/commissions?status=approved&status=offered")
            assert sorted(both) == ["COM-00001", "COM-00007", "COM-00009", "COM-00012"]

        with case("on pages of twenty"):
            for number in range(16, 24):
                agreements.offered(world, number=number)

            first = references(client, "/commissions?sort=newest-step")
            second = references(client, "/commissions?sort=newest-step&page=2")

            assert (len(first), len(second)) == (20, 3)
            assert len(set(first + second)) == 23

        with case("as a file with what the list has and no formula"):
            commissions[0].request.title = "=HYPERLINK(1)"

            answer = client.get("/commissions?format=csv&status=offered")

            rows = list(csv.reader(io.StringIO(answer.text.removeprefix("\ufeff"))))
            assert answer.mimetype == "text/csv"
            assert "attachment" in answer.headers["Content-Disposition"]
            assert [row[0] for row in rows] == ["Reference", "COM-00001", "COM-00009"]
            assert rows[1][1] == "'=HYPERLINK(1)"
            assert rows[1][-1] == "900.00"

        with case("others export only their own"):
            answer = client.signed_in_as(world.other_head).get("/commissions?format=csv")

            assert answer.text.count("COM-") == 0

    def test_is_by_turn_the_same_while_the_support_is_under_way(self, world: World) -> None:
        def now_and_later() -> None:
            for days in (0, 40):
                with clock.at(clock.now() + timedelta(days=days)):
                    same_turns_in_sql_and_in_words(world, [work], (Actor.SCHOOL, Actor.PROVIDER))

        work = deliveries.started(world)
        now_and_later()
        plans.propose(commission=work, by=world.provider_lead, steps=[deliveries.plan_step()])
        now_and_later()
        plans.agree(plan=work.plans[0], by=world.head)
        now_and_later()
        start = deliveries.review_answers(work)
        reviews.record_review(commission=work, by=world.provider_lead, answers=start)
        now_and_later()


class TestThePage:
    def test_sorts(self, world: World, client: LintingClient) -> None:
        with clock.at(datetime(2026, 11, 2, 9, tzinfo=UTC)):
            agreements.offered(world, number=1, pence=500)
        with clock.at(datetime(2026, 11, 9, 9, tzinfo=UTC)):
            agreements.offered(world, number=2, pence=900_000)
        client.signed_in_as(world.broker)
        ones = ["COM-00001", "COM-00002"]

        assert references(client, "/commissions") == ones
        assert references(client, "/commissions?sort=newest-step") == ones[::-1]
        assert references(client, "/commissions?sort=value") == ones[::-1]
        assert references(client, "/commissions?sort=start") == ones

    def test_age_is_in_working_days(self, world: World, client: LintingClient) -> None:
        with clock.at(datetime(2026, 11, 13, 9, tzinfo=UTC)):
            agreements.offered(world)
        with clock.at(datetime(2026, 11, 23, 9, tzinfo=UTC)):
            page = client.signed_in_as(world.broker).get("/commissions")

        cells = client.soup(page).select("td.govuk-table__cell--numeric")
        assert [cell.get_text(strip=True) for cell in cells] == ["6"]
        assert "Overdue" in page.text

    def test_what_has_ended_waits_for_nothing_and_stands_last(
        self, world: World, client: LintingClient
    ) -> None:
        with clock.at(datetime(2026, 11, 2, 9, tzinfo=UTC)):
            ended = agreements.offered(world, number=1)
            respond.withdraw(commission=ended, by=world.broker, reason="The school closed.")
        agreements.offered(world, number=2)
        client.signed_in_as(world.broker)

        page = client.get("/commissions")

        assert listed_on(client, page) == ["COM-00002", "COM-00001"]
        cells = client.soup(page).select("td.govuk-table__cell--numeric")
        assert [cell.get_text(strip=True) for cell in cells] == ["0", "Finished"]

    def test_empty_lists_say_what_to_do(self, world: World, client: LintingClient) -> None:
        client.signed_in_as(world.head)
        assert "Search the prospectus" in client.get("/commissions").text
        assert "No commission fits" in client.get("/commissions?q=zzz").text
        client.signed_in_as(world.broker)
        assert "See requests" in client.get("/commissions").text

    def test_rows_cost_no_statements(self, world: World, client: LintingClient) -> None:
        agreements.signed(world, number=1)
        client.signed_in_as(world.broker)
        urls = ("/commissions", "/approvals", "/commissions?format=csv")
        # the first page asks once for what the application then keeps
        client.get("/commissions")
        few = [len(client.statements(url)) for url in urls]
        for number in range(2, 5):
            agreements.signed(world, number=number)

        assert [len(client.statements(url)) for url in urls] == few


class TestApprovals:
    def test_are_for_officers_who_read_what_they_may_decide_and_who_else_can(
        self, world: World, client: LintingClient
    ) -> None:
        agreements.signed(world, number=1)
        agreements.signed(world, number=2, pence=420_000)
        agreements.signing(world, number=3)

        page = client.signed_in_as(world.broker).get("/approvals")
        soup = client.soup(page)
        tables = soup.find("main").find_all("table")

        assert [t.a["href"] for t in tables] == [
            "/commissions/COM-00001",
            "/commissions/COM-00002",
        ]
        assert "£4,200 or more. Approver or Second approver can." in tables[1].get_text()
        assert len(references(client.signed_in_as(world.approver), "/approvals")) == 2
        for who in ("head", "provider_lead", "quality", "forum"):
            assert client.signed_in_as(getattr(world, who)).get("/approvals").status_code == 403
        assert references(client.signed_in_as(world.other_broker), "/approvals") == []

    def test_nothing_waits(self, world: World, client: LintingClient) -> None:
        page = client.signed_in_as(world.approver).get("/approvals")

        assert "Nothing waits for your approval" in page.text
