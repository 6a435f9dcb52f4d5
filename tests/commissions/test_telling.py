"""Whoever must act is told, once for each step, and a subject tells nobody who is supported."""

from __future__ import annotations

from datetime import timedelta

from sqlalchemy import select
from sqlalchemy.orm import Session, scoped_session

from app.commissions.services import ask, match, respond
from app.commissions.telling import remind_all
from app.core import clock
from app.core.audit import acting
from app.notifications.models import Message
from tests.factories import agreements, deliveries
from tests.factories import requests as make
from tests.factories.world import World

DbSession = scoped_session[Session]


def told(session: DbSession, person: object) -> list[str]:
    session.commit()
    query = select(Message).where(Message.person == person).order_by(Message.id)
    return [message.subject.partition(": ")[2] for message in session.scalars(query)]


class TestTurns:
    def test_brokers_are_told_of_a_new_request(self, world: World, session: DbSession) -> None:
        make.submitted(world)

        assert told(session, world.broker) == ["read the request and start matching"]
        assert told(session, world.second_broker) == ["read the request and start matching"]
        assert told(session, world.other_broker) == []

    def test_the_broker_at_work_with_it_alone_is_told_of_the_next_step(
        self, world: World, session: DbSession
    ) -> None:
        make.matching(world)

        assert "find providers that fit" in told(session, world.broker)
        assert "find providers that fit" not in told(session, world.second_broker)

    def test_home_school_and_provider_are_told_of_an_offer(
        self, world: World, session: DbSession
    ) -> None:
        agreements.offered(world)

        assert told(session, world.host_head) == ["agree to release the provider"]
        assert told(session, world.provider_lead) == ["accept or decline the offer"]

    def test_nobody_is_told_of_their_own_turn_that_they_brought_about(
        self, world: World, session: DbSession
    ) -> None:
        with acting(world.broker.id):
            make.matching(world)
            session.commit()

        assert told(session, world.broker) == []

    def test_two_notes_of_one_day_are_told_apart(self, world: World, session: DbSession) -> None:
        commission = deliveries.active(world)
        deliveries.note(world, commission)
        before = len(told(session, world.head))
        deliveries.note(world, commission)

        assert len(told(session, world.head)) == before + 1

    def test_a_second_commit_tells_nothing_again(self, world: World, session: DbSession) -> None:
        request = make.submitted(world)
        before = told(session, world.broker)
        request.constraints = "Not on Fridays"

        assert told(session, world.broker) == before

    def test_what_was_rolled_back_is_not_told(self, world: World, session: DbSession) -> None:
        session.commit()
        make.submitted(world)
        session.rollback()

        assert told(session, world.broker) == []


class TestNews:
    def test_the_school_learns_that_its_request_is_declined(
        self, world: World, session: DbSession
    ) -> None:
        request = make.submitted(world)
        make.no_interest(world.broker, request)
        match.decline(request=request, by=world.broker, reason="Another service does this.")

        assert "the request is declined" in told(session, world.head)

    def test_the_broker_learns_that_an_offer_is_declined(
        self, world: World, session: DbSession
    ) -> None:
        commission = agreements.offered(world)
        session.commit()
        respond.decline(commission=commission, by=world.provider_lead, reason="No days.")

        assert "the offer is declined" in told(session, world.broker)


class TestReminders:
    def test_come_once_when_a_step_is_late(self, world: World, session: DbSession) -> None:
        make.submitted(world)
        session.commit()
        with clock.at(clock.now() + timedelta(days=30)):
            remind_all()
            remind_all()

            late = "late: read the request and start matching"
            assert told(session, world.broker).count(late) == 1

    def test_come_to_nobody_in_time(self, world: World, session: DbSession) -> None:
        make.submitted(world)
        session.commit()
        remind_all()

        assert not any(words.startswith("late") for words in told(session, world.broker))


def test_no_subject_says_who_is_supported_or_why(world: World, session: DbSession) -> None:
    request = make.submitted(world)
    agreements.offered(world)
    session.commit()

    for message in session.scalars(select(Message)):
        text = f"{message.subject} {message.body}"
        for secret in (world.school.name, str(world.school.urn), request.title, request.need):
            assert secret not in text
    ask.withdraw(request=request, by=world.head, reason="Done.")
