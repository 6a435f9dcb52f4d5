from __future__ import annotations

from datetime import date, timedelta
from typing import Any

from app.commissions.models import Measurement
from app.commissions.statuses import CommissionStatus
from app.core import clock
from app.extensions import db
from tests.cases import Case
from tests.client import LintingClient
from tests.factories import deliveries as make
from tests.factories.agreements import approved
from tests.factories.world import World

PAGE = "/commissions/COM-00001"


def parts(day: date) -> list[str]:
    return [str(day.day), str(day.month), str(day.year)]


class TestStart:
    def test_started_in_the_browser(self, world: World, client: LintingClient) -> None:
        commission = approved(world)
        client.signed_in_as(world.provider_lead)

        answer = client.submit(f"{PAGE}/start", {"start_meeting_on": parts(clock.today())})

        assert answer.status_code == 303
        assert commission.status is CommissionStatus.ACTIVE
        assert client.get(f"{PAGE}/start").status_code == 409

    def test_days_that_do_not_exist(self, world: World, client: LintingClient, case: Case) -> None:
        approved(world)
        client.signed_in_as(world.provider_lead)

        for day in (["31", "2", "2027"], ["", "", ""], ["x", "y", "z"], ["1", "1", "99999"], ["1"]):
            with case(day):
                assert client.submit(f"{PAGE}/start", {"start_meeting_on": day}).status_code == 422

    def test_a_day_to_come_is_refused_in_words(self, world: World, client: LintingClient) -> None:
        approved(world)
        client.signed_in_as(world.provider_lead)
        tomorrow = parts(clock.today() + timedelta(days=1))

        answer = client.submit(f"{PAGE}/start", {"start_meeting_on": tomorrow})

        assert answer.status_code == 422
        assert "The start meeting must be today or in the past" in answer.text


CANNOT_BE: tuple[tuple[dict[str, Any], str], ...] = (
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
)


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

    def test_answers_that_cannot_be(self, world: World, client: LintingClient, case: Case) -> None:
        commission = make.active(world)
        client.signed_in_as(world.head)

        for changes, words in CANNOT_BE:
            with case(changes):
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

    def test_others(self, world: World, client: LintingClient, case: Case) -> None:
        commission = make.active(world)

        for name, status in (
            ("chair", 403),
            ("broker", 403),
            ("quality", 403),
            ("host_head", 404),
            ("forum", 404),
        ):
            with case(name):
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
