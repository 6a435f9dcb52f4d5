"""Pages of a visit: the note that the provider writes, and what the school says of it."""

from __future__ import annotations

from datetime import date
from typing import Any

from app.commissions.facts import Acknowledgement
from app.commissions.models import VisitNote
from app.commissions.services import deliver
from app.core import clock
from app.extensions import db
from tests.cases import Case
from tests.client import LintingClient
from tests.factories import deliveries as make
from tests.factories.world import World

PAGE = "/commissions/COM-00001"
READERS = ("head", "deputy", "chair", "provider_lead", "broker", "approver", "quality")
OTHERS = (
    "host_head",
    "other_head",
    "other_provider_lead",
    "other_broker",
    "forum",
    "administrator",
)
CANNOT_BE: tuple[tuple[dict[str, Any], str], ...] = (
    ({"days_used": "4.5"}, "Only 4 of the agreed days are left"),
    ({"days_used": "1,5,x"}, "Enter a number"),
    ({"hours": "99"}, "Enter a number from 0 to 40"),
    ({"hours": "0"}, "Enter the hours of the visit"),
    ({"hours": "NaN"}, "Enter a number"),
    ({"activity": "x" * 5000}, "4,000 characters"),
    ({"roles_seen": "x" * 5000}, "200 characters"),
    ({"held_on": ["30", "2", "2026"]}, "Enter a date that exists"),
    ({"next_visit_on": ["1", "1", "2020"]}, "later than this one"),
    ({"objective_ids": None}, "Choose the objectives"),
    ({"mode": None}, "Say how you met"),
)


def parts(day: date) -> list[str]:
    return [str(day.day), str(day.month), str(day.year)]


def visit(commission: Any, **changes: Any) -> dict[str, Any]:
    answers = {
        "held_on": parts(clock.today()),
        "mode": "in_person",
        "hours": "5.5",
        "days_used": "1",
        "roles_seen": "English lead",
        "objective_ids": str(commission.objectives[0].id),
        "activity": "Modelled a lesson",
        "progress": "Pace is better",
        "next_steps": "The lead tries it by Friday",
    }
    return answers | changes


class TestVisit:
    def test_written_in_the_browser_and_read_by_the_school(
        self, world: World, client: LintingClient
    ) -> None:
        commission = make.active(world)
        client.signed_in_as(world.provider_lead)

        sent = client.submit(f"{PAGE}/visits/new", visit(commission))
        saved = client.get(sent.location)
        page = client.signed_in_as(world.head).get(PAGE).text

        assert "Modelled a lesson" in saved.text
        assert "Waiting for your answer" in page
        assert "1 day used of 4 days agreed, 3 days left." in page

    def test_the_hint_about_pupils_is_at_the_fields(
        self, world: World, client: LintingClient
    ) -> None:
        make.active(world)

        page = client.signed_in_as(world.provider_lead).get(f"{PAGE}/visits/new").text

        assert page.count("Do not name pupils or record safeguarding details.") >= 4
        assert "4 days left of 4 days agreed" in page

    def test_answers_that_cannot_be(self, world: World, client: LintingClient, case: Case) -> None:
        commission = make.active(world)
        client.signed_in_as(world.provider_lead)

        for changes, words in CANNOT_BE:
            with case(changes):
                answer = client.submit(f"{PAGE}/visits/new", visit(commission, **changes))

                assert answer.status_code == 422
                assert words in answer.text
                assert "<title>Error: " in answer.text

    def test_what_no_browser_sends(self, world: World, client: LintingClient) -> None:
        commission = make.active(world)
        client.signed_in_as(world.provider_lead)
        odd = {"objective_ids": ["x", "999999"], "mode": "telepathy", "held_on": ["1", "2"]}

        assert client.post(f"{PAGE}/visits/new", data={}).status_code == 422
        answer = client.post(f"{PAGE}/visits/new", data=visit(commission, **odd))
        assert answer.status_code == 422

    def test_twice_the_same_form_is_one_note(self, world: World, client: LintingClient) -> None:
        commission = make.active(world)
        client.signed_in_as(world.provider_lead)
        data = visit(commission, once="one and the same")

        first, second = (client.post(f"{PAGE}/visits/new", data=data) for _ in range(2))

        assert first.location == second.location
        assert db.session.query(VisitNote).count() == 1

    def test_others(self, world: World, client: LintingClient, case: Case) -> None:
        make.active(world)
        others = {"head": 403, "broker": 403, "quality": 403, "host_head": 404, "other_head": 404}

        for name, status in others.items():
            with case(name):
                answer = client.signed_in_as(getattr(world, name)).get(f"{PAGE}/visits/new")

                assert answer.status_code == status


class TestVisitNote:
    def address(self, world: World) -> str:
        return f"{PAGE}/visits/{make.note(world, make.active(world)).id}"

    def test_who_reads_it(self, world: World, client: LintingClient, case: Case) -> None:
        address = self.address(world)

        for status, names in {200: READERS, 404: OTHERS}.items():
            for name in names:
                with case(name):
                    answer = client.signed_in_as(getattr(world, name)).get(address)

                    assert answer.status_code == status

    def test_of_another_commission_it_is_not_found(
        self, world: World, client: LintingClient
    ) -> None:
        note = make.note(world, make.active(world))
        make.active(world, number=2)
        client.signed_in_as(world.head)

        assert client.get(f"/commissions/COM-00002/visits/{note.id}").status_code == 404

    def test_the_school_answers(self, world: World, client: LintingClient) -> None:
        address = self.address(world)
        client.signed_in_as(world.head)

        client.submit(
            address,
            {"answer": "not_accurate", "comment": "It was two hours"},
            action=f"{address}/acknowledge",
        )
        answer = client.get(address)

        assert "It was two hours" in answer.text
        assert "The school says it is not accurate" in answer.text

    def test_not_accurate_without_words(self, world: World, client: LintingClient) -> None:
        address = self.address(world)
        client.signed_in_as(world.head)

        answer = client.submit(address, {"answer": "not_accurate"}, action=f"{address}/acknowledge")

        assert answer.status_code == 422
        assert "Say what is not accurate" in answer.text

    def test_once_only(self, world: World, client: LintingClient) -> None:
        note = make.note(world, make.active(world))
        deliver.acknowledge(note=note, by=world.head, answer=Acknowledgement.ACCURATE)
        address = f"{PAGE}/visits/{note.id}"
        client.signed_in_as(world.deputy)

        assert "Record the school’s answer" not in client.get(address).text
        posted = client.post(f"{address}/acknowledge", data={"answer": "accurate"})
        assert posted.status_code == 409

    def test_who_may_not_answer(self, world: World, client: LintingClient, case: Case) -> None:
        address = self.address(world)

        for name in ("chair", "provider_lead", "broker"):
            with case(name):
                client.signed_in_as(getattr(world, name))

                assert "Record the school’s answer" not in client.get(address).text
                posted = client.post(f"{address}/acknowledge", data={"answer": "accurate"})
                assert posted.status_code == 403
