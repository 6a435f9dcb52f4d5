"""The two tables, walked whole: what they allow, and that they allow nothing else."""

from __future__ import annotations

from enum import StrEnum
from types import SimpleNamespace
from typing import Any

import pytest

from app.commissions.lifecycle import COMMISSION_LIFECYCLE, REQUEST_LIFECYCLE
from app.commissions.statuses import (
    BEING_MEASURED,
    BEING_WRITTEN,
    ENDED_COMMISSIONS,
    ENDED_REQUESTS,
    RESERVING,
    CommissionAction,
    CommissionStatus,
    RequestAction,
    RequestStatus,
)
from app.core.errors import NotOpen
from app.core.lifecycle import Lifecycle

TABLES: list[tuple[Lifecycle[Any, Any, Any, Any], type[StrEnum], type[StrEnum], StrEnum]] = [
    (REQUEST_LIFECYCLE, RequestStatus, RequestAction, RequestStatus.DRAFT),
    (COMMISSION_LIFECYCLE, CommissionStatus, CommissionAction, CommissionStatus.OFFERED),
]
ENDED = ENDED_REQUESTS | ENDED_COMMISSIONS
every_table = pytest.mark.parametrize(
    ("lifecycle", "statuses", "actions", "start"), TABLES, ids=["request", "commission"]
)


@every_table
class TestTable:
    def test_reaches_every_status_from_the_first(
        self,
        lifecycle: Lifecycle[Any, Any, Any, Any],
        statuses: type[StrEnum],
        actions: type[StrEnum],
        start: StrEnum,
    ) -> None:
        reached, found = {start}, 0
        while found != len(reached):
            found = len(reached)
            steps = lifecycle.table.items()
            reached |= {step.to for (status, _), step in steps if status in reached}
        assert reached == set(statuses)

    def test_uses_every_action(
        self,
        lifecycle: Lifecycle[Any, Any, Any, Any],
        statuses: type[StrEnum],
        actions: type[StrEnum],
        start: StrEnum,
    ) -> None:
        assert {action for _, action in lifecycle.table} == set(actions)

    def test_goes_only_back_from_the_ended_and_on_from_all_others(
        self,
        lifecycle: Lifecycle[Any, Any, Any, Any],
        statuses: type[StrEnum],
        actions: type[StrEnum],
        start: StrEnum,
    ) -> None:
        onwards = {s for s, action in lifecycle.table if not action.startswith("undo_to_")}
        assert onwards == set(statuses) - ENDED

    def test_refuses_every_step_it_does_not_have(
        self,
        lifecycle: Lifecycle[Any, Any, Any, Any],
        statuses: type[StrEnum],
        actions: type[StrEnum],
        start: StrEnum,
    ) -> None:
        for status in statuses:
            for action in actions:
                thing = SimpleNamespace(status=status, moved_at=None)
                if (status, action) not in lifecycle.table:
                    with pytest.raises(NotOpen):
                        lifecycle.move(thing, action, by=object())
                    assert thing.status is status


class TestGroupsOfStatuses:
    def test_keep_the_days_of_all_but_what_came_to_nothing(self) -> None:
        assert set(CommissionStatus) - RESERVING == {
            CommissionStatus.DECLINED,
            CommissionStatus.WITHDRAWN,
            CommissionStatus.REFUSAL_STANDS,
            CommissionStatus.SUPPORTER_REFUSED,
        }

    def test_freeze_the_agreement_before_it_is_measured(self) -> None:
        assert BEING_WRITTEN.isdisjoint(BEING_MEASURED)
        assert {CommissionStatus.AGREEING} == BEING_WRITTEN
