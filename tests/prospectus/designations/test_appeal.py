"""An appeal: once, in time, by the provider; answered by an officer who did not decide."""

from __future__ import annotations

from datetime import timedelta

import pytest
from sqlalchemy import select
from sqlalchemy.orm import Session, scoped_session

from app.core import clock
from app.core.errors import NotAllowed, NotOpen
from app.notifications.models import Message
from app.prospectus.designations import services
from app.prospectus.designations.facts import AppealOutcome
from app.prospectus.designations.facts import DesignationAct as A
from app.prospectus.facts import DesignationStatus as S
from app.prospectus.models import Designation
from tests.factories.world import World

DbSession = scoped_session[Session]
SOON = clock.today() + timedelta(days=30)


def decided(world: World, act: A, **facts: object) -> Designation:
    held = world.provider.designations[0]
    given = {"reason": "It was looked at.", **facts}
    services.decide(designation=held, act=act, by=world.broker, **given)  # type: ignore[arg-type]
    return held


def appealed(world: World, act: A, **facts: object) -> Designation:
    held = decided(world, act, **facts)
    services.appeal(designation=held, by=world.provider_lead, words="The evidence was not read.")
    return held


def answered(world: World, held: Designation, outcome: AppealOutcome) -> None:
    services.answer(designation=held, by=world.quality, outcome=outcome, words="It was read again.")


class TestAnAppeal:
    def test_is_made_once(self, world: World) -> None:
        held = appealed(world, A.SUSPEND)

        with pytest.raises(NotOpen):
            services.appeal(designation=held, by=world.provider_lead, words="Again")

    def test_is_made_by_the_provider_only(self, world: World) -> None:
        held = decided(world, A.SUSPEND)

        with pytest.raises(NotAllowed):
            services.appeal(designation=held, by=world.host_head, words="No")

    def test_is_not_answered_by_whoever_decided(self, world: World) -> None:
        held = appealed(world, A.SUSPEND)

        with pytest.raises(NotAllowed):
            services.answer(
                designation=held, by=world.broker, outcome=AppealOutcome.UPHELD, words="No"
            )

    def test_tells_both_sides_at_each_step(self, world: World, session: DbSession) -> None:
        def told() -> set[str]:
            messages = session.scalars(select(Message)).all()
            assert all("designation" in m.subject and "Ada" not in m.subject for m in messages)
            names = {message.person.name for message in messages}
            for message in messages:
                session.delete(message)
            session.flush()
            return names

        held = decided(world, A.SUSPEND)
        assert told() == {"Provider lead"}
        services.appeal(designation=held, by=world.provider_lead, words="Wrong")
        assert told() >= {"Broker", "Quality", "Approver"}
        answered(world, held, AppealOutcome.NOT_UPHELD)
        assert told() == {"Provider lead", "Broker"}


class TestTheAnswer:
    def test_that_upholds_it_undoes_the_decision(self, world: World) -> None:
        held = appealed(world, A.END)
        answered(world, held, AppealOutcome.UPHELD)

        assert (held.standing, held.ends_on) == (S.ACTIVE, None)
        assert held.decisions[0].is_undone

    def test_that_upholds_it_brings_back_what_was_asked_before(self, world: World) -> None:
        decided(world, A.SET_CONDITIONS, conditions="A mentor", look_again_on=SOON)
        held = appealed(world, A.SUSPEND)
        answered(world, held, AppealOutcome.UPHELD)

        assert (held.standing, held.review_on) == (S.CONDITIONAL, SOON)

    def test_that_does_not_uphold_it_leaves_the_decision(self, world: World) -> None:
        held = appealed(world, A.SUSPEND)
        answered(world, held, AppealOutcome.NOT_UPHELD)

        appeal = held.decisions[0].appeal
        assert held.standing is S.SUSPENDED
        assert appeal is not None
        assert (appeal.answer, appeal.answered_by) == ("It was read again.", world.quality)

    def test_does_not_touch_a_later_decision(self, world: World) -> None:
        held = appealed(world, A.REVIEW, look_again_on=SOON)
        decided(world, A.SUSPEND)
        answered(world, held, AppealOutcome.UPHELD)

        assert held.standing is S.SUSPENDED
