from __future__ import annotations

import pytest

from app.core.errors import NotAllowed, NotReady
from app.extensions import db
from app.notifications.models import Message
from app.quality.conditions import services
from app.quality.conditions.telling import remind_of_conditions
from app.quality.facts import Decision
from tests.cases import Case
from tests.client import LintingClient
from tests.factories import deliveries as make
from tests.factories import quality as after
from tests.factories.agreements import some_day
from tests.factories.world import World

REPORT, LOOK = "/quality/COM-00001/condition/report", "/quality/COM-00001/condition/look"


class TestConditionOfAJudgement:
    def test_reported_looked_at_again_and_met(self, world: World, client: LintingClient) -> None:
        after.conditional(world)
        day = some_day(90)
        date = {"due_on": [str(day.day), str(day.month), str(day.year)]}

        waits = client.signed_in_as(world.provider_lead).get("/").text
        client.submit(REPORT, {"report": "The analysis is with the school"})
        assert client.get(REPORT).status_code == 403
        looks = client.signed_in_as(world.quality).get("/").text
        client.submit(LOOK, {"outcome": "not_yet", "finding": "Half of it", **date})
        again = client.signed_in_as(world.head).get("/commissions/COM-00001").text
        client.submit(REPORT, {"report": "All of it is there"})
        client.signed_in_as(world.quality).submit(LOOK, {"outcome": "met", "finding": "Seen"})
        met = client.signed_in_as(world.head).get("/commissions/COM-00001").text

        assert "Say how the condition of the judgement is met" in waits
        assert "Look at the condition of the judgement" in looks
        assert "Half of it" in again
        assert "Condition of the judgement met" in met
        assert client.signed_in_as(world.quality).get(LOOK).status_code == 403

    def test_what_cannot_be(self, world: World, case: Case) -> None:
        commission = make.in_review(world)

        with case("a judgement without conditions needs no follow-up"):
            assert make.judged(world, commission).condition is None

        condition = make.judged(
            world,
            commission,
            decision=Decision.ASSURED_WITH_CONDITIONS,
            conditions="Better data",
        ).condition
        with case("no words"), pytest.raises(NotReady, match="how the condition is met"):
            services.report(condition=condition, by=world.head, words=" ")
        with case("home school"), pytest.raises(NotAllowed):
            services.report(condition=condition, by=world.host_head, words="Done")
        with case("broker"), pytest.raises(NotAllowed):
            services.record_met(condition=condition, by=world.broker, finding="Fine")
        with case("today"), pytest.raises(NotReady, match="after today"):
            services.set_new_day(
                condition=condition, by=world.quality, finding="No", due_on=some_day(0)
            )
        with case("whoever is late is reminded once"):
            condition.due_on = some_day(-1)

            for _twice in range(2):
                remind_of_conditions()

            late = [m for m in db.session.query(Message) if "late:" in m.subject]
            assert {m.person_id for m in late} >= {world.head.id, world.provider_lead.id}
            assert len({(m.person_id, m.subject) for m in late}) == len(late)
