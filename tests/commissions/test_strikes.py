"""Striking out a reading or a note: by whom, and what it no longer counts for."""

from __future__ import annotations

from decimal import Decimal

import pytest
from sqlalchemy import delete
from sqlalchemy.orm import Session, scoped_session

from app.commissions.changes.follow_up import follow_up_asked, follow_ups
from app.commissions.delivery_answers import days_left
from app.commissions.delivery_duties import duties_of
from app.commissions.facts import Acknowledgement, Side
from app.commissions.models import (
    Commission,
)
from app.commissions.next_steps import Actor
from app.commissions.progress import latest_of
from app.commissions.queries.capacity import work_of
from app.commissions.queries.commissions import CommissionSearch, all_commissions
from app.commissions.requirements import visits_settled
from app.commissions.reviews import services as reviews
from app.commissions.reviews.page import latest_words, spent_words
from app.commissions.services import deliver
from app.commissions.strikes import services
from app.commissions.timeline import commission_timeline
from app.commissions.visits import services as visits
from app.commissions.visits.facts import VisitStatus
from app.core import clock
from app.core.errors import NotAllowed, NotOpen, NotReady
from app.quality.closing import services as closing
from tests.cases import Case
from tests.commissions.test_follow_up import morning
from tests.factories import agreements, bookings
from tests.factories import deliveries as make
from tests.factories.world import World


def turn_of_the_school(world: World) -> list[Commission]:
    """Return as the list of commissions does whose next step is the school's, by SQL."""
    return list(all_commissions(world.broker, CommissionSearch(turn=Actor.SCHOOL)))


class TestReading:
    def test_struck_out_it_counts_nowhere_and_restored_again(self, world: World) -> None:
        work = make.active(world)
        first, wrong = make.reading(world, work, 60), make.reading(world, work, 6)
        objective = work.objectives[0]
        before = latest_words(objective, clock.today())

        services.strike(entry=wrong, by=world.provider_lead, reason=" A digit is missing ")

        assert latest_of(objective) is first
        assert latest_words(objective, clock.today()).startswith("60%")
        assert objective.struck_measurements == [wrong]
        assert (wrong.struck_by, wrong.struck_reason) == (
            world.provider_lead,
            "A digit is missing",
        )

        services.restore(entry=wrong, by=world.provider_lead)

        assert latest_words(objective, clock.today()) == before
        assert objective.struck_measurements == []
        told = [(entry.title, entry.text) for entry in commission_timeline(world.head, work)]
        assert ("Reading struck out", "A digit is missing") in told
        assert ("Reading restored", "") in told

    def test_twice_says_what_happened(self, world: World) -> None:
        reading = make.reading(world, make.active(world), 60)
        with pytest.raises(NotOpen, match="counts already"):
            services.restore(entry=reading, by=world.provider_lead)
        services.strike(entry=reading, by=world.provider_lead, reason="Wrong")

        with pytest.raises(NotOpen, match=f"Struck out by {world.provider_lead.name}"):
            services.strike(entry=reading, by=world.provider_lead, reason="Wrong again")

        assert reading.struck_reason == "Wrong"

    def test_needs_a_reason(self, world: World) -> None:
        reading = make.reading(world, make.active(world), 60)

        with pytest.raises(NotReady, match="Say why"):
            services.strike(entry=reading, by=world.provider_lead, reason=" ")

    def test_the_school_strikes_out_only_its_own(self, world: World, case: Case) -> None:
        work = make.active(world)
        theirs, own = make.reading(world, work, 60), make.reading(world, work, 61)
        own.recorded_by = world.deputy
        for name in ("head", "chair", "host_head", "broker", "quality", "other_provider_lead"):
            with case(name), pytest.raises(NotAllowed):
                services.strike(entry=theirs, by=getattr(world, name), reason="Wrong")

        services.strike(entry=own, by=world.head, reason="Wrong")

        assert work.objectives[0].measurements == [theirs]

    def test_not_once_a_review_was_recorded_and_so_not_restored(self, world: World) -> None:
        work = make.active(world)
        kept, struck = make.reading(world, work, 60), make.reading(world, work, 6)
        services.strike(entry=struck, by=world.provider_lead, reason="Wrong")
        reviews.record_review(
            commission=work, by=world.provider_lead, answers=make.review_answers(work)
        )

        with pytest.raises(NotOpen, match=r"cannot be struck out any more\. A review"):
            services.strike(entry=kept, by=world.provider_lead, reason="Wrong")
        with pytest.raises(NotOpen, match=r"cannot be restored any more\. A review"):
            services.restore(entry=struck, by=world.provider_lead)

    def test_after_the_end_until_the_report_with_it_is_accepted(
        self, world: World, case: Case
    ) -> None:
        judgement = make.closed(world)
        work = judgement.commission
        with clock.at(morning(follow_ups(clock.today())[0].due_on)):
            reading = make.reading(world, work, 66)
            assert follow_up_asked(work) is None
            with case("before"):
                services.strike(entry=reading, by=world.provider_lead, reason="Wrong")
                assert follow_up_asked(work) is not None
            with case("afterwards"):
                closing.accept(report=judgement.closing_report, by=world.broker)
                with pytest.raises(NotOpen, match="accepted the closing report"):
                    services.strike(entry=reading, by=world.provider_lead, reason="Wrong")


