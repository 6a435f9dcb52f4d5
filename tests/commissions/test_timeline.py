"""Whatever can happen has its words: walks over all statuses, actions and lines."""

from __future__ import annotations

from enum import StrEnum

import pytest

from app.commissions import facts
from app.commissions.statuses import (
    CommissionAction,
    CommissionStatus,
    RequestAction,
    RequestStatus,
)
from app.commissions.timeline import (
    ASKING,
    BOARD,
    CONCERNS,
    DELIVERY,
    EVERYBODY,
    LINES,
    OFFICERS,
    commission_timeline,
    request_timeline,
)
from app.commissions.words import (
    COMMISSION_ACTION_WORDS,
    COMMISSION_TONES,
    COMMISSION_WORDS,
    REQUEST_ACTION_WORDS,
    REQUEST_TONES,
    REQUEST_WORDS,
)
from app.core.audit_verify import audited_tables
from app.core.measure_words import value_words
from tests.factories import agreements, enquiries
from tests.factories.world import World

TONES = {"neutral", "waiting", "active", "good", "warning", "bad"}
# a signature tells of itself, with the name of the party
TOLD_BY_THE_SIGNATURE = {CommissionAction.SIGN}


class TestWords:
    @pytest.mark.parametrize(
        ("enum", "words"),
        [
            (RequestStatus, REQUEST_WORDS),
            (CommissionStatus, COMMISSION_WORDS),
            (RequestAction, REQUEST_ACTION_WORDS),
            (CommissionAction, COMMISSION_ACTION_WORDS),
            (facts.Urgency, facts.URGENCY_WORDS),
            (facts.FundingRoute, facts.FUNDING_WORDS),
            (facts.CandidateVerdict, facts.VERDICT_WORDS),
            (facts.Party, facts.PARTY_WORDS),
            (facts.ApprovalKind, facts.APPROVAL_WORDS),
            (facts.Asked, facts.ASKED_WORDS),
            (facts.Direction, facts.DIRECTION_WORDS),
            (facts.VisitMode, facts.VISIT_MODE_WORDS),
            (facts.Acknowledgement, facts.ACKNOWLEDGEMENT_WORDS),
            (facts.Outcome, facts.OUTCOME_WORDS),
        ],
    )
    def test_stand_for_every_member_and_each_reads_differently(
        self, enum: type[StrEnum], words: dict[StrEnum, str]
    ) -> None:
        assert set(words) == set(enum)
        assert len(set(words.values())) == len(enum)
        assert all(text and text[0] != " " for text in words.values())

    @pytest.mark.parametrize(
        ("enum", "tones"),
        [
            (RequestStatus, REQUEST_TONES),
            (CommissionStatus, COMMISSION_TONES),
            (facts.Outcome, facts.OUTCOME_TONES),
        ],
    )
    def test_have_a_tone_each(self, enum: type[StrEnum], tones: dict[StrEnum, str]) -> None:
        assert set(tones) == set(enum)
        assert set(tones.values()) <= TONES

    def test_of_a_measure_need_no_unit(self) -> None:
        assert value_words(agreements.answers().target_value, "") == "75"


class TestLines:
    def test_tell_every_act_of_a_request(self) -> None:
        told = {action for table, action in LINES if table == "support_request"}
        assert set(RequestAction) <= told

    def test_tell_every_act_of_a_commission(self) -> None:
        told = {action for table, action in LINES if table == "commission"}
        assert set(CommissionAction) - TOLD_BY_THE_SIGNATURE <= told
        assert ("signature", facts.Answer.SIGNED) in LINES

    def test_are_of_tables_that_exist(self) -> None:
        assert {table for table, _ in LINES} <= {table.name for table in audited_tables()}

    def test_say_for_whom_they_are(self) -> None:
        assert {line.readers for line in LINES.values()} <= {
            EVERYBODY,
            DELIVERY,
            OFFICERS,
            ASKING,
            BOARD,
            CONCERNS,
        }


class TestTimeline:
    def test_tells_the_parties_what_happened_in_its_order(self, world: World) -> None:
        commission = agreements.signed(world)
        titles = [entry.title for entry in commission_timeline(world.head, commission)]
        told = ["Offer made", "Offer accepted", "Agreement sent for signature"]
        assert [title for title in titles if title in told] == told
        assert titles.count("Agreement signed") == 3

    def test_tells_answers_about_interests_to_officers_alone(self, world: World) -> None:
        commission = agreements.agreeing(world)
        line = "Answer about interests recorded"
        assert line in {e.title for e in commission_timeline(world.broker, commission)}
        assert line not in {e.title for e in commission_timeline(world.head, commission)}
        assert line not in {e.title for e in request_timeline(world.head, commission.request)}

    def test_keeps_the_request_from_the_home_school(self, world: World) -> None:
        commission = agreements.agreeing(world)
        titles = {entry.title for entry in commission_timeline(world.host_head, commission)}
        assert "Offer accepted" in titles
        assert "Request begun" not in titles

    def test_names_who_was_asked_to_the_school_and_not_to_one_of_them(self, world: World) -> None:
        request = enquiries.enquired(world)
        sent = "Provider asked whether it can help"
        to_the_school = [e.text for e in request_timeline(world.head, request) if e.title == sent]
        assert sorted(to_the_school) == sorted([world.provider.name, world.other_provider.name])
        assert sent not in {e.title for e in request_timeline(world.provider_lead, request)}
