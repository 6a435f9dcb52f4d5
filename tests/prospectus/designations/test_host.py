"""A change of the holder's school leads to a review, with words, and is never silent."""

from __future__ import annotations

from datetime import date

import pytest
from sqlalchemy import select
from sqlalchemy.orm import Session, scoped_session

from app.core import clock
from app.notifications.models import Message
from app.prospectus.designations.facts import DesignationAct as A
from app.prospectus.designations.services import host_changed, review_where_host_closed
from app.prospectus.facts import DesignationStatus as S
from app.prospectus.facts import ProviderKind
from app.prospectus.models import DesignationDecision
from app.schools.facts import Status
from tests.factories.world import World

DbSession = scoped_session[Session]


class TestHostChanged:
    def test_puts_what_a_person_holds_under_review(self, world: World, session: DbSession) -> None:
        host_changed(world.provider, world.host.urn, world.school.urn)

        [held] = world.provider.designations
        [decision] = held.decisions
        assert held.standing is S.UNDER_REVIEW
        assert held.review_on is not None
        assert held.review_on > clock.today()
        assert decision.reason == (
            "The holder moved from Highmarsh Primary School to Larkmoor Primary School."
        )
        told = {message.person.name for message in session.scalars(select(Message))}
        assert told >= {"Provider lead", "Broker", "Quality"}

    @pytest.mark.parametrize("standing", [S.SUSPENDED, S.ENDED])
    def test_leaves_alone_what_does_not_stand(self, world: World, standing: S) -> None:
        [held] = world.provider.designations
        held.standing = standing
        host_changed(world.provider, world.host.urn, None)

        assert (held.standing, held.decisions) == (standing, [])

    def test_leaves_alone_organisations_and_whoever_stayed(
        self, world: World, session: DbSession
    ) -> None:
        world.other_provider.kind = ProviderKind.ORGANISATION
        host_changed(world.other_provider, world.other_school.urn, world.school.urn)
        host_changed(world.provider, world.host.urn, world.host.urn)

        assert session.scalars(select(DesignationDecision)).all() == []


def test_a_home_school_that_closed_in_the_register_is_seen_once(
    world: World, session: DbSession
) -> None:
    world.host.status_code, world.host.closed_on = Status.CLOSED, date(2026, 8, 31)
    session.flush()
    review_where_host_closed()
    review_where_host_closed()

    [decision] = session.scalars(select(DesignationDecision)).all()
    assert decision.act is A.HOST_CLOSED
    assert decision.reason == (
        "The home school, Highmarsh Primary School, closed on 31 August 2026."
    )
    assert world.provider.designations[0].standing is S.UNDER_REVIEW