class TestNote:
    def test_every_total_leaves_out_what_is_struck(
        self, world: World, session: scoped_session[Session]
    ) -> None:
        work = make.active(world)
        make.note(world, work, days_used=Decimal("0.5"))
        wrong = make.note(world, work, days_used=Decimal(3))

        def totals() -> tuple[object, ...]:
            session.expire_all()
            return (
                days_left(work),
                work_of(world.provider)[0].visited,
                spent_words(work, clock.today()).partition(",")[0],
                len([duty for duty in duties_of(work) if "is accurate" in duty.act]),
                visits_settled(work),
            )

        assert totals() == (Decimal("0.5"), Decimal("3.5"), "3.5 days of 4 days", 2, [])

        services.strike(entry=wrong, by=world.provider_lead, reason="Of another school")

        assert totals() == (Decimal("3.5"), Decimal("0.5"), "0.5 days of 4 days", 1, [])
        assert work.struck_notes == [wrong]

        services.strike(entry=work.visit_notes[0], by=world.provider_lead, reason="Also wrong")

        assert totals()[3:] == (0, ["Write a note for at least one visit."])
        assert turn_of_the_school(world) == []

    def test_its_booked_visit_waits_for_a_note_again(self, world: World, case: Case) -> None:
        work = make.active(world)
        visit = bookings.begun(world, work)
        facts = make.visit_facts(work, held_on=visit.day)
        with clock.at(bookings.after(visit)):
            wrong = visits.write_up(visit=visit, by=world.provider_lead, **facts)
            services.strike(entry=wrong, by=world.provider_lead, reason="The wrong hours")
            assert visit.status is VisitStatus.BOOKED
            assert any("write the note of the visit" in duty.act for duty in duties_of(work))
            with case("restored it is held"):
                services.restore(entry=wrong, by=world.provider_lead)
                assert (visit.status, visit.note) == (VisitStatus.HELD, wrong)
            with case("another note takes its place"):
                right = visits.write_up(visit=visit, by=world.provider_lead, **facts)
                assert (visit.status, visit.note) == (VisitStatus.HELD, right)
                assert wrong.visit is visit
                with pytest.raises(NotReady, match="another note of this visit"):
                    services.restore(entry=wrong, by=world.provider_lead)
                services.strike(entry=right, by=world.provider_lead, reason="It was right before")
                services.restore(entry=wrong, by=world.provider_lead)
                assert visit.note is wrong
            with case("or it was missed"):
                visits.record_missed(
                    visit=visit, by=world.provider_lead, side=Side.SCHOOL, reason="Closed"
                )
                with pytest.raises(NotReady, match="recorded as missed"):
                    services.restore(entry=wrong, by=world.provider_lead)

    def test_restored_only_while_its_days_are_left(self, world: World) -> None:
        work = make.active(world)
        struck = make.note(world, work, days_used=Decimal(3))
        services.strike(entry=struck, by=world.provider_lead, reason="Wrong")
        make.note(world, work, days_used=Decimal(2))

        with pytest.raises(NotReady, match="It used 3 days, and 2 days are left"):
            services.restore(entry=struck, by=world.provider_lead)

    def test_nobody_answers_what_was_struck_out(self, world: World) -> None:
        note = make.note(world, make.active(world))
        services.strike(entry=note, by=world.provider_lead, reason="Wrong")

        with pytest.raises(NotOpen, match="struck out"):
            deliver.acknowledge(note=note, by=world.head, answer=Acknowledgement.ACCURATE)

    def test_only_the_provider_until_the_school_has_answered(
        self, world: World, case: Case
    ) -> None:
        note = make.note(world, make.active(world))
        for name in ("head", "host_head", "broker", "quality", "other_provider_lead"):
            with case(name), pytest.raises(NotAllowed):
                services.strike(entry=note, by=getattr(world, name), reason="Wrong")
        deliver.acknowledge(note=note, by=world.head, answer=Acknowledgement.ACCURATE)

        with pytest.raises(NotOpen, match="The school has answered it"):
            services.strike(entry=note, by=world.provider_lead, reason="Wrong")


def test_nothing_is_ever_deleted(
    world: World, session: scoped_session[Session], case: Case
) -> None:
    work, written = make.active(world), agreements.complete(world, number=2)
    entries = [make.note(world, work), make.reading(world, work, 60), written.objectives[0]]

    for entry in entries:
        with case(type(entry).__name__):
            with pytest.raises(NotOpen, match=r"none is deleted|frozen"):
                session.execute(delete(type(entry)))
            session.delete(entry)
            with pytest.raises(NotOpen):
                session.flush()
