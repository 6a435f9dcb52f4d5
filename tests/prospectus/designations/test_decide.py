"""Awards and decisions: each moves the designation, is kept with its reason, and is told."""

from __future__ import annotations

from datetime import date, datetime, timedelta

import pytest
from sqlalchemy import select
from sqlalchemy.orm import Session, scoped_session

from app.core import clock
from app.core.errors import NotAllowed, NotOpen, NotReady
from app.notifications.models import Message
from app.prospectus.changes import public_changes
from app.prospectus.designations import services
from app.prospectus.designations.facts import DesignationAct as A
from app.prospectus.designations.telling import NEWS, remind_of_terms
from app.prospectus.documents import document_of
from app.prospectus.facts import DesignationStatus as S
from app.prospectus.models import Designation
from app.search.models import IndexUpdate
from tests.factories.world import World

DbSession = scoped_session[Session]
NEXT_YEAR = clock.today() + timedelta(days=400)
SOON = clock.today() + timedelta(days=30)


def held_by_provider(world: World) -> Designation:
    return world.provider.designations[0]


def decide(world: World, act: A, **facts: object) -> Designation:
    held = held_by_provider(world)
    given = {"reason": "It was looked at.", **facts}
    services.decide(designation=held, act=act, by=world.broker, **given)  # type: ignore[arg-type]
    return held


def told(session: DbSession) -> list[str]:
    return [message.person.name for message in session.scalars(select(Message))]


class TestDecide:
    @pytest.mark.parametrize(
        ("act", "facts", "standing"),
        [
            (A.REVIEW, {"look_again_on": SOON}, S.UNDER_REVIEW),
            (A.SET_CONDITIONS, {"look_again_on": SOON, "conditions": "A mentor"}, S.CONDITIONAL),
            (A.SUSPEND, {}, S.SUSPENDED),
            (A.END, {}, S.ENDED),
        ],
    )
    def test_moves_it_and_keeps_the_decision(
        self, world: World, session: DbSession, act: A, facts: dict[str, object], standing: S
    ) -> None:
        held = decide(world, act, **facts)

        [decision] = held.decisions
        assert held.standing is standing
        assert held.review_on == facts.get("look_again_on")
        assert held.ends_on == (clock.today() if act is A.END else None)
        assert (decision.act, decision.standing_before) == (act, S.ACTIVE)
        assert (decision.reason, decision.decided_by) == ("It was looked at.", world.broker)
        assert told(session) == [world.provider_lead.name]
        assert session.scalars(select(IndexUpdate)).first() is not None

    def test_a_suspended_one_vanishes_from_the_search(self, world: World) -> None:
        before = document_of(world.provider, clock.today())
        decide(world, A.SUSPEND)
        after = document_of(world.provider, clock.today())

        assert before.facets["designation"] == ("local-leader",)
        assert after.facets["designation"] == ()

    def test_one_that_lapsed_is_renewed(self, world: World) -> None:
        held = held_by_provider(world)
        held.ends_on = clock.today() - timedelta(days=1)
        assert held.standing_on(clock.today()) is S.LAPSED

        decide(world, A.EXTEND, ends_on=NEXT_YEAR)

        assert held.standing_on(clock.today()) is S.ACTIVE
        assert held.decisions[0].ends_on_before == clock.today() - timedelta(days=1)

    @pytest.mark.parametrize(
        ("act", "facts"),
        [
            (A.SUSPEND, {"reason": " "}),
            (A.REVIEW, {}),
            (A.REVIEW, {"look_again_on": clock.today()}),
            (A.SET_CONDITIONS, {"look_again_on": SOON}),
        ],
    )
    def test_is_refused_without_what_it_needs(
        self, world: World, act: A, facts: dict[str, object]
    ) -> None:
        with pytest.raises(NotReady):
            decide(world, act, **facts)

        assert held_by_provider(world).standing is S.ACTIVE

    def test_is_not_taken_twice(self, world: World) -> None:
        decide(world, A.SUSPEND)

        with pytest.raises(NotOpen):
            decide(world, A.SUSPEND)

    def test_changes_what_the_public_reads_unless_only_the_day_to_look_again_moved(
        self, world: World
    ) -> None:
        def changed_at() -> datetime:
            return public_changes([world.provider.id])[world.provider.id]

        decide(world, A.REVIEW, look_again_on=SOON)
        first = changed_at()
        decide(world, A.REVIEW, look_again_on=NEXT_YEAR)
        assert changed_at() == first
        decide(world, A.SUSPEND)
        assert changed_at() > first


class TestAward:
    def award(self, world: World, **facts: object) -> Designation:
        given = {
            "provider": world.provider,
            "by": world.quality,
            "type_code": "local-leader",
            "awarded_on": clock.today(),
            "ends_on": NEXT_YEAR,
            "reason": "The panel agreed.",
        }
        return services.award(**(given | facts))  # type: ignore[arg-type]

    def test_is_the_first_decision(self, world: World, session: DbSession) -> None:
        decide(world, A.END)
        awarded = self.award(world)

        assert (awarded.standing, awarded.ends_on) == (S.ACTIVE, NEXT_YEAR)
        assert [one.act for one in awarded.decisions] == [A.AWARD]
        messages = session.scalars(select(Message)).all()
        assert {(m.person.name, m.subject) for m in messages} == {(world.provider_lead.name, NEWS)}

    def test_is_refused_to_whoever_holds_it(self, world: World) -> None:
        with pytest.raises(NotReady, match="already"):
            self.award(world)

    @pytest.mark.parametrize(
        "facts",
        [{"ends_on": date(2020, 9, 1)}, {"reason": ""}, {"awarded_on": date(2022, 1, 1)}],
    )
    def test_is_refused_with_what_cannot_be(self, world: World, facts: dict[str, object]) -> None:
        decide(world, A.END)
        held_by_provider(world).type.scheme_ended_on = date(2021, 8, 31)

        with pytest.raises(NotReady):
            self.award(world, **({"awarded_on": date(2020, 9, 1)} | facts))

    def test_is_refused_to_an_officer_of_another_authority(self, world: World) -> None:
        with pytest.raises(NotAllowed):
            self.award(world, by=world.other_broker)


def test_leads_are_reminded_of_each_term_and_officers_of_a_month_once(
    world: World, session: DbSession
) -> None:
    last_day = clock.today() + timedelta(days=89)
    held_by_provider(world).ends_on = last_day
    world.leader_provider.designations[0].ends_on = last_day
    world.other_provider.designations[0].ends_on = clock.today() + timedelta(days=91)
    remind_of_terms()
    first = told(session)
    remind_of_terms()

    assert told(session) == first
    assert first.count(world.provider_lead.name) == 1
    assert first.count(world.head_leader.name) == 1
    assert first.count(world.broker.name) == 1
    assert world.other_provider_lead.name not in first
    assert world.other_broker.name not in first
