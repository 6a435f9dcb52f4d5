from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from app.accounts.models import RoleAssignment
from app.accounts.roles import Role
from app.commissions.facts import Interest, Outcome
from app.commissions.services.interests import declare_interest
from app.commissions.statuses import CommissionStatus
from app.core import clock
from app.core.errors import NotAllowed, NotOpen, NotReady
from app.quality import services
from app.quality.answers import OutcomeAnswer
from app.quality.facts import Decision
from tests.cases import Case
from tests.factories import deliveries as make
from tests.factories.agreements import no_interest, some_day
from tests.factories.world import LONG_AGO, World


def judge(world: World, commission: Any, by: Any = None, **changes: Any) -> Any:
    return services.judge_and_close(
        commission=commission,
        by=by or world.quality,
        answers=make.judgement_answers(commission, **changes),
    )


def as_quality_lead(person: Any) -> Any:
    person.assignments.append(
        RoleAssignment(role=Role.QUALITY_LEAD, authority_code="384", starts_on=LONG_AGO)
    )
    return person


CANNOT_BE: tuple[tuple[dict[str, Any], str], ...] = (
    ({"quality_of_delivery": " "}, "how good the delivery"),
    ({"value_for_money": ""}, "worth the money"),
    ({"differences": ""}, "where you differ"),
    ({"strength_of_evidence": 4}, "how strong"),
    ({"strength_of_evidence": -1}, "how strong"),
    ({"impact_level": 0}, "highest level"),
    ({"impact_level": 6}, "highest level"),
    ({"decision": Decision.ASSURED_WITH_CONDITIONS}, "what the conditions are"),
    ({"conditions": "But"}, "with conditions” only"),
    ({"decision": Decision.NOT_ASSURED}, "why it is not assured"),
    ({"outcomes": {}}, "each objective its outcome"),
)


class TestJudgeAndClose:
    def test_it_is_closed_with_an_outcome_for_each_objective_once_both_have_evaluated(
        self, world: World
    ) -> None:
        commission = make.evaluating(world)
        with pytest.raises(NotOpen):
            judge(world, commission)
        make.evaluated(world, commission)

        judgement = judge(world, commission)

        assert commission.status is CommissionStatus.CLOSED
        assert commission.closed_at is not None
        assert commission.judgements == [judgement]
        assert (judgement.judge, judgement.decision) == (world.quality, Decision.ASSURED)
        assert [o.outcome for o in judgement.outcomes] == [Outcome.MET]
        # and only once
        with pytest.raises(NotOpen):
            judge(world, commission)

    def test_who_does_not_judge(self, world: World, case: Case) -> None:
        commission = make.in_review(world)

        silent = "silence about interests is not an answer"
        with case(silent), pytest.raises(NotReady, match="interest"):
            judge(world, commission, by=world.second_quality)
        with case("a lead with an interest"):
            declare_interest(
                matter=commission,
                by=world.second_quality,
                answer=Interest.DECLARED,
                detail="Sister of the head",
            )

            with pytest.raises(NotAllowed):
                judge(world, commission, by=world.second_quality)
        for name in ("broker", "approver", "chair", "provider_lead", "host_head"):
            with case(f"{name} had a part in it"):
                person = as_quality_lead(getattr(world, name))
                no_interest(person, commission)

                with pytest.raises(NotAllowed):
                    judge(world, commission, by=person)
                with pytest.raises(NotAllowed):
                    services.return_for_evidence(commission=commission, by=person, reason="More")
                assert commission.status is CommissionStatus.QUALITY_REVIEW
        for name in ("head", "second_broker", "administrator", "other_broker"):
            with case(f"{name} is no quality lead"), pytest.raises(NotAllowed):
                judge(world, commission, by=getattr(world, name))

    def test_answers_that_cannot_be(self, world: World, case: Case) -> None:
        commission = make.in_review(world)

        for changes, words in CANNOT_BE:
            with case(changes):
                with pytest.raises(NotReady, match=words):
                    judge(world, commission, **changes)
                assert commission.status is CommissionStatus.QUALITY_REVIEW
        for answer, words in (
            (OutcomeAnswer(Outcome.MET, " "), "why you judge"),
            (OutcomeAnswer(Outcome.NOT_YET, "Later"), "date to look again"),
            (OutcomeAnswer(Outcome.NOT_YET, "Later", clock.today()), "in the future"),
            (OutcomeAnswer(Outcome.MET, "Yes", some_day(9)), "leave it empty"),
        ):
            with case(answer), pytest.raises(NotReady, match=words):
                judge(world, commission, outcomes={commission.objectives[0].id: answer})
        with case("an objective of another commission"):
            answers = make.judgement_answers(commission)
            more = {**answers.outcomes, 999_999: OutcomeAnswer(Outcome.MET, "Sneaked in")}

            with pytest.raises(NotReady, match="each objective"):
                services.judge_and_close(
                    commission=commission, by=world.quality, answers=replace(answers, outcomes=more)
                )


class TestReturnForEvidence:
    def test_what_was_written_is_kept_and_handed_in_again(self, world: World, case: Case) -> None:
        commission = make.in_review(world)
        with case("it needs a reason"), pytest.raises(NotReady, match="what evidence"):
            services.return_for_evidence(commission=commission, by=world.quality, reason=" ")
        with case("it needs an answer about interests"), pytest.raises(NotReady, match="interest"):
            services.return_for_evidence(
                commission=commission, by=world.second_quality, reason="More"
            )

        services.return_for_evidence(commission=commission, by=world.quality, reason=" Data? ")

        assert commission.status is CommissionStatus.EVALUATING
        assert commission.reason == "Data?"
        assert [e.submitted_at for e in commission.evaluations] == [None, None]
        assert all(e.overall for e in commission.evaluations)


class TestRecount:
    def test_counts_what_was_assured_by_its_outcome(self, world: World, case: Case) -> None:
        commission = make.in_review(world)

        with case("not yet measurable is never met"):
            make.judged(world, commission, Outcome.NOT_YET)

            record = world.provider.record
            assert (record.commissions_assured, record.objectives_met) == (1, 0)
            assert record.objectives_not_yet == 1
        with case("what was not assured does not count"):
            make.judged(
                world, commission, decision=Decision.NOT_ASSURED, reasons="No evidence at all"
            )

            assert world.provider.record.commissions_assured == 0
            assert world.provider.record.objectives_met == 0
        with case("another provider keeps its own, and counting again changes nothing"):
            make.judged(world, commission)
            assert world.other_provider.record is None

            services.recount(world.provider)

            assert world.provider.record.commissions_assured == 1
            assert world.provider.record.recounted_at.date() >= date(2026, 1, 1)
        with case("it adds up over commissions"):
            make.judged(world, commission, Outcome.MET)
            make.closed(world, number=2, outcome=Outcome.PARTLY_MET)
            make.closed(
                world,
                number=3,
                outcome=Outcome.NOT_MET,
                decision=Decision.ASSURED_WITH_CONDITIONS,
                conditions="Better data",
            )

            record = world.provider.record

            assert record.commissions_assured == 3
            assert (
                record.objectives_met,
                record.objectives_partly_met,
                record.objectives_not_met,
                record.objectives_not_yet,
            ) == (1, 1, 1, 0)
