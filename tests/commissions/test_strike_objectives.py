"""Striking out an objective of an agreement that is still being written."""

from __future__ import annotations

import pytest
from sqlalchemy.orm import Session, scoped_session

from app.commissions.facts import MOST_OBJECTIVES
from app.commissions.requirements import agreement_complete
from app.commissions.services import agree
from app.commissions.services.sign import content_of
from app.commissions.strikes import services
from app.core.audit_verify import verify
from app.core.errors import NotAllowed, NotOpen, NotReady
from tests.cases import Case
from tests.commissions.test_strikes import turn_of_the_school
from tests.factories import agreements
from tests.factories.world import World


class TestObjective:
    def test_struck_out_the_others_move_up_and_restored_it_is_the_last(
        self, world: World, session: scoped_session[Session]
    ) -> None:
        work = agreements.complete(world)
        agree.add_objective(
            commission=work, by=world.head, answers=agreements.answers(change_sought="Second")
        )
        first, second = work.objectives

        services.strike(entry=first, by=world.broker)

        assert [(o.position, o) for o in work.objectives] == [(1, second)]
        assert work.struck_objectives == [first]
        assert [o["change_sought"] for o in content_of(work, 1)["objectives"]] == ["Second"]
        with pytest.raises(NotOpen, match="struck out"):
            agree.change_objective(objective=first, by=world.head, answers=agreements.answers())

        services.restore(entry=first, by=world.head)

        assert [(o.position, o) for o in work.objectives] == [(1, second), (2, first)]
        session.flush()
        assert verify(session()) == []

    def test_without_one_that_stands_the_agreement_is_incomplete(self, world: World) -> None:
        work = agreements.complete(world)
        assert turn_of_the_school(world) == []

        services.strike(entry=work.objectives[0], by=world.head)

        assert agreement_complete(world.head, work) == ["Add at least one objective."]
        assert turn_of_the_school(world) == [work]

    def test_there_are_not_too_many_with_what_comes_back(self, world: World) -> None:
        work = agreements.complete(world)
        struck = work.objectives[0]
        services.strike(entry=struck, by=world.head)
        for _ in range(MOST_OBJECTIVES):
            agree.add_objective(commission=work, by=world.head, answers=agreements.answers())

        with pytest.raises(NotReady, match="Strike out one first"):
            services.restore(entry=struck, by=world.head)

    @pytest.mark.parametrize("state", ["signing", "approved"])
    def test_not_once_it_was_sent_for_signature(self, world: World, state: str) -> None:
        objective = getattr(agreements, state)(world).objectives[0]

        with pytest.raises(NotOpen, match="not being written any more"):
            services.strike(entry=objective, by=world.head)

    def test_only_who_writes_the_agreement(self, world: World, case: Case) -> None:
        objective = agreements.complete(world).objectives[0]

        for name in ("chair", "host_head", "approver", "quality", "other_head"):
            with case(name), pytest.raises(NotAllowed):
                services.strike(entry=objective, by=getattr(world, name))
