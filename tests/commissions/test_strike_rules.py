"""Until when an entry can be struck out. Pure rules."""

from __future__ import annotations

from datetime import timedelta

import pytest

from app.commissions.facts import Acknowledgement
from app.commissions.models import (
    Evaluation,
    Measurement,
    Objective,
    ReviewMeeting,
    VisitNote,
)
from app.commissions.statuses import CommissionStatus
from app.commissions.strikes.requirements import (
    follow_up_relied_on,
    note_relied_on,
    objective_agreed,
    reading_relied_on,
)
from app.core import clock
from tests.commissions.unsaved import MOVED, commission

C = CommissionStatus
LATER, EARLIER = MOVED + timedelta(hours=1), MOVED - timedelta(hours=1)


def reading_in(status: CommissionStatus, **facts: object) -> Measurement:
    objective = Objective(commission=commission(status, **facts))
    return Measurement(objective=objective, created_at=MOVED)


class TestUntilWhen:
    @pytest.mark.parametrize(
        ("reading", "words"),
        [
            (reading_in(C.ACTIVE), ""),
            (reading_in(C.PAUSED), ""),
            (reading_in(C.EVALUATING), ""),
            (reading_in(C.ACTIVE, reviews=[ReviewMeeting(created_at=EARLIER)]), ""),
            (reading_in(C.ACTIVE, reviews=[ReviewMeeting(created_at=LATER)]), "review"),
            (reading_in(C.EVALUATING, evaluations=[Evaluation(submitted_at=LATER)]), "evaluation"),
            # it was asked for again, but somebody has read what rests on the reading
            (reading_in(C.EVALUATING, evaluations=[Evaluation()]), "evaluation"),
            (reading_in(C.QUALITY_REVIEW), "not being measured"),
            (reading_in(C.CLOSED), "not being measured"),
        ],
    )
    def test_a_reading(self, reading: Measurement, words: str) -> None:
        assert words in " ".join(reading_relied_on(reading))
        assert bool(words) == bool(reading_relied_on(reading))

    def test_a_reading_after_the_end(self) -> None:
        reading = reading_in(C.CLOSED, closed_at=MOVED)
        reading.follow_up = 1

        with clock.at(MOVED + timedelta(days=100)):
            assert follow_up_relied_on(reading, accepted_at=None) == []
            assert follow_up_relied_on(reading, accepted_at=EARLIER) == []
            assert "accepted" in follow_up_relied_on(reading, accepted_at=LATER)[0]
        with clock.at(MOVED + timedelta(days=900)):
            assert "not taken" in follow_up_relied_on(reading, accepted_at=None)[0]

    @pytest.mark.parametrize("status", C)
    def test_a_note_and_an_objective(self, status: CommissionStatus) -> None:
        work = commission(status)
        answered = VisitNote(commission=work, acknowledgement=Acknowledgement.ACCURATE)

        assert (note_relied_on(VisitNote(commission=work)) == []) == (
            status in {C.ACTIVE, C.PAUSED}
        )
        assert note_relied_on(answered)
        assert (objective_agreed(Objective(commission=work)) == []) == (status is C.AGREEING)
