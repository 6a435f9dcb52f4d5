from __future__ import annotations

from datetime import UTC, date, datetime

import pytest

from app.commissions.facts import (
    Acknowledgement,
    CandidateVerdict,
    Party,
    Side,
)
from app.commissions.models import (
    VisitNote,
)
from app.commissions.next_steps import (
    ACTOR_WORDS,
    Actor,
    NextStep,
    commission_next,
    request_next,
)
from app.commissions.statuses import (
    ENDED_COMMISSIONS,
    ENDED_REQUESTS,
    CommissionStatus,
    RequestStatus,
)
from app.commissions.timings import WORKING_DAYS
from app.core import clock
from tests.commissions.unsaved import (
    ENDS,
    IN_2,
    IN_5,
    IN_10,
    IN_15,
    MOVED,
    STARTS,
    commission,
    complete,
    evaluated_by,
    request,
    signed_by,
    turns,
    under_way,
)


class TestRequests:
    @pytest.mark.parametrize(
        ("status", "actor", "due_on"),
        [
            (RequestStatus.DRAFT, Actor.SCHOOL, None),
            (RequestStatus.RETURNED, Actor.SCHOOL, IN_10),
            (RequestStatus.SUBMITTED, Actor.BROKER, IN_2),
            (RequestStatus.MATCHING, Actor.BROKER, IN_2),
        ],
    )
    def test_wait_for_the_school_or_the_broker(
        self, status: RequestStatus, actor: Actor, due_on: date | None
    ) -> None:
        assert turns(request(status)) == [(actor, due_on)]

    @pytest.mark.parametrize("status", [*sorted(ENDED_REQUESTS), RequestStatus.MATCHED])
    def test_that_ended_or_became_a_commission_wait_for_nobody(self, status: RequestStatus) -> None:
        assert turns(request(status, CandidateVerdict.CHOSEN)) == []

    def test_with_providers_found_wait_for_the_school_from_the_newest_on(self) -> None:
        found = datetime(2026, 11, 9, 9, tzinfo=UTC)
        asked = request(RequestStatus.MATCHING, CandidateVerdict.SHORTLISTED, found=found)
        assert turns(asked) == [(Actor.SCHOOL, date(2026, 11, 16))]

    def test_with_providers_ruled_out_still_wait_for_the_broker(self) -> None:
        asked = request(RequestStatus.MATCHING, CandidateVerdict.NOT_SUITABLE)
        assert turns(asked) == [(Actor.BROKER, IN_2)]

    def test_with_a_choice_made_wait_for_the_offer(self) -> None:
        verdicts = (CandidateVerdict.SHORTLISTED, CandidateVerdict.CHOSEN)
        (step,) = request_next(request(RequestStatus.MATCHING, *verdicts))
        assert (step.actor, step.due_on) == (Actor.BROKER, IN_2)
        assert "offer" in step.act


