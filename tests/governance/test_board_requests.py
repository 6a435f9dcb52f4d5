"""A governor asks governor services: the pages, what is kept, and what officers read."""

from __future__ import annotations

import pytest

from app.accounts.models import RoleAssignment
from app.accounts.roles import Role
from app.commissions.facts import CandidateVerdict, Party
from app.commissions.for_boards.checks import findings
from app.commissions.for_boards.homes import homes_of
from app.commissions.models import BoardNeed, SupportRequest
from app.commissions.queries.request_lists import RequestQuestion, requests_found
from app.commissions.services import match
from app.core import clock
from app.core.errors import DomainError
from app.extensions import db
from app.governance.requests.summary import summary_of
from app.notifications.models import Message
from tests.cases import Case
from tests.client import LintingClient
from tests.factories import board_requests
from tests.factories.world import World


def test_asking_in_confidence(world: World, client: LintingClient) -> None:
    client.signed_in_as(world.governor)

    began = client.submit("/governance/requests/new", {"asking": "confidence"})
    asked = db.session.query(SupportRequest).one()
    assert began.location == f"/governance/requests/{asked.reference}/edit/need"
    again = client.submit(
        "/governance/requests/new", {"asking": "confidence", "known_to": ["clerk_may_know"]}
    )
    assert again.location == began.location, "an untouched draft is found again"
    for section, answers in (
        ("need", {"needs": ["new_chair", "finance"], "title": "Taking over", "need": "Help"}),
        ("context", {"vacancies": "2", "clerk_in_place": "yes", "last_review": "never"}),
        ("outcome", {"expected_outcome": "Calm", "urgency": "this_term",
                     "wanted_from": ["11", "1", "2027"], "furthest_miles": "12"}),
        ("sharing", {"funding_route": "authority", "interest": "none", "consent_to_share": "y"}),
    ):  # fmt: skip
        client.submit(f"/governance/requests/{asked.reference}/edit/{section}", answers)

    check = client.get(f"/governance/requests/{asked.reference}/check")
    assert "1 thing still missing" in check.text
    asked.focus = world.area
    client.submit(f"/governance/requests/{asked.reference}/check", {})

    need = asked.board_need
    assert need is not None
    assert (need.in_confidence, need.clerk_may_know, need.chair_may_know) == (True, True, False)
    assert (need.needs, need.vacancies, need.furthest_miles) == (["new_chair", "finance"], 2, 12)
    told = {message.person.name: message for message in db.session.query(Message)}
    assert set(told) == {"Governor", "Governor services", "Second governor services"}
    assert "Taking over" not in told["Governor services"].subject
    assert world.school.name not in told["Governor services"].subject


class TestOneScene:
    def test_of_a_request_in_confidence(
        self, world: World, client: LintingClient, case: Case
    ) -> None:
        asked = board_requests.matching(world)
        page = f"/requests/{asked.reference}"

        with case("the page says who may know, and the officers who they are"):
            text = client.signed_in_as(world.governor_services).get(page).text
            assert "At the school only these may know: whoever asked." in text
            assert "the school" not in text.partition("What happens next")[2].partition("<h2")[0]
        with case("whoever asked lets the chair know, and the chair finds it"):
            client.signed_in_as(world.governor).submit(
                f"/governance/requests/{asked.reference}/who-may-know",
                {"asking": "confidence", "known_to": ["chair_may_know"]},
            )
            assert client.signed_in_as(world.chair).get(page).status_code == 200
        with case("a form opened before somebody else saved is not written over that"):
            need = db.session.query(BoardNeed).one()
            address = f"/governance/requests/{asked.reference}/who-may-know"
            answer = client.signed_in_as(world.governor).post(
                address, data={"asking": "board", "version": f"1-{need.version + 1}"}
            )
            assert answer.status_code == 409
        with case("another need in confidence is not told to whoever may know of this one"):
            again = board_requests.submitted(world, "chair", in_confidence=False)
            shown = client.signed_in_as(world.chair).get(f"/requests/{again.reference}").text
            assert "Why this is another need" in shown
            assert asked.reference not in shown
            shown = client.signed_in_as(world.governor).get(f"/requests/{again.reference}").text
            assert asked.reference in shown
        with case("a list of its own, and of nothing else"):
            client.signed_in_as(world.governor)
            assert asked.reference in client.get("/governance/requests").text
            assert "No request fits" in client.get("/governance/requests?status=declined").text
            assert board_requests.TITLE in client.get("/governance/requests?format=csv").text
        with case("the school's questions are not a board's"):
            assert client.get(f"{page}/edit/need").status_code == 404

    def test_of_the_support(self, world: World, client: LintingClient, case: Case) -> None:
        work = board_requests.signing(world)

        with case("nobody lends a governor, and whoever asked signs for the board"):
            assert work.host_urn is None
            assert work.unsigned_parties == [Party.SCHOOL, Party.PROVIDER]
            content = work.versions[-1].content
            assert content["school"]["people"] == ["Governor"]


def test_conflicts_are_said_beside_a_helper(world: World) -> None:
    asked = board_requests.matching(world)
    for school, north in ((world.school, 53.68), (world.host, 53.70)):
        school.latitude, school.longitude = north, -1.5

    found = findings(asked, world.provider, [], worked_before=1, today=clock.today())

    assert [one.words for one in found] == [
        "No designation of governance",
        "1.4 miles away",
        "From a neighbouring school",
        "Has worked with this board before (1)",
    ]


def test_a_champion_is_judged_by_where_they_govern(world: World) -> None:
    asked = board_requests.matching(world)
    world.school.trust_code = world.other_school.trust_code = "TR1"
    lead = world.provider_lead
    for school in (world.other_school, world.school):
        lead.assignments.append(
            RoleAssignment(role=Role.GOVERNOR, school_urn=school.urn, starts_on=clock.today())
        )
    db.session.flush()
    homes = homes_of([world.provider.id])[world.provider.id]

    found = findings(asked, world.provider, homes, worked_before=0, today=clock.today())

    words = [one.words for one in found]
    assert "Governs or works at this school" in words
    assert "Governs or works in the same trust" in words
    with pytest.raises(DomainError, match="governs or works at this school"):
        match.consider(
            request=asked, by=world.governor_services, provider=world.provider,
            verdict=CandidateVerdict.SHORTLISTED, reason="All the same",
        )  # fmt: skip


def test_the_provider_is_not_hidden_by_a_conflict(world: World) -> None:
    asked = board_requests.matching(world)

    candidate = match.consider(
        request=asked, by=world.governor_services, provider=world.provider,
        verdict=CandidateVerdict.SHORTLISTED, reason="All the same",
    )  # fmt: skip

    assert candidate in asked.candidates
    assert requests_found(world.provider_lead, RequestQuestion()) == [asked]


class TestSummary:
    def test_says_nothing_of_fewer_than_three(self) -> None:
        assert summary_of([SupportRequest(), SupportRequest()]).total is None

    def test_hides_a_second_number_that_would_give_the_small_one_away(self) -> None:
        def about(code: str) -> SupportRequest:
            need = BoardNeed(needs=[code])
            return SupportRequest(status="submitted", board_need=need)

        many = [about("finance")] * 4 + [about("complaint")] * 3 + [about("new_chair")]

        needs = summary_of(many).tables[0]

        assert needs.rows == [("Finance and value for money", 4)]
        assert needs.fewer
