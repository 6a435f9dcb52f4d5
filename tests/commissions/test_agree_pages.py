from __future__ import annotations

from datetime import date

import pytest
from sqlalchemy import func, select
from sqlalchemy.orm import Session

from app.commissions.models import Objective
from app.commissions.services import agree, sign
from app.commissions.services.answers import Money, ObjectiveAnswers, Payment
from app.core.errors import NotReady
from tests.cases import Case
from tests.client import LintingClient
from tests.factories import agreements
from tests.factories.world import World

OBJECTIVE = {
    "change_sought": "More pupils read fluently",
    "measure": "Words read correctly in a minute",
    "unit": "words a minute",
    "direction": "higher",
    "starting_value": "44",
    "starting_on": ["22", "5", "2026"],
    "cohort": "Year 2 pupils",
    "cohort_size": "52",
    "source": "Fluency check",
    "target_value": "75.5",
    "target_on": ["5", "2", "2027"],
}


def count(session: Session, model: type) -> int:
    return session.scalar(select(func.count()).select_from(model)) or 0


NONSENSE: tuple[tuple[dict[str, object], str], ...] = (
    ({"change_sought": "x" * 5000}, "Shorten this to 4,000 characters or fewer"),
    ({"measure": "x" * 5000}, "Shorten this to 200 characters or fewer"),
    ({"change_sought": ""}, "Say what should change"),
    ({"starting_value": "lots"}, "Enter a number, like 58 or 58.5"),
    ({"starting_value": "NaN"}, "Enter a number"),
    ({"target_value": "1e999"}, "Enter a number"),
    ({"target_value": "44"}, "The target must be higher than the starting value"),
    ({"target_on": ["31", "2", "2027"]}, "Enter a date that exists"),
    ({"target_on": ["1", "1", "2026"]}, "later than the date of the starting value"),
    ({"starting_on": ["1", "1", "2099"]}, "must be measured already"),
    ({"source": ""}, "Say where the starting value comes from"),
    ({"unit": "%", "target_value": "140"}, "Enter a percentage from 0 to 100"),
    ({"cohort_size": "-3"}, "Enter a number from 1"),
    ({"direction": "sideways"}, "Not a valid choice"),
    ({"direction": ""}, "Choose which way is better"),
)


class TestObjectivePage:
    def test_of_a_new_one(
        self, world: World, client: LintingClient, session: Session, case: Case
    ) -> None:
        page = f"/commissions/{agreements.agreeing(world).reference}"
        url = f"{page}/objectives/add"
        client.signed_in_as(world.head)

        with case("it is added and shown"):
            assert client.submit(url, OBJECTIVE).status_code == 303

            text = client.get(page).text
            assert "The objective is added." in text
            assert "From 44 words a minute to 75.5 words a minute by 5 February 2027" in text
        with case("posted twice it is one"):
            form = client.soup(client.get(url)).find("main").form
            data = {i["name"]: i.get("value", "") for i in form.find_all("input", type="hidden")}
            data |= OBJECTIVE | {"direction": "higher"}

            first = client.post(url, data=data)
            second = client.post(url, data=data)

            assert (first.status_code, second.status_code) == (303, 303)
            assert first.location == second.location
            assert count(session, Objective) == 1
        for change, message in NONSENSE:
            with case(f"nonsense is refused with what to do: {change}"):
                answer = client.post(url, data=OBJECTIVE | change)

                assert answer.status_code == 422
                assert "Error: " in answer.text
                assert message in answer.text
                assert count(session, Objective) == 0

    def test_of_one_that_is_there(
        self, world: World, client: LintingClient, session: Session, case: Case
    ) -> None:
        commission = agreements.complete(world)
        other = agreements.agreeing(world, number=2)
        objective = commission.objectives[0]
        its_path = f"objectives/{objective.id}"
        url = f"/commissions/{commission.reference}/{its_path}"
        client.signed_in_as(world.head)

        with case("it is not of another commission"):
            address = f"/commissions/{other.reference}/{its_path}"

            assert client.get(address).status_code == 404
        with case("it can be struck out"):
            assert client.submit(f"{url}/strike-out").status_code == 303

            assert client.get(url).status_code == 404
        with case("stale terms are not overwritten"):
            stale_terms = {"school_actions": "Mine", "version": "older"}

            answer = client.post(f"/commissions/{commission.reference}/agreement", data=stale_terms)

            assert answer.status_code == 409
            assert "Release the English lead" in answer.text
        with case("a stale form shows both versions"):
            page = client.get(url)
            version = client.soup(page).find("input", attrs={"name": "version"})["value"]
            client.signed_in_as(world.provider_lead)
            assert client.submit(url, {"target_value": "90"}).status_code == 303

            client.signed_in_as(world.head)
            stale = client.post(url, data=OBJECTIVE | {"version": version, "target_value": "60"})

            assert stale.status_code == 409
            assert "Somebody else changed this" in stale.text
            cells = [cell.get_text() for cell in client.soup(stale).find_all("td")]
            assert {"60", "90"} <= set(cells)
            assert ObjectiveAnswers.of(objective).target_value == 90
        client.signed_in_as(world.provider_lead)
        sign.send_for_signature(commission=commission, by=world.provider_lead)
        for name in ("objectives/add", "agreement", "send"):
            with case(f"while it is signed, {name} is closed and says so"):
                closed = f"/commissions/{commission.reference}/{name}"

                assert client.get(closed).status_code == 409
                assert client.post(closed, data=OBJECTIVE).status_code == 409


