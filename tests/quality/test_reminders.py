"""What is late after the delivery is said once to whoever must act."""

from __future__ import annotations

from datetime import timedelta

from sqlalchemy import select
from sqlalchemy.orm import Session, scoped_session

from app.core import clock
from app.notifications.models import Message
from app.quality.reminders import remind_of_overdue
from tests.factories import complaints
from tests.factories import quality as after
from tests.factories.world import World


def late_messages(session: scoped_session[Session]) -> list[tuple[int, str]]:
    late = select(Message).where(Message.subject.startswith("Late: ")).order_by(Message.id)
    return [(message.person_id, message.subject) for message in session.scalars(late)]


class TestReminders:
    def test_of_a_complaint_go_to_its_officers_once(
        self, world: World, session: scoped_session[Session]
    ) -> None:
        complaints.made(world)
        session.commit()
        remind_of_overdue()
        assert late_messages(session) == []

        with clock.at(clock.now() + timedelta(days=9)):
            remind_of_overdue()
            remind_of_overdue()

        told = late_messages(session)
        assert (world.second_broker.id, "Late: acknowledge a complaint") in told
        assert len(told) == len(set(told))
        assert world.head.id not in {person for person, _subject in told}

    def test_of_a_provider_review_go_to_the_leads(
        self, world: World, session: scoped_session[Session]
    ) -> None:
        after.reviewed(world)
        session.commit()

        with clock.at(clock.now() + timedelta(days=90)):
            remind_of_overdue()

        assert any("review of a provider" in subject for _person, subject in late_messages(session))
