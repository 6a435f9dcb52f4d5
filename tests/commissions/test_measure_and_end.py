"""Readings on the way, and the end of delivery."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

import pytest

from app.commissions.services import deliver
from app.commissions.statuses import CommissionStatus
from app.core import clock
from app.core.errors import NotAllowed, NotOpen, NotReady
from tests.cases import Case
from tests.factories import deliveries as make
from tests.factories.agreements import approved, some_day
from tests.factories.world import World

NOT_THE_PROVIDER = ("head", "host_head", "broker", "approver", "quality", "other_provider_lead")


CANNOT_BE: tuple[tuple[dict[str, Any], str], ...] = (
    ({"taken_on": some_day(1)}, "once it was taken"),
    ({"taken_on": some_day(-31)}, "earlier than the starting point"),
    ({"value": Decimal("100.1")}, "from 0 to 100"),
    ({"value": Decimal(-1)}, "from 0 to 100"),
    ({"value": Decimal("NaN")}, "from 0 to 100"),
    ({"cohort_size": 0}, "whole number from 1"),
    ({"cohort": " "}, "which group"),
    ({"source": ""}, "where the figure comes from"),
)


class TestAddMeasurement:
    @pytest.mark.parametrize("name", ["provider_lead", "head", "deputy"])
    def test_both_sides_record(self, world: World, name: str) -> None:
        objective = make.active(world).objectives[0]

        self._add(objective, getattr(world, name))

        assert [reading.value for reading in objective.measurements] == [Decimal(60)]

    def test_nobody_else(self, world: World, case: Case) -> None:
        objective = make.active(world).objectives[0]

        for name in ("chair", "host_head", "broker", "quality", "other_head"):
            with case(name), pytest.raises(NotAllowed):
                self._add(objective, getattr(world, name))

    def test_answers_that_cannot_be(self, world: World, case: Case) -> None:
        objective = make.active(world).objectives[0]

        for changes, words in CANNOT_BE:
            with case(changes), pytest.raises(NotReady, match=words):
                self._add(objective, world.head, **changes)

    def test_the_day_of_the_starting_point_is_not_too_early(self, world: World) -> None:
        objective = make.active(world).objectives[0]

        assert self._add(objective, world.head, taken_on=some_day(-30)).id

    def test_while_under_way_or_evaluated_only(self, world: World) -> None:
        self._add(make.evaluating(world).objectives[0], world.head)

        for commission in (approved(world, number=2), make.in_review(world, number=3)):
            with pytest.raises(NotOpen):
                self._add(commission.objectives[0], world.head)

    def test_the_starting_point_and_target_stay_as_they_were(self, world: World) -> None:
        objective = make.active(world).objectives[0]
        before = objective.version

        self._add(objective, world.head)

        assert objective.version == before

    def _add(self, objective: Any, by: Any, **changes: Any) -> Any:
        facts = {
            "value": Decimal(60),
            "taken_on": clock.today(),
            "cohort": "Year 1 pupils",
            "source": "Check",
        }
        return deliver.add_measurement(objective=objective, by=by, **(facts | changes))


class TestEndDelivery:
    def test_both_sides_evaluate_next(self, world: World) -> None:
        commission = make.evaluating(world)

        assert commission.status is CommissionStatus.EVALUATING
        assert commission.days_used == commission.days

    def test_days_that_are_not_explained(self, world: World, case: Case) -> None:
        commission = make.active(world)
        make.note(world, commission, days_used=Decimal(3))

        for days, note, words in (
            ("3", "", "Say why"),
            ("4", "", "Say why"),
            ("4.5", "More work", "from 0 to the 4 days agreed"),
            ("-1", "Less", "from 0 to the 4 days agreed"),
            ("2.25", "Odd", "from 0 to the 4 days agreed"),
        ):
            with case(days):
                with pytest.raises(NotReady, match=words):
                    deliver.end_delivery(
                        commission=commission,
                        by=world.provider_lead,
                        days_used=Decimal(days),
                        note=note,
                    )
                assert commission.status is CommissionStatus.ACTIVE

    def test_fewer_days_with_a_reason(self, world: World) -> None:
        commission = make.active(world)
        make.note(world, commission, days_used=Decimal(3))

        deliver.end_delivery(
            commission=commission, by=world.provider_lead, days_used=Decimal(3), note=" Shorter "
        )

        assert (commission.days_used, commission.days_note) == (Decimal(3), "Shorter")

    def test_without_a_visit_there_is_nothing_to_end(self, world: World) -> None:
        commission = make.active(world)

        with pytest.raises(NotReady, match="at least one visit"):
            deliver.end_delivery(
                commission=commission, by=world.provider_lead, days_used=Decimal(0), note="None"
            )

    def test_only_the_provider_ends(self, world: World, case: Case) -> None:
        commission = make.active(world)
        make.note(world, commission)

        for name in NOT_THE_PROVIDER:
            with case(name), pytest.raises(NotAllowed):
                deliver.end_delivery(
                    commission=commission, by=getattr(world, name), days_used=Decimal(4)
                )
