"""Small commissions that are authorised beforehand: by rules that are data."""

from __future__ import annotations

from datetime import date, timedelta
from decimal import Decimal

import pytest

from app.commissions.preauthorised import services
from app.commissions.preauthorised.rules import rule_for
from app.commissions.services import approve
from app.commissions.statuses import CommissionStatus
from app.commissions.timeline import commission_timeline
from app.core import clock
from app.core.errors import NotAllowed, NotReady
from tests.cases import Case
from tests.client import LintingClient
from tests.factories import agreements, rules
from tests.factories.agreements import no_interest
from tests.factories.world import World

COVERED_BY = "A few days from an LLE: up to £2,000 and 5 days"


class TestARule:
    def test_covers_what_is_small_enough_by_a_known_kind_while_in_force(
        self, world: World, case: Case
    ) -> None:
        commission = agreements.offered(world, pence=150_000)
        tomorrow = clock.today() + timedelta(days=1)
        for name, changes, does in (
            ("within", {}, True),
            ("to the penny", {"limit_pence": 150_000}, True),
            ("too dear", {"limit_pence": 149_999}, False),
            ("too long", {"most_days": Decimal("3.5")}, False),
            ("another kind", {"kinds": ("hub",)}, False),
            ("over", {"ends_on": date(2021, 1, 1)}, False),
            ("not yet", {"starts_on": tomorrow}, False),
        ):
            with case(name):
                rules.in_force(world, **changes)
                assert (rule_for(commission) is not None) is does

    def test_needs_limits_and_an_order_of_its_days(self, world: World) -> None:
        for changes in (
            {"limit_pence": 0},
            {"most_days": Decimal(0)},
            {"kinds": ()},
            {"ends_on": date(2019, 1, 1)},
        ):
            with pytest.raises(NotReady):
                rules.in_force(world, **changes)


class TestApproval:
    def test_by_a_rule_takes_one_officer_and_says_which_rule(
        self, world: World, case: Case
    ) -> None:
        commission = rules.covered(world)
        no_interest(world.broker, commission)
        with case("not beyond the officer’s own limit without it"), pytest.raises(NotAllowed):
            approve.approve(commission=commission, by=world.broker)
        with case("not by whoever recommended it"):
            approve.recommend(commission=commission, by=world.broker, words="Good")
            with pytest.raises(NotAllowed):
                services.approve_by_rule(commission=commission, by=world.broker)
        services.approve_by_rule(commission=commission, by=world.broker)
        assert commission.status is CommissionStatus.APPROVED
        assert commission.approved_by is world.broker
        texts = {e.title: e.text for e in commission_timeline(world.head, commission)}
        assert texts["Approved by a rule"] == COVERED_BY


def test_the_pages(world: World, client: LintingClient) -> None:
    commission = agreements.signed(world, pence=150_000)
    no_interest(world.broker, commission)
    url = f"/commissions/{commission.reference}"
    client.signed_in_as(world.broker)
    assert "No rules yet" in client.get("/commissions/rules").text
    assert client.get("/commissions/rules/new").status_code == 403
    assert "approve-by-rule" not in client.get(url).text
    client.signed_in_as(world.administrator)
    rule = {
        "authority": "384",
        "name": "A few days from an LLE",
        "limit_pence": "2000",
        "most_days": "5",
        "kinds": ["local-leader"],
        "starts_on": ["1", "9", "2020"],
    }
    too_early = rule | {"ends_on": ["1", "9", "2019"]}
    assert client.submit("/commissions/rules/new", too_early).status_code == 422
    assert client.submit("/commissions/rules/new", rule).status_code == 303
    listed = client.get("/commissions/rules")
    assert COVERED_BY in listed.text
    (its_page,) = [
        a["href"] for a in client.soup(listed).select("th a[href^='/commissions/rules/']")
    ]
    assert client.submit(str(its_page), {"ends_on": ["1", "9", "2099"]}).status_code == 303
    client.signed_in_as(world.broker)
    assert commission.reference in client.get("/approvals").text.split("For another officer")[0]
    assert "Approve by rule" in client.get(url).text
    assert COVERED_BY in client.get(f"{url}/approve-by-rule").text
    assert client.submit(f"{url}/approve-by-rule").status_code == 303
    assert COVERED_BY in client.signed_in_as(world.head).get(url).text
