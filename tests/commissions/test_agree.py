from __future__ import annotations

from datetime import timedelta
from decimal import Decimal

import pytest
from sqlalchemy import delete, insert, update
from sqlalchemy.orm import Session

from app.commissions.facts import MOST_OBJECTIVES
from app.commissions.models import AgreementVersion, Objective, Signature, StartingPoint, Target
from app.commissions.services import agree
from app.commissions.services.answers import Money, ObjectiveAnswers, Payment
from app.core import clock
from app.core.errors import NotAllowed, NotOpen, NotReady
from tests.factories import agreements
from tests.factories.agreements import answers, terms
from tests.factories.world import World

MONEY = Money(
    charge_pence=100_000,
    reimbursement_pence=90_000,
    fee_pence=10_000,
    vat_pence=20_000,
    funders=(Payment("The school", 70_000), Payment("The authority", 50_000)),
)


class TestObjectives:
    @pytest.mark.parametrize("who", ["head", "deputy", "provider_lead", "broker"])
    def test_both_sides_and_the_broker_write(self, world: World, who: str) -> None:
        commission = agreements.agreeing(world)

        objective = agree.add_objective(
            commission=commission, by=getattr(world, who), answers=answers()
        )

        assert ObjectiveAnswers.of(objective) == answers()
        assert objective.position == 1

    @pytest.mark.parametrize("who", ["host_head", "approver", "quality", "other_head"])
    def test_nobody_else_does(self, world: World, who: str) -> None:
        commission = agreements.agreeing(world)

        with pytest.raises(NotAllowed):
            agree.add_objective(commission=commission, by=getattr(world, who), answers=answers())

    def test_faults_are_refused(self, world: World) -> None:
        commission = agreements.agreeing(world)

        with pytest.raises(NotReady, match="must be higher"):
            agree.add_objective(
                commission=commission, by=world.head, answers=answers(target_value=Decimal(10))
            )
        assert commission.objectives == []

    def test_changing_keeps_one_starting_point_and_target(self, world: World) -> None:
        commission = agreements.complete(world)
        objective = commission.objectives[0]

        agree.change_objective(
            objective=objective, by=world.head, answers=answers(target_value=Decimal(80))
        )

        assert objective.target is not None
        assert objective.target.value == Decimal(80)

    def test_a_starting_point_can_be_taken_out_again(self, world: World) -> None:
        commission = agreements.complete(world)
        none = dict.fromkeys(["starting_value", "starting_on", "cohort_size"])

        agree.change_objective(
            objective=commission.objectives[0],
            by=world.head,
            answers=answers(**none, cohort="", source="", evidence=""),
        )

        assert commission.objectives[0].starting_point is None

    def test_there_are_not_too_many(self, world: World) -> None:
        commission = agreements.agreeing(world)
        for _ in range(MOST_OBJECTIVES):
            agree.add_objective(commission=commission, by=world.head, answers=answers())

        with pytest.raises(NotReady):
            agree.add_objective(commission=commission, by=world.head, answers=answers())


class TestTermsAndMoney:
    def test_terms_are_kept(self, world: World) -> None:
        commission = agreements.agreeing(world)

        agree.set_terms(commission=commission, by=world.head, terms=terms())

        assert commission.pattern_of_visits == "A day a fortnight"

    def test_only_the_broker_sets_the_money(self, world: World) -> None:
        commission = agreements.agreeing(world)

        with pytest.raises(NotAllowed):
            agree.set_money(commission=commission, by=world.head, money=MONEY)
        agree.set_money(commission=commission, by=world.broker, money=MONEY)

        assert commission.total_pence == 120_000
        assert [line.pence for line in commission.funding] == [70_000, 50_000]

    def test_money_that_does_not_add_up_is_refused(self, world: World) -> None:
        commission = agreements.agreeing(world)
        wrong = Money(charge_pence=1, reimbursement_pence=1, fee_pence=1, vat_pence=0)

        with pytest.raises(NotReady):
            agree.set_money(commission=commission, by=world.broker, money=wrong)


class TestFrozen:
    """Starting points and targets stay as they were signed, whoever writes and however."""

    @pytest.mark.parametrize("state", ["offered", "signing", "signed", "approved"])
    def test_services_refuse(self, world: World, state: str) -> None:
        commission = getattr(agreements, state)(world)

        with pytest.raises(NotOpen):
            agree.add_objective(commission=commission, by=world.head, answers=answers())
        with pytest.raises(NotOpen):
            agree.set_terms(commission=commission, by=world.head, terms=terms())
        with pytest.raises(NotOpen):
            agree.set_money(commission=commission, by=world.broker, money=MONEY)
        for objective in commission.objectives:
            with pytest.raises(NotOpen):
                agree.change_objective(objective=objective, by=world.head, answers=answers())

    def test_a_direct_write_to_a_record_is_refused(self, world: World, session: Session) -> None:
        objective = agreements.signing(world).objectives[0]
        target, start = objective.target, objective.starting_point
        assert target is not None
        assert start is not None
        for record, name, value in (
            (target, "value", Decimal(60)),
            (start, "taken_on", clock.today() - timedelta(days=400)),
            (objective, "measure", "Something easier"),
        ):
            with pytest.raises(NotOpen), session.begin_nested():
                setattr(record, name, value)
                session.flush()
            session.rollback() if not session.is_active else session.refresh(record)

    def test_removing_and_adding_directly_are_refused(self, world: World, session: Session) -> None:
        objective = agreements.signing(world).objectives[0]

        with pytest.raises(NotOpen), session.begin_nested():
            session.delete(objective)
            session.flush()
        with pytest.raises(NotOpen), session.begin_nested():
            session.add(Target(objective_id=objective.id, value=Decimal(1), due_on=clock.today()))
            session.flush()

    @pytest.mark.parametrize("model", [Objective, StartingPoint, Target])
    def test_statements_past_the_records_are_refused(
        self, world: World, session: Session, model: type
    ) -> None:
        agreements.signing(world)

        for statement in (update(model).values(id=1), delete(model), insert(model).values(id=1)):
            with pytest.raises(NotOpen):
                session.execute(statement)

    def test_a_version_and_its_signatures_never_change(
        self, world: World, session: Session
    ) -> None:
        commission = agreements.signed(world)
        version = agreements.standing(commission)

        with pytest.raises(NotOpen), session.begin_nested():
            version.content = {"objectives": []}
            session.flush()
        with pytest.raises(NotOpen), session.begin_nested():
            session.delete(agreements.standing(commission).signatures[0])
            session.flush()
        for statement in (update(AgreementVersion).values(digest=""), delete(Signature)):
            with pytest.raises(NotOpen):
                session.execute(statement)

    def test_after_a_rejection_it_may_be_written_again(self, world: World) -> None:
        commission = agreements.rejected(world)

        agree.change_objective(
            objective=commission.objectives[0],
            by=world.head,
            answers=answers(target_value=Decimal(70)),
        )

        assert commission.versions[0].content["objectives"][0]["target"]["value"] == "75"
