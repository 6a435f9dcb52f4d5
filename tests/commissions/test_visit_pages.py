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
from tests.factories import agreements
from tests.factories import deliveries as make
from tests.factories.world import World
from tests.web_forms import filled, find_form

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
    def test_in_the_browser(self, world: World, client: LintingClient, case: Case) -> None:
        commission = make.active(world)
        address = f"{PAGE}/visits/new"
        client.signed_in_as(world.provider_lead)

        with case("written, with the hint about pupils at the fields, and read by the school"):
            form = client.get(address).text
            sent = client.submit(address, visit(commission))
            saved = client.get(sent.location)
            page = client.signed_in_as(world.head).get(PAGE).text

            assert form.count("Do not name pupils or record safeguarding details.") >= 4
            assert "4 days left of 4 days agreed" in form
            assert "Modelled a lesson" in saved.text
            assert "Waiting for your answer" in page
            assert "1 day used of 4 days agreed, 3 days left." in page

        client.signed_in_as(world.provider_lead)
        form = find_form(client.soup(client.get(address)), address, None)
        for changes, words in CANNOT_BE:
            with case(changes):
                data = filled(form, visit(commission, **changes))
                answer = client.post(address, data=data, csrf=False)

                assert answer.status_code == 422
                assert words in answer.text
                assert "<title>Error: " in answer.text
        with case("what no browser sends is refused"):
            odd = {"objective_ids": ["x", "999999"], "mode": "telepathy", "held_on": ["1", "2"]}

            assert client.post(address, data={}).status_code == 422
            assert client.post(address, data=visit(commission, **odd)).status_code == 422
        with case("twice the same form is one note"):
            data = visit(commission, once="one and the same")

            first, second = (client.post(address, data=data) for _ in range(2))

            assert first.location == second.location
            assert db.session.query(VisitNote).count() == 1
        others = {"head": 403, "broker": 403, "quality": 403, "host_head": 404, "other_head": 404}
        for name, status in others.items():
            with case(f"not by {name}"):
                answer = client.signed_in_as(getattr(world, name)).get(address)

                assert answer.status_code == status


class TestVisitNote:
    def test_is_read_and_answered(self, world: World, client: LintingClient, case: Case) -> None:
        note = make.note(world, make.active(world))
        agreements.agreeing(world, number=2)
        address = f"{PAGE}/visits/{note.id}"
        answered = f"{address}/acknowledge"

        for status, names in {200: READERS, 404: OTHERS}.items():
            for name in names:
                with case(f"{name} gets {status}"):
                    answer = client.signed_in_as(getattr(world, name)).get(address)

                    assert answer.status_code == status
        for name in ("chair", "provider_lead", "broker"):
            with case(f"{name} may not answer"):
                client.signed_in_as(getattr(world, name))

                assert "Record the school’s answer" not in client.get(address).text
                posted = client.post(answered, data={"answer": "accurate"})
                assert posted.status_code == 403

        client.signed_in_as(world.head)
        with case("of another commission it is not found"):
            assert client.get(f"/commissions/COM-00002/visits/{note.id}").status_code == 404
        with case("not accurate needs words"):
            answer = client.submit(address, {"answer": "not_accurate"}, action=answered)

            assert answer.status_code == 422
            assert "Say what is not accurate" in answer.text
        with case("the school answers"):
            words = {"answer": "not_accurate", "comment": "It was two hours"}
            client.submit(address, words, action=answered)
            answer = client.get(address)

            assert "It was two hours" in answer.text
            assert "The school says it is not accurate" in answer.text
        with case("once only"):
            deliver.acknowledge(note=note, by=world.head, answer=Acknowledgement.ACCURATE)
            client.signed_in_as(world.deputy)

            assert "Record the school’s answer" not in client.get(address).text
            posted = client.post(answered, data={"answer": "accurate"})
            assert posted.status_code == 409
