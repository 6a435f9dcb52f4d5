"""The action plan: proposed by the provider, agreed by the school, before the first visit."""

from __future__ import annotations

from datetime import timedelta

import pytest

from app.commissions.facts import Side
from app.commissions.models import PlanStep
from app.commissions.next_steps import commission_next
from app.commissions.plans import services
from app.commissions.plans.facts import DOERS, STATUS_TONES, STATUS_WORDS, PlanStatus
from app.commissions.plans.requirements import current_plan
from app.commissions.services import deliver
from app.commissions.visits import services as visits
from app.core import clock
from app.core.errors import NotAllowed, NotOpen, NotReady
from app.extensions import db
from tests.client import LintingClient
from tests.factories import deliveries as make
from tests.factories.bookings import booking
from tests.factories.world import World


def owed(commission: object) -> str:
    steps = commission_next(commission)  # type: ignore[arg-type]
    return "; ".join(f"{step.actor} {step.act}" for step in steps)


def test_the_facts_have_words() -> None:
    assert set(STATUS_WORDS) == set(STATUS_TONES) == set(PlanStatus)
    assert set(DOERS) == set(Side)


class TestPlan:
    def test_comes_before_the_first_visit(self, world: World) -> None:
        commission = make.started(world)
        lead = world.provider_lead
        assert "provider propose the action plan" in owed(commission)
        for words in ("Agree the action plan first", "Wait until the school"):
            with pytest.raises(NotReady, match=words):
                visits.book(commission=commission, by=world.head, booking=booking())
            with pytest.raises(NotReady, match=words):
                make.note(world, commission)
            if not commission.plans:
                plan = services.propose(commission=commission, by=lead, steps=[make.plan_step()])
        assert "school agree the action plan" in owed(commission)
        with pytest.raises(NotAllowed):
            services.agree(plan=plan, by=lead)

        services.agree(plan=plan, by=world.head)
        visits.book(commission=commission, by=world.head, booking=booking())
        make.note(world, commission)
        assert "action plan" not in owed(commission)

    def test_changes_in_versions_and_the_old_ones_stay(self, world: World) -> None:
        commission = make.started(world)
        lead = world.provider_lead
        first = services.propose(commission=commission, by=lead, steps=[make.plan_step()])
        with pytest.raises(NotReady, match="what should change"):
            services.return_plan(plan=first, by=world.head, words=" ")
        services.return_plan(plan=first, by=world.head, words="Later, please")
        assert "propose the action plan again" in owed(commission)

        second = services.propose(commission=commission, by=lead, steps=[make.plan_step()])
        services.agree(plan=second, by=world.head)
        services.record_step(step=second.steps[0], by=world.head, done_on=clock.today())
        more = [make.plan_step(), make.plan_step(what="Coach", side=Side.PROVIDER)]
        with pytest.raises(NotReady, match="why the plan changes"):
            services.propose(commission=commission, by=lead, steps=more)
        third = services.propose(commission=commission, by=lead, steps=more, reason="Wider")
        assert current_plan(commission) is second
        services.agree(plan=third, by=world.head)

        assert [plan.status for plan in commission.plans] == [
            PlanStatus.RETURNED,
            PlanStatus.REPLACED,
            PlanStatus.AGREED,
        ]
        assert [step.done_on for step in third.steps] == [clock.today(), None]
        with pytest.raises(NotAllowed):
            services.record_step(step=second.steps[0], by=world.head, done_on=clock.today())

    def test_is_kept_as_it_was_proposed(self, world: World) -> None:
        commission = make.active(world)
        commission.plans[0].steps[0].what = "Something easier"
        with pytest.raises(NotOpen):
            db.session.flush()
        db.session.expire_all()
        with pytest.raises(NotOpen):
            db.session.query(PlanStep).update({"what": "Something easier"})

    def test_asks_what_came_of_a_step_that_was_due(self, world: World) -> None:
        commission = make.active(world)
        (step,) = commission.plans[0].steps
        with clock.at(clock.now() + timedelta(days=40)):
            assert "school say whether step 1" in owed(commission)
            with pytest.raises(NotReady, match="or say why"):
                services.record_step(step=step, by=world.head, done_on=None)
            services.record_step(step=step, by=world.head, done_on=None, because="No cover")
            assert "step 1" not in owed(commission)

    def test_has_steps_that_somebody_can_do(self, world: World) -> None:
        commission = make.started(world)
        wrong = [
            [],
            [make.plan_step(what=" ")],
            [make.plan_step(side=None)],
            [make.plan_step(due_on=commission.ends_on + timedelta(days=1))],
            [make.plan_step(due_on=clock.today() - timedelta(days=1))],
            [make.plan_step()] * 13,
        ]
        for steps in wrong:
            with pytest.raises(NotReady):
                services.propose(commission=commission, by=world.provider_lead, steps=steps)


def row(number: int, what: str) -> dict[str, str | list[str]]:
    day = clock.today() + timedelta(days=30)
    return {
        f"what_{number}": what,
        f"side_{number}": "school",
        f"doer_{number}": "Headteacher",
        f"due_on_{number}": [str(day.day), str(day.month), str(day.year)],
    }


class TestPages:
    def test_from_the_proposal_to_what_came_of_it(
        self, world: World, client: LintingClient
    ) -> None:
        commission = make.started(world)
        deliver.check_under_way(commission)
        url = f"/commissions/{commission.reference}"
        propose = f"{url}/plan/propose"
        client.signed_in_as(world.provider_lead)
        assert client.get(f"{url}/visits/new").status_code == 409
        assert "Propose the action plan" in client.get(url).text
        assert "at least one step" in client.submit(propose, {"more": None}).text
        half = client.submit(propose, {"what_1": "Release", "more": None})
        assert "Choose which side does step 1" in half.text
        longer = client.submit(propose, row(1, "Release the lead") | {"more": "y"})
        assert longer.status_code == 200
        assert "Step 7" in longer.text
        assert "Release the lead" in longer.text

        stale = client.get(propose)
        assert client.submit(propose, row(1, "Release the lead") | {"more": None}).location
        old = {"version": "0", "rows": "4", "submit": "x"}
        assert client.post(propose, data=old | row(1, "Other")).status_code == 409
        assert stale.status_code == 200

        client.signed_in_as(world.head)
        answer = f"{url}/plan/1/answer"
        assert "Release the lead" in client.get(answer).text
        assert "should change" in client.submit(answer, {"answer": "change"}).text
        assert client.submit(answer, {"answer": "agree"}).status_code == 303
        step = f"{url}/plan/1/steps/1"
        assert client.submit(step, {}).status_code == 422
        assert client.submit(step, {"not_done_because": "No cover"}).status_code == 303
        page = client.get(f"{url}/plan").text
        assert "Agreed by both sides" in page
        assert "Why not: No cover" in page
        assert "0 of 1 step done" in client.get(url).text
