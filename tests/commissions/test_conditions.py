"""What an approval depends on, until an officer records that it is met."""

from __future__ import annotations

import pytest
from sqlalchemy.orm import Session, scoped_session

from app.commissions.next_steps import Actor, commission_next
from app.commissions.services import approve, conditions
from app.commissions.statuses import CommissionStatus
from app.core.errors import NotAllowed, NotReady
from tests.client import LintingClient
from tests.commissions.checked import confirmed
from tests.commissions.test_telling import told
from tests.factories import agreements
from tests.factories.agreements import no_interest, some_day
from tests.factories.world import World


def waits_for(commission: object) -> set[Actor]:
    steps = commission_next(commission)  # type: ignore[arg-type]
    return {step.actor for step in steps if "condition" in step.act}


class TestConditions:
    def test_are_reported_on_looked_at_again_and_met(
        self, world: World, session: scoped_session[Session]
    ) -> None:
        commission = agreements.conditional(world)
        (condition,) = commission.conditions
        assert commission.status is CommissionStatus.APPROVED
        assert waits_for(commission) == {Actor.PROVIDER, Actor.OFFICER}
        session.commit()
        asked = "say how condition 1 of the approval is met"
        with pytest.raises(NotAllowed):
            conditions.record_met(condition=condition, by=world.provider_lead, finding="Fine")

        conditions.report(condition=condition, by=world.provider_lead, words="Ms Hale")
        assert waits_for(commission) == {Actor.OFFICER}
        conditions.set_new_day(
            condition=condition, by=world.broker, finding="Not in post", due_on=some_day(60)
        )
        assert waits_for(commission) == {Actor.PROVIDER, Actor.OFFICER}
        assert told(session, world.provider_lead).count(asked) == 1

        conditions.report(condition=condition, by=world.provider_lead, words="Now in post")
        conditions.record_met(condition=condition, by=world.approver, finding="Met her")
        assert waits_for(commission) == set()
        with pytest.raises(NotAllowed):
            conditions.record_met(condition=condition, by=world.approver, finding="Twice")

    def test_need_words_and_a_day_to_come(self, world: World) -> None:
        commission = agreements.signed(world)
        no_interest(world.approver, commission)
        for given in ([(" ", some_day(9))], [("Words", some_day(0))], [("One", some_day(9))] * 4):
            with pytest.raises(NotReady):
                approve.approve(commission=commission, by=world.approver, conditions=given)


def test_the_pages(world: World, client: LintingClient) -> None:
    commission = agreements.signed(world)
    no_interest(world.approver, commission)
    url = f"/commissions/{commission.reference}"
    client.signed_in_as(world.approver)
    day = some_day(30)
    answers = {
        "words_1": "Name a deputy",
        "due_1": [str(day.day), str(day.month), str(day.year)],
    }
    approving = f"{url}/approve-with-conditions"
    assert client.submit(approving, {"words_2": "Half a condition"}).status_code == 422
    checked = client.submit(approving, answers)
    assert "Check your decision" in checked.text
    assert commission.status is CommissionStatus.SIGNING
    assert confirmed(client, checked).status_code == 303

    client.signed_in_as(world.provider_lead)
    assert "Name a deputy" in client.get(url).text
    said = client.submit(f"{url}/conditions/1/report", {"report": "Ms Hale"})
    assert said.status_code == 303
    client.signed_in_as(world.broker)
    look = f"{url}/conditions/1/look"
    assert client.submit(look, {"outcome": "not_yet", "finding": "No"}).status_code == 422
    assert client.submit(look, {"outcome": "met", "finding": "Met her"}).status_code == 303
    assert "Broker found: Met her" in client.signed_in_as(world.head).get(url).text
