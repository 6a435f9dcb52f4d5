from __future__ import annotations

from datetime import date, timedelta
from typing import Any

import pytest

from app.commissions.facts import Acknowledgement
from app.commissions.models import Measurement, VisitNote
from app.commissions.services import deliver
from app.commissions.statuses import CommissionStatus
from app.core import clock
from app.extensions import db
from tests.client import LintingClient
from tests.factories import deliveries as make
from tests.factories.agreements import approved
from tests.factories.world import World

PAGE = "/commissions/COM-00001"


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


class TestStart:
    def test_started_in_the_browser(self, world: World, client: LintingClient) -> None:
        commission = approved(world)
        client.signed_in_as(world.provider_lead)

        answer = client.submit(f"{PAGE}/start", {"start_meeting_on": parts(clock.today())})

        assert answer.status_code == 303
        assert commission.status is CommissionStatus.ACTIVE
        assert client.get(f"{PAGE}/start").status_code == 409

    @pytest.mark.parametrize(
        "day", [["31", "2", "2027"], ["", "", ""], ["x", "y", "z"], ["1", "1", "99999"], ["1"]]
    )
    def test_days_that_do_not_exist(
        self, world: World, client: LintingClient, day: list[str]
    ) -> None:
        approved(world)
        client.signed_in_as(world.provider_lead)

        assert client.submit(f"{PAGE}/start", {"start_meeting_on": day}).status_code == 422

    def test_a_day_to_come_is_refused_in_words(self, world: World, client: LintingClient) -> None:
        approved(world)
        client.signed_in_as(world.provider_lead)
        tomorrow = parts(clock.today() + timedelta(days=1))

        answer = client.submit(f"{PAGE}/start", {"start_meeting_on": tomorrow})

        assert answer.status_code == 422
        assert "The start meeting must be today or in the past" in answer.text


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

    @pytest.mark.parametrize(
        ("changes", "words"),
        [
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
        ],
    )
    def test_answers_that_cannot_be(
        self, world: World, client: LintingClient, changes: dict[str, Any], words: str
    ) -> None:
        commission = make.active(world)
        client.signed_in_as(world.provider_lead)

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

    @pytest.mark.parametrize(
        ("name", "status"),
        [("head", 403), ("broker", 403), ("quality", 403), ("host_head", 404), ("other_head", 404)],
    )
    def test_others(self, world: World, client: LintingClient, name: str, status: int) -> None:
        make.active(world)

        answer = client.signed_in_as(getattr(world, name)).get(f"{PAGE}/visits/new")

        assert answer.status_code == status


class TestVisitNote:
    def address(self, world: World) -> str:
        return f"{PAGE}/visits/{make.note(world, make.active(world)).id}"

    @pytest.mark.parametrize(
        ("name", "status"),
        [
            ("head", 200),
            ("deputy", 200),
            ("chair", 200),
            ("provider_lead", 200),
            ("broker", 200),
            ("approver", 200),
            ("quality", 200),
            ("host_head", 404),
            ("other_head", 404),
            ("other_provider_lead", 404),
            ("other_broker", 404),
            ("forum", 404),
            ("administrator", 404),
        ],
    )
    def test_who_reads_it(
        self, world: World, client: LintingClient, name: str, status: int
    ) -> None:
        address = self.address(world)

        assert client.signed_in_as(getattr(world, name)).get(address).status_code == status

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

    @pytest.mark.parametrize(
        ("name", "status"), [("chair", 403), ("provider_lead", 403), ("broker", 403)]
    )
    def test_who_may_not_answer(
        self, world: World, client: LintingClient, name: str, status: int
    ) -> None:
        address = self.address(world)
        client.signed_in_as(getattr(world, name))

        assert "Record the school’s answer" not in client.get(address).text
        posted = client.post(f"{address}/acknowledge", data={"answer": "accurate"})
        assert posted.status_code == status


