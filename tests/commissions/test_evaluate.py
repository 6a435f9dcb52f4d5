from __future__ import annotations

import pytest
from sqlalchemy import select

from app.commissions.delivery_permissions import side_of, visible_evaluations
from app.commissions.facts import Side
from app.commissions.services import evaluate
from app.commissions.statuses import CommissionStatus
from app.core.audit import AuditEvent, subject_of
from app.core.errors import NotAllowed, NotOpen, NotReady
from app.extensions import db
from app.quality import services as quality
from tests.cases import Case
from tests.factories import deliveries as make
from tests.factories.world import World


class TestEvaluate:
    def test_the_second_one_sends_both_to_quality_review(self, world: World) -> None:
        commission = make.evaluating(world)

        make.evaluation(commission, world.provider_lead)
        assert commission.status is CommissionStatus.EVALUATING
        make.evaluation(commission, world.deputy)

        assert commission.status is CommissionStatus.QUALITY_REVIEW
        assert {e.side: e.author for e in commission.evaluations} == {
            Side.PROVIDER: world.provider_lead,
            Side.SCHOOL: world.deputy,
        }

    def test_one_for_each_side(self, world: World) -> None:
        commission = make.evaluating(world)
        make.evaluation(commission, world.head)

        with pytest.raises(NotOpen, match="already handed in"):
            make.evaluation(commission, world.deputy)
        assert len(commission.evaluations) == 1

    def test_only_the_two_sides(self, world: World, case: Case) -> None:
        commission = make.evaluating(world)

        for name in ("chair", "broker", "quality", "host_head", "other_head"):
            with case(name), pytest.raises(NotAllowed):
                make.evaluation(commission, getattr(world, name))

    def test_not_before_delivery_has_ended(self, world: World) -> None:
        with pytest.raises(NotOpen):
            make.evaluation(make.active(world), world.head)

    def test_every_objective_and_the_whole_need_words(self, world: World) -> None:
        commission = make.evaluating(world)

        with pytest.raises(NotReady) as refused:
            evaluate.evaluate(commission=commission, by=world.head, overall=" ", findings={})

        assert refused.value.reasons == (
            "Say what the support came to overall.",
            "Say what changed for objective 1.",
        )

    def test_a_foreign_objective_is_refused(self, world: World) -> None:
        commission = make.evaluating(world)
        own = {objective.id: ("Better", "") for objective in commission.objectives}

        with pytest.raises(NotReady, match="only the objectives of this agreement"):
            evaluate.evaluate(
                commission=commission,
                by=world.head,
                overall="Good",
                findings=own | {999_999: ("Sneaked in", "")},
            )

    def test_after_a_return_the_same_one_is_handed_in_again(self, world: World) -> None:
        commission = make.in_review(world)
        quality.return_for_evidence(commission=commission, by=world.quality, reason="More data")
        first = next(e for e in commission.evaluations if e.side is Side.SCHOOL)

        again = make.evaluation(commission, world.deputy, "Fuller")
        make.evaluation(commission, world.provider_lead, "Fuller")

        assert again is first
        assert (again.author, again.overall) == (world.deputy, "Fuller overall")
        assert [finding.impact for finding in again.findings] == ["Fuller impact"]
        assert commission.status is CommissionStatus.QUALITY_REVIEW
        actions = db.session.scalars(
            select(AuditEvent.action)
            .where(AuditEvent.subject == subject_of(again))
            .order_by(AuditEvent.sequence)
        ).all()
        assert actions == ["created", "changed", "submit"]


SIDES = ("head", "deputy", "chair", "provider_lead")
OFFICERS = ("broker", "approver", "second_broker", "quality")
NOBODY = ("host_head", "other_head", "other_provider_lead", "other_broker", "forum")


class TestVisibleEvaluations:
    def test_each_side_sees_only_its_own_until_both_are_in(self, world: World) -> None:
        commission = make.evaluating(world)
        school = make.evaluation(commission, world.head)

        seen = {
            name: visible_evaluations(getattr(world, name), commission)
            for name in (*SIDES, *OFFICERS, *NOBODY)
        }

        assert seen["head"] == seen["deputy"] == seen["chair"] == [school]
        assert seen["provider_lead"] == []
        assert all(seen[name] == [school] for name in OFFICERS)
        assert all(seen[name] == [] for name in NOBODY)

    def test_both_sides_see_both_once_both_are_in(self, world: World) -> None:
        commission = make.in_review(world)

        for name in (*SIDES, *OFFICERS):
            sides = [e.side for e in visible_evaluations(getattr(world, name), commission)]
            assert sides == [Side.SCHOOL, Side.PROVIDER]
        for name in NOBODY:
            assert visible_evaluations(getattr(world, name), commission) == []

    def test_a_return_for_evidence_makes_them_blind_again(self, world: World) -> None:
        commission = make.in_review(world)
        quality.return_for_evidence(commission=commission, by=world.quality, reason="More data")

        assert [e.side for e in visible_evaluations(world.head, commission)] == [Side.SCHOOL]
        assert [e.side for e in visible_evaluations(world.provider_lead, commission)] == [
            Side.PROVIDER
        ]
        assert visible_evaluations(world.broker, commission) == []


class TestSideOf:
    def test_who_speaks_for_which(self, world: World, case: Case) -> None:
        commission = make.evaluating(world)

        for name, side in (
            ("head", Side.SCHOOL),
            ("deputy", Side.SCHOOL),
            ("provider_lead", Side.PROVIDER),
            ("chair", None),
            ("broker", None),
            ("host_head", None),
        ):
            with case(name):
                assert side_of(getattr(world, name), commission) is side

    def test_nobody_speaks_for_two(self, world: World) -> None:
        commission = make.evaluating(world)
        world.head.assignments.extend(world.provider_lead.assignments)

        assert side_of(world.head, commission) is None
        assert visible_evaluations(world.head, commission) == []
