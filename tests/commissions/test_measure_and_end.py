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
    def test_while_under_way(self, world: World, case: Case) -> None:
        objective = make.active(world).objectives[0]
        before = objective.version

        for name in ("provider_lead", "head", "deputy"):
            with case(f"recorded by {name}, the starting point and target stay as they were"):
                self._add(objective, getattr(world, name))

                assert [reading.value for reading in objective.measurements] == [Decimal(60)]
                assert objective.version == before
        for name in ("chair", "host_head", "broker", "quality", "other_head"):
            with case(f"not by {name}"), pytest.raises(NotAllowed):
                self._add(objective, getattr(world, name))
        for changes, words in CANNOT_BE:
            with case(changes), pytest.raises(NotReady, match=words):
                self._add(objective, world.head, **changes)
        with case("the day of the starting point is not too early"):
            assert self._add(objective, world.head, taken_on=some_day(-30)).id

    def test_neither_before_nor_once_both_sides_have_evaluated(
        self, world: World, case: Case
    ) -> None:
        with case("approved"), pytest.raises(NotOpen):
            self._add(approved(world).objectives[0], world.head)
        commission = make.evaluating(world)
        objective = commission.objectives[0]
        with case("both sides evaluate next"):
            assert commission.status is CommissionStatus.EVALUATING
            assert commission.days_used == commission.days
        with case("while they do"):
            self._add(objective, world.head)
        with case("in quality review"):
            make.both_evaluate(world, commission)

            with pytest.raises(NotOpen):
                self._add(objective, world.head)

    def _add(self, objective: Any, by: Any, **changes: Any) -> Any:
        facts = {
            "value": Decimal(60),
            "taken_on": clock.today(),
            "cohort": "Year 1 pupils",
            "source": "Check",
        }
        return deliver.add_measurement(objective=objective, by=by, **(facts | changes))


class TestEndDelivery:
    def test_by_the_provider_who_explains_the_days(self, world: World, case: Case) -> None:
        commission = make.active(world)

        def end(days: str, note: str = "", by: str = "provider_lead") -> None:
            deliver.end_delivery(
                commission=commission, by=getattr(world, by), days_used=Decimal(days), note=note
            )

        with (
            case("without a visit there is nothing to end"),
            pytest.raises(NotReady, match="at least one visit"),
        ):
            end("0", "None")
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
                    end(days, note)
                assert commission.status is CommissionStatus.ACTIVE
        for name in NOT_THE_PROVIDER:
            with case(f"not by {name}"), pytest.raises(NotAllowed):
                end("4", by=name)
        with case("fewer days with a reason"):
            end("3", " Shorter ")

            assert (commission.days_used, commission.days_note) == (Decimal(3), "Shorter")