class TestReading:
    def answers(self, **changes: Any) -> dict[str, Any]:
        return {"value": "66", "taken_on": parts(clock.today())} | changes

    def address(self, commission: Any) -> str:
        return f"{PAGE}/objectives/{commission.objectives[0].id}/readings/new"

    def test_added_in_the_browser_and_drawn(self, world: World, client: LintingClient) -> None:
        commission = make.active(world)
        client.signed_in_as(world.head)

        sent = client.submit(self.address(commission), self.answers())
        answer = client.get(sent.location)

        assert "Latest: 66% on" in answer.text
        assert "47% of the way" in answer.text
        assert "Ahead of the path" in answer.text

    def test_group_and_source_come_from_the_starting_point(
        self, world: World, client: LintingClient
    ) -> None:
        commission = make.active(world)
        client.signed_in_as(world.head).submit(self.address(commission), self.answers())

        reading = commission.objectives[0].measurements[0]
        assert (reading.cohort, reading.cohort_size, reading.source) == (
            "Year 1 pupils",
            45,
            "Screening check",
        )

    @pytest.mark.parametrize(
        ("changes", "words"),
        [
            ({"value": "101"}, "Enter a percentage from 0 to 100"),
            ({"value": "-1"}, "Enter a percentage from 0 to 100"),
            ({"value": "1e5"}, "Enter a percentage"),
            ({"value": "66.123"}, "Enter a number"),
            ({"value": ""}, "Enter the value"),
            ({"taken_on": ["1", "1", "2026"]}, "earlier than the starting point"),
            ({"taken_on": ["1", "1", "2090"]}, "once it was taken"),
            ({"cohort": ""}, "which group"),
            ({"source": "x" * 5000}, "200 characters"),
            ({"cohort_size": "0"}, "Enter a number from 1"),
        ],
    )
    def test_answers_that_cannot_be(
        self, world: World, client: LintingClient, changes: dict[str, Any], words: str
    ) -> None:
        commission = make.active(world)
        client.signed_in_as(world.head)

        answer = client.submit(self.address(commission), self.answers(**changes))

        assert answer.status_code == 422
        assert words in answer.text

    def test_twice_the_same_form_is_one_reading(self, world: World, client: LintingClient) -> None:
        commission = make.active(world)
        client.signed_in_as(world.head)
        data = self.answers(once="one and the same", cohort="Year 1", source="Check")

        for _ in range(2):
            assert client.post(self.address(commission), data=data).status_code == 303
        assert db.session.query(Measurement).count() == 1

    @pytest.mark.parametrize(
        ("name", "status"),
        [("chair", 403), ("broker", 403), ("quality", 403), ("host_head", 404), ("forum", 404)],
    )
    def test_others(self, world: World, client: LintingClient, name: str, status: int) -> None:
        commission = make.active(world)
        client.signed_in_as(getattr(world, name))

        assert client.get(self.address(commission)).status_code == status

    def test_not_before_the_start(self, world: World, client: LintingClient) -> None:
        commission = approved(world)
        client.signed_in_as(world.head)

        assert client.get(self.address(commission)).status_code == 409


class TestEnd:
    def test_ended_in_the_browser(self, world: World, client: LintingClient) -> None:
        commission = make.active(world)
        make.note(world, commission)
        client.signed_in_as(world.provider_lead)

        refused = client.submit(f"{PAGE}/end")
        ended = client.submit(f"{PAGE}/end", {"note": "One visit was enough"})

        assert refused.status_code == 422
        assert "Say why the days differ" in refused.text
        assert ended.status_code == 303
        assert commission.status is CommissionStatus.EVALUATING
        assert commission.days_used == 1

    def test_without_a_visit_it_says_what_is_missing(
        self, world: World, client: LintingClient
    ) -> None:
        make.active(world)
        client.signed_in_as(world.provider_lead)

        answer = client.get(f"{PAGE}/end")

        assert answer.status_code == 409
        assert "Write a note for at least one visit" in answer.text

    def test_the_school_does_not_end_it(self, world: World, client: LintingClient) -> None:
        make.active(world)

        assert client.signed_in_as(world.head).get(f"{PAGE}/end").status_code == 403


class TestHomeSchool:
    def test_it_reads_nothing_of_delivery(self, world: World, client: LintingClient) -> None:
        commission = make.active(world)
        make.note(world, commission)
        make.reading(world, commission, 66)

        page = client.signed_in_as(world.host_head).get(PAGE).text

        assert "of the way from the starting point" not in page
        assert "66%" not in page
        assert "Visit on" not in page
