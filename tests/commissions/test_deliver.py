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
ACCURATE = Acknowledgement.ACCURATE


class TestStart:
    def test_is_once_by_the_provider_on_a_day_since_the_approval(
        self, world: World, case: Case
    ) -> None:
        commission = approved(world)

        def start(by: str = "provider_lead", days: int = 0) -> None:
            deliver.start(
                commission=commission, by=getattr(world, by), start_meeting_on=some_day(days)
            )

        for days, words in ((1, "in the past"), (-3, "day of approval")):
            with case(f"not {words}"), pytest.raises(NotReady, match=words):
                start(days=days)
        for name in NOT_THE_PROVIDER:
            with case(f"not by {name}"), pytest.raises(NotAllowed):
                start(by=name)
        with case("no note before it"), pytest.raises(NotOpen):
            make.note(world, commission, days_used=Decimal(0))
        with case("the support is under way from the meeting on"):
            start()

            assert commission.status is CommissionStatus.ACTIVE
            assert commission.start_meeting_on == clock.today()
            with pytest.raises(NotOpen):
                start()


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
    def test_by_the_provider(self, world: World, case: Case) -> None:
        commission = make.active(world)

        with case("the note is kept and its days are taken"):
            note = make.note(world, commission, days_used=Decimal("1.5"), activity="  Coached  ")

            assert commission.visit_notes == [note]
            assert note.activity == "Coached"
            assert note.author is world.provider_lead
            assert days_left(commission) == Decimal("2.5")
        with case("days of earlier visits are gone"):
            make.note(world, commission, days_used=Decimal("3.5"))

            with pytest.raises(NotReady, match=r"Only 0\.5 of"):
                make.note(world, commission, days_used=Decimal(1))
        with case("a visit of yesterday is written up today"):
            held = clock.today()
            moment: datetime = clock.now() + timedelta(days=1)

            with clock.at(moment):
                assert make.note(world, commission, held_on=held).held_on == held
        for changes, words in CANNOT_BE:
            with case(changes):
                with pytest.raises(NotReady, match=words):
                    make.note(world, commission, **changes)
                assert commission.visit_notes == []
        for name in NOT_THE_PROVIDER:
            with case(f"not by {name}"), pytest.raises(NotAllowed):
                deliver.add_visit_note(
                    commission=commission,
                    by=getattr(world, name),
                    **make.visit_facts(commission),
                )


class TestAcknowledge:
    def test_by_the_supported_school(self, world: World, case: Case) -> None:
        note = make.note(world, make.active(world))

        def answer(by: str, kind: Acknowledgement = ACCURATE, **words: str) -> None:
            deliver.acknowledge(note=note, by=getattr(world, by), answer=kind, **words)

        with case("the answer has a name and a moment"):
            answer("deputy", comment=" Thanks ")

            assert note.acknowledgement is ACCURATE
            assert (note.acknowledged_by, note.school_comment) == (world.deputy, "Thanks")
            assert note.acknowledged_at is not None
        with case("it has its line in the timeline"):
            answer("head")

            actions = db.session.scalars(
                select(AuditEvent.action)
                .where(AuditEvent.subject == subject_of(note))
                .order_by(AuditEvent.sequence)
            ).all()
            titles = [entry.title for entry in commission_timeline(world.head, note.commission)]

            assert actions == ["created", "acknowledge"]
            assert "Visit note answered by the school" in titles
        with case("once only"):
            answer("head")

            with pytest.raises(NotOpen):
                answer("deputy", Acknowledgement.NOT_ACCURATE, comment="No")
            assert note.acknowledgement is ACCURATE
        with case("not accurate needs words"), pytest.raises(NotReady, match="not accurate"):
            answer("head", Acknowledgement.NOT_ACCURATE, comment=" ")
        for name in ("provider_lead", "chair", "other_head", "host_head", "broker"):
            with case(f"not by {name}"), pytest.raises(NotAllowed):
                answer(name)

    def test_is_open_until_both_sides_have_evaluated(self, world: World, case: Case) -> None:
        commission = make.evaluating(world)
        note = commission.visit_notes[0]

        with case("but no note is added any more"), pytest.raises(NotOpen):
            make.note(world, commission, days_used=Decimal(0))
        with case("it can still be answered while both sides evaluate"):
            deliver.acknowledge(note=note, by=world.head, answer=ACCURATE)

            assert note.acknowledged_by is world.head
        with case("not any more in quality review"):
            make.both_evaluate(world, commission)

            with pytest.raises(NotOpen):
                deliver.acknowledge(note=note, by=world.head, answer=ACCURATE)
