"""Who may decide what, and when: the table and the pure rules, without a database."""

from __future__ import annotations

from datetime import UTC, date, datetime, time

import pytest

from app.accounts.roles import Role
from app.core import clock
from app.prospectus.designations import permissions as who
from app.prospectus.designations.decisions import last_day_to_appeal, open_to_appeal
from app.prospectus.designations.facts import RESTORING, TAKES_AWAY
from app.prospectus.designations.facts import DesignationAct as A
from app.prospectus.designations.lifecycle import DESIGNATION_LIFECYCLE
from app.prospectus.designations.terms import usual_last_day
from app.prospectus.facts import DesignationStatus as S
from app.prospectus.models import Designation, DesignationType
from tests.prospectus.designations.unsaved import (
    DECIDED,
    HOST,
    PROVIDER,
    appealed,
    decision,
    designation,
    officer,
    person,
)

BROKER, OTHER = officer(1), officer(2)


def can_now(held: Designation) -> set[A]:
    return {
        act
        for act in DESIGNATION_LIFECYCLE.open_acts(BROKER, held)
        if not DESIGNATION_LIFECYCLE.missing(BROKER, held, act)
    }


class TestTable:
    def test_uses_every_act_but_the_award_that_begins_it(self) -> None:
        assert {act for _, act in DESIGNATION_LIFECYCLE.table} == set(A) - {A.AWARD}

    def test_an_ended_one_comes_back_only_by_an_appeal(self) -> None:
        acts = {act for status, act in DESIGNATION_LIFECYCLE.table if status is S.ENDED}

        assert acts == RESTORING

    def test_a_lapsed_one_can_only_be_renewed(self) -> None:
        assert can_now(designation(S.CONDITIONAL, ends_on=date(2026, 1, 31))) == {A.EXTEND}

    def test_without_a_last_day_there_is_nothing_to_extend(self) -> None:
        assert can_now(designation(S.ACTIVE)) == {A.REVIEW, A.SET_CONDITIONS, A.SUSPEND, A.END}

    def test_while_an_appeal_waits_only_a_suspension_cannot_wait(self) -> None:
        held = designation(S.UNDER_REVIEW, appealed(A.REVIEW, by=OTHER), ends_on=date(2030, 1, 1))

        assert can_now(held) - RESTORING == {A.SUSPEND}


class TestWhoDecides:
    @pytest.mark.parametrize(
        ("somebody", "may"),
        [
            (officer(1), True),
            (officer(1, Role.APPROVER), True),
            (officer(1, Role.QUALITY_LEAD), True),
            (officer(1, Role.GOVERNOR_SERVICES), False),
            (officer(1, Role.ADMINISTRATOR), False),
            (officer(1, authority="383"), False),
            (person(1, (Role.PROVIDER_LEAD, {"provider_id": PROVIDER})), False),
            # on both sides
            (
                person(
                    1,
                    (Role.BROKER, {"authority_code": "384"}),
                    (Role.PROVIDER_LEAD, {"provider_id": PROVIDER}),
                ),
                False,
            ),
            (
                person(
                    1,
                    (Role.BROKER, {"authority_code": "384"}),
                    (Role.GOVERNOR, {"school_urn": HOST}),
                ),
                False,
            ),
        ],
    )
    def test_an_officer_who_is_on_no_side(self, somebody: object, may: bool) -> None:
        assert who.can_decide(somebody, designation(S.ACTIVE)) is may  # type: ignore[arg-type]

    def test_nobody_answers_an_appeal_against_their_own_decision(self) -> None:
        held = designation(S.SUSPENDED, appealed(A.SUSPEND, by=BROKER))

        assert who.can_answer(OTHER, held)
        assert not who.can_answer(BROKER, held)


class TestOpenToAppeal:
    @pytest.mark.parametrize(
        ("day", "is_open"), [(date(2026, 11, 30), True), (date(2026, 12, 1), False)]
    )
    def test_for_twenty_working_days(self, day: date, is_open: bool) -> None:
        made = decision(A.SUSPEND)
        held = designation(S.SUSPENDED, made)

        assert last_day_to_appeal(made) == date(2026, 11, 30)
        with clock.at(datetime.combine(day, time(12), tzinfo=UTC)):
            assert (open_to_appeal(held) is made) is is_open

    @pytest.mark.parametrize("act", [act for act in A if act not in RESTORING])
    def test_only_what_takes_something_away(self, act: A) -> None:
        with clock.at(DECIDED):
            found = open_to_appeal(designation(S.ACTIVE, decision(act)))

        assert (found is not None) is (act in TAKES_AWAY)

    def test_not_what_a_later_decision_took_back(self) -> None:
        held = designation(S.ACTIVE, decision(A.REINSTATE), decision(A.SUSPEND))

        with clock.at(DECIDED):
            assert open_to_appeal(held) is None


@pytest.mark.parametrize(
    ("first", "years", "last"),
    [
        (date(2026, 11, 25), 4, date(2030, 11, 24)),
        (date(2028, 2, 29), 1, date(2029, 2, 28)),
        (date(2026, 9, 1), None, None),
    ],
)
def test_the_usual_term_ends_the_day_before_its_anniversary(
    first: date, years: int | None, last: date | None
) -> None:
    assert usual_last_day(DesignationType(term_years=years), first) == last
