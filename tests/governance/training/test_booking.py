from __future__ import annotations

from datetime import timedelta

import pytest
from sqlalchemy import select

from app.core import clock
from app.core.errors import NotAllowed, NotReady
from app.extensions import db
from app.governance.training.facts import Attendance, BookingStatus, SessionStatus
from app.governance.training.models import TrainingBooking, TrainingSession
from app.governance.training.services import booking as bookings
from app.governance.training.services import catalogue, sessions
from app.governance.training.telling import remind_of_training
from app.notifications.models import Message
from tests.cases import Case
from tests.factories import training as make
from tests.factories.world import World

B = BookingStatus


def told(booking: TrainingBooking) -> list[str]:
    """Return the subjects of what the person of the booking was told, without the reference."""
    query = select(Message.subject).where(Message.person_id == booking.person_id)
    return [s.partition(": ")[2] for s in db.session.scalars(query.order_by(Message.id))]


class TestPlaces:
    def test_a_full_session_has_a_list_that_moves_up_by_itself(
        self, world: World, case: Case
    ) -> None:
        session = make.opened(world, places=1)
        first, second, third = [
            make.booked(world, session, person)
            for person in (world.governor, world.clerk, world.chair)
        ]
        assert [b.status for b in (first, second, third)] == [B.BOOKED, B.WAITING, B.WAITING]

        with case("who waited longest has the place of who cancels, and is told"):
            bookings.cancel(booking=first, by=world.governor)
            assert [b.status for b in (first, second, third)] == [
                B.CANCELLED, B.BOOKED, B.WAITING,
            ]  # fmt: skip
            assert told(second)[-1] == "you have a place"
            assert "you have a place" not in told(third)
        with case("more places fill from the list"):
            sessions.change(session=session, by=world.governor_services, facts=make.when(places=3))
            assert session.taken == 3
            assert (second.status, third.status) == (B.BOOKED, B.BOOKED)
        with case("fewer places than are taken cannot be"):
            sessions.change(session=session, by=world.governor_services, facts=make.when(places=3))
            with pytest.raises(NotReady, match="Enter 3 or more"):
                sessions.change(
                    session=session, by=world.governor_services, facts=make.when(places=2)
                )
        with case("a waiting person who cancels moves nobody"):
            bookings.cancel(booking=second, by=world.clerk)
            assert (first.status, third.status) == (B.BOOKED, B.WAITING)
        with case("another member takes the place, and nobody moves up"):
            (other,) = make.governors(world, 1)
            new = bookings.substitute(booking=first, person=other, by=world.clerk)
            assert (first.status, new.status, third.status) == (
                B.SUBSTITUTED, B.BOOKED, B.WAITING,
            )  # fmt: skip
            assert (new.price_pence, session.taken) == (first.price_pence, 1)
            with pytest.raises(NotReady, match="waits for a place already"):
                bookings.substitute(booking=new, person=world.chair, by=world.clerk)
        with case("a session that is cancelled frees everybody without charge"):
            sessions.cancel(
                session=session, by=world.governor_services, reason="The trainer is ill."
            )
            assert {b.status for b in session.bookings} == {B.LAPSED}
            assert {b.charge_pence for b in session.bookings} == {0}
            assert told(third)[-1] == "the session is cancelled"

    def test_who_cannot_book(self, world: World, case: Case) -> None:
        session = make.opened(world)
        school = world.school

        with case("twice"):
            make.booked(world, session, world.governor)
            with pytest.raises(NotReady, match="has a place already"):
                make.booked(world, session, world.governor)
        with case("a governor for another"), pytest.raises(NotAllowed):
            bookings.book(session=session, person=world.chair, school=school, by=world.governor)
        with case("somebody who is not on the board"), pytest.raises(NotReady, match="not on the"):
            bookings.book(session=session, person=world.head, school=school, by=world.clerk)
        with (
            case("after the closing day"),
            clock.at(session.starts_at - timedelta(hours=8)),
            pytest.raises(NotReady, match="Bookings closed on"),
        ):
            make.booked(world, session, world.governor)
        with case("a session that is only planned"), pytest.raises(NotReady):
            make.booked(world, make.planned(world), world.governor)


