"""What the rules say of the answers, without a database."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from decimal import Decimal

import pytest

from app.commissions.facts import Direction
from app.commissions.services.answers import Money, Payment
from app.core import clock
from tests.factories.agreements import answers, terms

TODAY = clock.today()


class TestObjective:
    def test_a_whole_one_has_no_faults(self) -> None:
        assert answers().faults == {}

    def test_it_may_wait_for_starting_point_and_target(self) -> None:
        bare = answers(
            starting_value=None,
            starting_on=None,
            cohort="",
            cohort_size=None,
            source="",
            evidence="",
            target_value=None,
            target_on=None,
        )

        assert bare.faults == {}

    @pytest.mark.parametrize(
        ("change", "field"),
        [
            ({"change_sought": "  "}, "change_sought"),
            ({"measure": ""}, "measure"),
            ({"unit": ""}, "unit"),
            ({"starting_value": None}, "starting_value"),
            ({"starting_on": None}, "starting_on"),
            ({"starting_on": TODAY + timedelta(days=1)}, "starting_on"),
            ({"source": ""}, "source"),
            ({"cohort": " "}, "cohort"),
            ({"target_value": None}, "target_value"),
            ({"target_on": None}, "target_on"),
            ({"target_on": TODAY - timedelta(days=30)}, "target_on"),
            ({"target_value": Decimal(58)}, "target_value"),
            ({"target_value": Decimal(40)}, "target_value"),
            ({"direction": Direction.LOWER}, "target_value"),
            ({"target_value": Decimal(101)}, "target_value"),
            ({"starting_value": Decimal(-1)}, "starting_value"),
        ],
    )
    def test_each_fault_is_told_at_its_field(self, change: dict[str, object], field: str) -> None:
        assert list(answers(**change).faults) == [field]

    def test_lower_is_better_wants_a_lower_target(self) -> None:
        down = answers(direction=Direction.LOWER, target_value=Decimal(20))

        assert down.faults == {}

    def test_only_percentages_end_at_a_hundred(self) -> None:
        assert answers(unit="words a minute", target_value=Decimal(140)).faults == {}

    def test_the_version_tells_whether_it_still_reads_so(self) -> None:
        assert answers().version == answers().version
        assert answers().version != answers(target_value=Decimal(80)).version


class TestTerms:
    def test_an_assurance_is_whole_or_absent(self) -> None:
        assert terms().faults == {}
        assert list(terms(safeguarding_assured_on=None).faults) == ["safeguarding_assured_on"]
        assert list(terms(safeguarding_assured_by="").faults) == ["safeguarding_assured_by"]
        assert terms(safeguarding_assured_by="", safeguarding_assured_on=None).faults == {}

    def test_nobody_confirms_in_the_future(self) -> None:
        late = terms(safeguarding_assured_on=TODAY + timedelta(days=1))

        assert list(late.faults) == ["safeguarding_assured_on"]


class TestMoney:
    money = Money(
        charge_pence=1000,
        reimbursement_pence=900,
        fee_pence=100,
        vat_pence=200,
        funders=(Payment("School", 700), Payment("Authority", 500)),
    )

    def test_figures_that_add_up(self) -> None:
        assert self.money.faults == {}

    def test_figures_that_do_not(self) -> None:
        assert list(replace(self.money, fee_pence=0).faults) == ["charge_pence"]
        assert list(replace(self.money, vat_pence=0).faults) == ["pence_1"]