class TestCommissions:
    def test_offered_wait_for_the_home_school_and_the_provider(self) -> None:
        asked = commission(CommissionStatus.OFFERED)
        assert turns(asked) == [(Actor.HOST, IN_5), (Actor.PROVIDER, IN_5)]

    @pytest.mark.parametrize("facts", [{"host_released_at": MOVED}, {"host_urn": None}])
    def test_offered_and_released_wait_for_the_provider_alone(
        self, facts: dict[str, object]
    ) -> None:
        assert turns(commission(CommissionStatus.OFFERED, **facts)) == [(Actor.PROVIDER, IN_5)]

    def test_being_agreed_wait_for_both_sides(self) -> None:
        asked = commission(CommissionStatus.AGREEING)
        assert turns(asked) == [(Actor.PROVIDER, IN_10), (Actor.SCHOOL, IN_10)]

    def test_agreed_in_full_wait_to_be_sent_for_signature(self) -> None:
        (step,) = commission_next(complete())
        assert (step.actor, step.due_on) == (Actor.PROVIDER, IN_10)
        assert step.own_sentence == "Send the agreement for signature."

    @pytest.mark.parametrize(
        ("signed", "left"),
        [
            ([], [Actor.HEAD, Actor.PROVIDER, Actor.HOST]),
            ([Party.SCHOOL], [Actor.PROVIDER, Actor.HOST]),
            ([Party.PROVIDER, Party.HOST], [Actor.HEAD]),
        ],
    )
    def test_being_signed_wait_for_those_who_have_not(
        self, signed: list[Party], left: list[Actor]
    ) -> None:
        assert turns(signed_by(*signed)) == [(actor, IN_5) for actor in left]

    def test_signed_by_all_wait_for_approval(self) -> None:
        assert turns(signed_by(*Party)) == [(Actor.APPROVER, IN_5)]
        alone = signed_by(Party.SCHOOL, Party.PROVIDER, host_urn=None)
        assert turns(alone) == [(Actor.APPROVER, IN_5)]

    def test_approved_wait_for_the_start_meeting_until_the_first_day(self) -> None:
        asked = commission(CommissionStatus.APPROVED)
        assert turns(asked) == [(Actor.PROVIDER, STARTS)]

    def test_under_way_wait_for_the_school_to_answer_each_note(self) -> None:
        notes = [
            VisitNote(held_on=date(2026, 11, 2), created_at=MOVED, acknowledgement=answer)
            for answer in (None, next(iter(Acknowledgement)))
        ]
        asked = under_way(visit_notes=notes)
        with clock.at(MOVED):
            steps = commission_next(asked)
        assert [(s.actor, s.due_on) for s in steps] == [
            (Actor.SCHOOL, IN_5),
            (Actor.PROVIDER, ENDS),
        ]
        assert "visit on 2 November" in steps[0].act

    def test_past_their_last_day_wait_for_the_provider_to_end_them(self) -> None:
        asked = under_way()
        with clock.at(datetime(2027, 6, 30, 9, tzinfo=UTC)):
            (last_day,) = commission_next(asked)
        with clock.at(datetime(2027, 7, 1, 9, tzinfo=UTC)):
            (after,) = commission_next(asked)
            assert after.overdue
        assert "deliver" in last_day.act
        assert "end delivery" in after.act

    @pytest.mark.parametrize(
        ("done", "left"),
        [
            ([], [Actor.SCHOOL, Actor.PROVIDER]),
            ([Side.SCHOOL], [Actor.PROVIDER]),
            ([Side.PROVIDER], [Actor.SCHOOL]),
        ],
    )
    def test_being_evaluated_wait_for_the_side_that_has_not(
        self, done: list[Side], left: list[Actor]
    ) -> None:
        assert turns(evaluated_by(*done)) == [(actor, IN_15) for actor in left]

    def test_evaluated_wait_for_a_quality_lead(self) -> None:
        asked = commission(CommissionStatus.QUALITY_REVIEW)
        assert turns(asked) == [(Actor.QUALITY, IN_10)]

    @pytest.mark.parametrize("status", sorted(ENDED_COMMISSIONS))
    def test_that_ended_wait_for_nobody(self, status: CommissionStatus) -> None:
        assert turns(commission(status)) == []

    @pytest.mark.parametrize("status", sorted(set(CommissionStatus) - set(ENDED_COMMISSIONS)))
    def test_that_live_always_wait_for_somebody(self, status: CommissionStatus) -> None:
        assert turns(commission(status))


class TestDueDates:
    def test_pass_over_bank_holidays(self) -> None:
        moved = datetime(2026, 12, 23, 9, tzinfo=UTC)
        (step,) = commission_next(
            commission(CommissionStatus.OFFERED, moved_at=moved, host_urn=None)
        )
        assert step.due_on == date(2027, 1, 4)

    def test_are_counted_from_the_day_in_england(self) -> None:
        late_on_monday_in_utc = datetime(2026, 7, 6, 23, 30, tzinfo=UTC)
        (step,) = commission_next(
            commission(CommissionStatus.OFFERED, moved_at=late_on_monday_in_utc, host_urn=None)
        )
        assert step.due_on == date(2026, 7, 14)

    def test_are_kept_on_the_day_itself(self) -> None:
        step = NextStep(Actor.HOST, "sign", IN_5)
        with clock.at(datetime(2026, 11, 9, 23, 59, tzinfo=UTC)):
            assert not step.overdue
        with clock.at(datetime(2026, 11, 10, 0, 1, tzinfo=UTC)):
            assert NextStep(Actor.HOST, "sign", IN_5).overdue
            assert not NextStep(Actor.HOST, "sign", None).overdue

    def test_follow_the_usual_timings(self, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setitem(WORKING_DAYS, "judge", 1)
        asked = commission(CommissionStatus.QUALITY_REVIEW)
        assert turns(asked) == [(Actor.QUALITY, date(2026, 11, 3))]


class TestWords:
    @pytest.mark.parametrize("actor", list(Actor))
    def test_name_the_actor_to_others_and_the_act_to_oneself(self, actor: Actor) -> None:
        step = NextStep(actor, "sign", None)
        assert step.sentence.lower() == f"{ACTOR_WORDS[actor]} needs to sign.".lower()
        assert step.sentence[0].isupper()
        assert step.own_sentence == "Sign."
