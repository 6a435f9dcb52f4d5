from __future__ import annotations

from datetime import datetime, timedelta
from decimal import Decimal
from typing import Any

import pytest
from sqlalchemy import select

from app.commissions.delivery_answers import days_left
from app.commissions.facts import Acknowledgement
from app.commissions.services import deliver
from app.commissions.statuses import CommissionStatus
from app.commissions.timeline import commission_timeline
from app.core import clock
from app.core.audit import AuditEvent, subject_of
from app.core.errors import NotAllowed, NotOpen, NotReady
from app.extensions import db
from tests.cases import Case
from tests.factories import deliveries as make
from tests.factories.agreements import approved, some_day
from tests.factories.world import World

NOT_THE_PROVIDER = ("head", "host_head", "broker", "approver", "quality", "other_provider_lead")


class TestStart:
    def test_the_support_is_under_way_from_the_meeting_on(self, world: World) -> None:
        commission = make.active(world)

        assert commission.status is CommissionStatus.ACTIVE
        assert commission.start_meeting_on == clock.today()

    @pytest.mark.parametrize(("days", "words"), [(1, "in the past"), (-3, "day of approval")])
    def test_days_that_cannot_be(self, world: World, days: int, words: str) -> None:
        commission = approved(world)

        with pytest.raises(NotReady, match=words):
            deliver.start(
                commission=commission, by=world.provider_lead, start_meeting_on=some_day(days)
            )

    def test_only_the_provider_starts(self, world: World, case: Case) -> None:
        commission = approved(world)

        for name in NOT_THE_PROVIDER:
            with case(name), pytest.raises(NotAllowed):
                deliver.start(
                    commission=commission,
                    by=getattr(world, name),
                    start_meeting_on=clock.today(),
                )

    def test_it_starts_once(self, world: World) -> None:
        commission = make.active(world)

        with pytest.raises(NotOpen):
            deliver.start(
                commission=commission, by=world.provider_lead, start_meeting_on=clock.today()
            )


CANNOT_BE: tuple[tuple[dict[str, Any], str], ...] = (
    ({"held_on": some_day(1)}, "once it was held"),
    ({"held_on": some_day(-1)}, "earlier than the start meeting"),
    ({"hours": Decimal(0)}, "hours of the visit"),
    ({"hours": Decimal(41)}, "hours of the visit"),
    ({"hours": Decimal("1.25")}, "hours of the visit"),
    ({"hours": Decimal("NaN")}, "hours of the visit"),
    ({"days_used": Decimal(-1)}, "number from 0"),
    ({"days_used": Decimal("4.5")}, "Only 4 of the agreed days are left"),
    ({"roles_seen": " "}, "by role"),
    ({"roles_seen": "x" * 201}, "200 characters"),
    ({"activity": "\n"}, "what you did"),
    ({"progress": ""}, "what progress"),
    ({"next_steps": ""}, "what happens next"),
    ({"objective_ids": []}, "Choose the objectives"),
    ({"objective_ids": [999_999]}, "Choose the objectives"),
    ({"next_visit_on": some_day(0)}, "later than this one"),
)


class TestAddVisitNote:
    def test_the_note_is_kept_and_its_days_are_taken(self, world: World) -> None:
        commission = make.active(world)

        note = make.note(world, commission, days_used=Decimal("1.5"), activity="  Coached  ")

        assert commission.visit_notes == [note]
        assert note.activity == "Coached"
        assert note.author is world.provider_lead
        assert days_left(commission) == Decimal("2.5")

    def test_answers_that_cannot_be(self, world: World, case: Case) -> None:
        commission = make.active(world)

        for changes, words in CANNOT_BE:
            with case(changes):
                with pytest.raises(NotReady, match=words):
                    make.note(world, commission, **changes)
                assert commission.visit_notes == []

    def test_days_of_earlier_visits_are_gone(self, world: World) -> None:
        commission = make.active(world)
        make.note(world, commission, days_used=Decimal("3.5"))

        with pytest.raises(NotReady, match=r"Only 0\.5 of"):
            make.note(world, commission, days_used=Decimal(1))

    def test_only_the_provider_writes(self, world: World, case: Case) -> None:
        commission = make.active(world)

        for name in NOT_THE_PROVIDER:
            with case(name), pytest.raises(NotAllowed):
                deliver.add_visit_note(
                    commission=commission,
                    by=getattr(world, name),
                    **make.visit_facts(commission),
                )

    def test_not_before_the_start_nor_after_the_end(self, world: World) -> None:
        before, after = approved(world), make.evaluating(world, number=2)

        for commission in (before, after):
            with pytest.raises(NotOpen):
                make.note(world, commission, days_used=Decimal(0))


class TestAcknowledge:
    def test_the_answer_has_a_name_and_a_moment(self, world: World) -> None:
        note = make.note(world, make.active(world))

        deliver.acknowledge(
            note=note, by=world.deputy, answer=Acknowledgement.ACCURATE, comment=" Thanks "
        )

        assert note.acknowledgement is Acknowledgement.ACCURATE
        assert (note.acknowledged_by, note.school_comment) == (world.deputy, "Thanks")
        assert note.acknowledged_at is not None

    def test_it_has_its_line_in_the_timeline(self, world: World) -> None:
        note = make.note(world, make.active(world))
        deliver.acknowledge(note=note, by=world.head, answer=Acknowledgement.ACCURATE)

        actions = db.session.scalars(
            select(AuditEvent.action).where(AuditEvent.subject == subject_of(note))
        ).all()
        titles = [entry.title for entry in commission_timeline(world.head, note.commission)]

        assert actions == ["created", "acknowledge"]
        assert "Visit note answered by the school" in titles

    def test_once_only(self, world: World) -> None:
        note = make.note(world, make.active(world))
        deliver.acknowledge(note=note, by=world.head, answer=Acknowledgement.ACCURATE)

        with pytest.raises(NotOpen):
            deliver.acknowledge(
                note=note, by=world.deputy, answer=Acknowledgement.NOT_ACCURATE, comment="No"
            )
        assert note.acknowledgement is Acknowledgement.ACCURATE

    def test_not_accurate_needs_words(self, world: World) -> None:
        note = make.note(world, make.active(world))

        with pytest.raises(NotReady, match="not accurate"):
            deliver.acknowledge(
                note=note, by=world.head, answer=Acknowledgement.NOT_ACCURATE, comment=" "
            )

    def test_only_the_supported_school_answers(self, world: World, case: Case) -> None:
        note = make.note(world, make.active(world))

        for name in ("provider_lead", "chair", "other_head", "host_head", "broker"):
            with case(name), pytest.raises(NotAllowed):
                deliver.acknowledge(
                    note=note, by=getattr(world, name), answer=Acknowledgement.ACCURATE
                )

    def test_it_can_still_be_answered_while_both_sides_evaluate(self, world: World) -> None:
        note = make.evaluating(world).visit_notes[0]

        deliver.acknowledge(note=note, by=world.head, answer=Acknowledgement.ACCURATE)

        assert note.acknowledged_by is world.head

    def test_not_any_more_in_quality_review(self, world: World) -> None:
        note = make.in_review(world).visit_notes[0]

        with pytest.raises(NotOpen):
            deliver.acknowledge(note=note, by=world.head, answer=Acknowledgement.ACCURATE)


class TestTomorrow:
    def test_a_visit_of_yesterday_is_written_up_today(self, world: World) -> None:
        commission = make.active(world)
        held = clock.today()
        moment: datetime = clock.now() + timedelta(days=1)

        with clock.at(moment):
            assert make.note(world, commission, held_on=held).held_on == held