class TestAgreementOfTheBoard:
    def test_the_clerk_agrees_and_the_order_is_that_of_asking(self, world: World) -> None:
        catalogue.set_rule(school=world.school, by=world.clerk, must_agree=True)
        session = make.opened(world, places=1)
        asked = make.booked(world, session, world.governor)
        by_clerk = bookings.book(
            session=session, person=world.clerk, school=world.school, by=world.clerk
        )
        (other,) = make.governors(world, 1)
        later = make.booked(world, session, other)
        assert [b.status for b in (asked, by_clerk, later)] == [B.ASKED, B.BOOKED, B.ASKED]

        bookings.agree(booking=later, by=world.chair)
        bookings.agree(booking=asked, by=world.clerk)
        bookings.cancel(booking=by_clerk, by=world.clerk)

        assert (asked.status, later.status) == (B.BOOKED, B.WAITING)

    def test_a_board_may_decline_with_a_reason(self, world: World) -> None:
        catalogue.set_rule(school=world.school, by=world.chair, must_agree=True)
        asked = make.booked(world, make.opened(world), world.governor)

        with pytest.raises(NotReady, match="Say why"):
            bookings.decline(booking=asked, by=world.chair, reason=" ")
        with pytest.raises(NotAllowed):
            bookings.agree(booking=asked, by=world.governor)
        bookings.decline(booking=asked, by=world.chair, reason="Next term")

        assert asked.status is B.DECLINED
        assert told(asked) == ["your board did not agree"]


class TestMoney:
    def test_price_and_charge(self, world: World, case: Case) -> None:
        session = make.opened(world)
        with case("a board that does not subscribe pays, and pays when it cancels late"):
            booking = make.booked(world, session, world.governor)
            assert booking.price_pence == 9_000
            with clock.at(make.in_days(28)):
                bookings.cancel(booking=booking, by=world.clerk)
            assert booking.charge_pence == 9_000
        with case("cancelling in time is free"):
            booking = make.booked(world, session, world.governor)
            bookings.cancel(booking=booking, by=world.governor)
            assert booking.charge_pence == 0
        with case("what counts is the subscription on the day of the session"):
            catalogue.add_subscription(
                school=world.school, starts_on=session.day, ends_on=session.day
            )
            assert make.booked(world, session, world.governor).price_pence == 0


class TestAfterwards:
    def test_once_all_are_marked_it_counts_as_held(self, world: World, case: Case) -> None:
        session = make.opened(world, 1, places=1, minimum=1)
        with clock.at(clock.now() - timedelta(days=7)):
            came = make.booked(world, session, world.governor)
            left_out = make.booked(world, session, world.chair)
        marks = {came.id: Attendance.LEFT_EARLY}

        with case("not before it began"), pytest.raises(NotReady, match="has begun"):
            sessions.mark(session=session, by=world.governor_services, marks=marks)
        with case("held, and who only waited is let go"), clock.at(make.in_days(2)):
            sessions.mark(session=session, by=world.governor_services, marks=marks)
            assert session.status is SessionStatus.HELD
            assert left_out.status is B.UNPLACED
            assert told(came)[-1] == "your certificate, and two questions"

    def test_reminders_and_warnings_come_once(self, world: World) -> None:
        with clock.at(clock.now() - timedelta(days=7)):
            session = make.opened(world, 10, minimum=2)
            booking = make.booked(world, session, world.governor)
        with clock.at(session.starts_at - timedelta(days=1)):
            for _twice in range(2):
                remind_of_training()

        assert told(booking).count("your training begins soon") == 1
        warned = db.session.scalars(
            select(Message.person_id).where(Message.subject.contains("fewer than the minimum"))
        ).all()
        assert set(warned) == {world.governor_services.id, world.second_governor_services.id}
        assert len(warned) == 2
        assert db.session.get_one(TrainingSession, session.id).status is SessionStatus.OPEN