class TestTermsAndMoneyPages:
    def test_of_what_is_being_agreed(self, world: World, client: LintingClient, case: Case) -> None:
        commission = agreements.agreeing(world)
        page = f"/commissions/{commission.reference}"

        client.signed_in_as(world.head)
        with case("half an assurance is refused"):
            half = {"safeguarding_assured_by": "Head"}

            answer = client.submit(f"{page}/agreement", half)

            assert answer.status_code == 422
            assert "Enter the date the checks were confirmed" in answer.text
        with case("terms are saved in parts"):
            mine, theirs = {"school_actions": "Release staff"}, {"provider_actions": "Coach"}
            assert client.submit(f"{page}/agreement", mine).status_code == 303

            client.signed_in_as(world.provider_lead)
            assert client.submit(f"{page}/agreement", theirs).status_code == 303

            assert commission.school_actions == "Release staff"
            assert commission.provider_actions == "Coach"

        client.signed_in_as(world.broker)
        with case("the broker splits the cost"):
            money = f"{page}/money"
            figures = {"charge_pence": "1000", "fee_pence": "100", "vat_pence": "200"}
            parts = {"pence_1": "700", "funder_2": "The authority", "pence_2": "500"}

            wrong = client.submit(money, figures)
            half = client.submit(money, figures | {"pence_2": "500"})
            right = client.submit(money, figures | parts)

            assert "must add up to the charge and its VAT" in wrong.text
            assert "Say who pays this part" in half.text
            assert right.status_code == 303
            assert commission.total_pence == 120_000
            assert [line.pence for line in commission.funding] == [70_000, 50_000]

    def test_each_part_is_of_a_financial_year_in_which_the_support_runs(
        self, world: World, client: LintingClient
    ) -> None:
        commission = agreements.agreeing(world)
        commission.starts_on, commission.ends_on = date(2027, 3, 31), date(2027, 4, 1)
        commission.funding[0].financial_year = None
        url = f"/commissions/{commission.reference}"
        client.signed_in_as(world.broker)
        figures = {"funder_1": "The school", "pence_1": "500", "year_1": "2026"}
        figures |= {"funder_2": "The school", "pence_2": "400", "year_2": "2027"}
        assert client.submit(f"{url}/money", figures).status_code == 303
        assert [line.year for line in commission.funding] == [2026, 2027]
        page = " ".join(client.soup(client.get(url)).get_text(" ").split())
        assert "Paid by The school £400 in the financial year 2027 to 2028" in page
        assert "In all in 2026 to 2027 £500" in page
        assert client.submit(f"{url}/money", figures | {"year_2": "2027"}).status_code == 303
        beyond = Money(
            charge_pence=90_000,
            reimbursement_pence=90_000,
            fee_pence=0,
            vat_pence=0,
            funders=(Payment("The school", 90_000, 2028),),
        )
        with pytest.raises(NotReady, match="financial year"):
            agree.set_money(commission=commission, by=world.broker, money=beyond)
