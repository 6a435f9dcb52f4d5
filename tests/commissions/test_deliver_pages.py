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
from tests.web_forms import filled, find_form

PAGE = "/commissions/COM-00001"


def parts(day: date) -> list[str]:
    return [str(day.day), str(day.month), str(day.year)]


class TestStart:
    def test_in_the_browser(self, world: World, client: LintingClient, case: Case) -> None:
        commission = approved(world)
        objective = commission.objectives[0].id
        client.signed_in_as(world.provider_lead)

        with case("started on a day"):
            answer = client.submit(f"{PAGE}/start", {"start_meeting_on": parts(clock.today())})

            assert answer.status_code == 303
            assert commission.status is CommissionStatus.ACTIVE
            assert client.get(f"{PAGE}/start").status_code == 409
        with case("a day to come is refused in words"):
            tomorrow = parts(clock.today() + timedelta(days=1))

            answer = client.submit(f"{PAGE}/start", {"start_meeting_on": tomorrow})

            assert answer.status_code == 422
            assert "The start meeting must be today or in the past" in answer.text
        form = find_form(client.soup(client.get(f"{PAGE}/start")), f"{PAGE}/start", None)
        for day in (["31", "2", "2027"], ["", "", ""], ["x", "y", "z"], ["1", "1", "99999"], ["1"]):
            with case(f"no day at all: {day}"):
                data = filled(form, {"start_meeting_on": day})

                assert client.post(f"{PAGE}/start", data=data, csrf=False).status_code == 422
        with case("no reading before it"):
            client.signed_in_as(world.head)

            page = client.get(f"{PAGE}/objectives/{objective}/readings/new")

            assert page.status_code == 409


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
    def test_in_the_browser(self, world: World, client: LintingClient, case: Case) -> None:
        commission = make.active(world)
        address = f"{PAGE}/objectives/{commission.objectives[0].id}/readings/new"
        answers = {"value": "66", "taken_on": parts(clock.today())}
        client.signed_in_as(world.head)

        with case("added and drawn; group and source come from the starting point"):
            page = client.get(client.submit(address, answers).location).text

            assert "Latest: 66% on" in page
            assert "47% of the way" in page
            assert "Ahead of the path" in page
            reading = commission.objectives[0].measurements[0]
            assert (reading.cohort, reading.cohort_size, reading.source) == (
                "Year 1 pupils",
                45,
                "Screening check",
            )
        with case("twice the same form is one reading"):
            data = answers | {"once": "one and the same", "cohort": "Year 1", "source": "Check"}

            for _ in range(2):
                assert client.post(address, data=data).status_code == 303
            assert db.session.query(Measurement).count() == 1
        form = find_form(client.soup(client.get(address)), address, None)
        for changes, words in CANNOT_BE:
            with case(changes):
                data = filled(form, answers | changes)
                answer = client.post(address, data=data, csrf=False)

                assert answer.status_code == 422
                assert words in answer.text
        for name, status in (
            ("chair", 403),
            ("broker", 403),
            ("quality", 403),
            ("host_head", 404),
            ("forum", 404),
        ):
            with case(f"not by {name}"):
                client.signed_in_as(getattr(world, name))

                assert client.get(address).status_code == status


class TestEnd:
    def test_in_the_browser(self, world: World, client: LintingClient, case: Case) -> None:
        commission = make.active(world)
        client.signed_in_as(world.provider_lead)

        with case("without a visit it says what is missing"):
            answer = client.get(f"{PAGE}/end")

            assert answer.status_code == 409
            assert "Write a note for at least one visit" in answer.text
        with case("the school does not end it"):
            assert client.signed_in_as(world.head).get(f"{PAGE}/end").status_code == 403
        with case("the home school reads nothing of the delivery"):
            make.note(world, commission)
            make.reading(world, commission, 66)

            page = client.signed_in_as(world.host_head).get(PAGE).text

            assert "of the way from the starting point" not in page
            assert "66%" not in page
            assert "Visit on" not in page
        with case("ended by the provider, who says why the days differ"):
            make.note(world, commission)
            client.signed_in_as(world.provider_lead)

            refused = client.submit(f"{PAGE}/end")
            ended = client.submit(f"{PAGE}/end", {"note": "One visit was enough"})

            assert refused.status_code == 422
            assert "Say why the days differ" in refused.text
            assert ended.status_code == 303
            assert commission.status is CommissionStatus.EVALUATING
            assert commission.days_used == 1
