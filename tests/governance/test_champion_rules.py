"""What can be said of champions without a database: words, lifecycles, days."""

from __future__ import annotations

from datetime import date

from app.governance.champions.facts import (
    BEFORE_SERVING,
    CALL_TONES,
    CALL_WORDS,
    STATUS_TONES,
    STATUS_WORDS,
    Act,
    CallStatus,
    ReviewDecision,
    Status,
)
from app.governance.champions.lifecycle import LIFECYCLE
from app.governance.champions.models import Call
from app.governance.champions.services.calls import usual_call
from app.governance.champions.services.serve import a_year_after
from app.governance.champions.standing import NEXT
from app.governance.champions.timeline import LINES
from app.prospectus.facts import KIND_WORDS, ProviderKind


class TestWords:
    def test_every_status_has_them(self) -> None:
        assert set(STATUS_WORDS) == set(STATUS_TONES) == set(Status)
        assert set(CALL_WORDS) == set(CALL_TONES) == set(CallStatus)
        assert set(NEXT) == set(Status) - {Status.NOT_ELIGIBLE, Status.NOT_APPOINTED}

    def test_every_act_has_a_line_in_the_timeline(self) -> None:
        assert {act for table, act in LINES if table == "champion_application"} == set(Act)
        assert {act for table, act in LINES if table == "champion_review"} == set(ReviewDecision)

    def test_every_kind_of_provider_has_a_word_and_may_hold_something(self) -> None:
        assert set(KIND_WORDS) == set(ProviderKind)
        assert [kind.holder for kind in ProviderKind] == ["person", "organisation", "person"]


class TestLifecycle:
    def test_an_application_is_withdrawn_at_any_time_before_service(self) -> None:
        open_to = {status for status, act in LIFECYCLE.table if act is Act.WITHDRAW}

        assert open_to == BEFORE_SERVING
        assert Status.SERVING not in open_to
        assert (Status.SERVING, Act.STAND_DOWN) in LIFECYCLE.table

    def test_nothing_leads_out_of_what_is_over(self) -> None:
        for over in (Status.WITHDRAWN, Status.STOOD_DOWN):
            assert not [status for status, _act in LIFECYCLE.table if status is over]


class TestACall:
    def test_reads_criteria_from_lines(self) -> None:
        call = Call(criteria="Listens: gives time\n\n Asks well \n")

        assert [(one.key, one.words, one.guidance) for one in call.criteria_asked] == [
            ("1", "Listens", "gives time"),
            ("2", "Asks well", ""),
        ]

    def test_takes_applications_from_its_first_day_to_its_last(self) -> None:
        first, last = date(2027, 1, 4), date(2027, 1, 29)
        call = Call(status=CallStatus.OPEN, opens_on=first, closes_on=last)

        assert call.takes_applications(first)
        assert call.takes_applications(last)
        assert not call.takes_applications(date(2027, 1, 3))
        assert not call.takes_applications(date(2027, 1, 30))
        assert not Call(status=CallStatus.DRAFT, opens_on=first, closes_on=last).takes_applications(
            first
        )

    def test_starts_with_a_scale_of_five(self) -> None:
        assert len(Call(scale=usual_call()["scale"]).scale_words) == 5


def test_a_year_after_the_leap_day_is_a_day_that_exists() -> None:
    assert a_year_after(date(2028, 2, 29)) == date(2029, 2, 28)
    assert a_year_after(date(2026, 11, 28)) == date(2027, 11, 28)
