from __future__ import annotations

from datetime import UTC, date, datetime
from decimal import Decimal

import pytest
from sqlalchemy import select
from sqlalchemy.orm import Session, scoped_session

from app.accounts.models import Person, RoleAssignment
from app.accounts.roles import Role
from app.commissions.lifecycle import COMMISSION_LIFECYCLE
from app.commissions.statuses import CommissionAction
from app.core import clock
from app.core.audit import (
    AuditChain,
    AuditEvent,
    Change,
    acting,
    plain,
    record_many,
    subject_of,
    withheld,
)
from app.core.audit_label import label_change
from app.core.audit_verify import verify
from app.schools.models import Authority
from tests.factories import agreements
from tests.factories.world import World

DbSession = scoped_session[Session]
NOON = datetime(2026, 11, 23, 12, tzinfo=UTC)


@pytest.fixture
def person(session: DbSession) -> Person:
    person = Person(email="ann@test.example", name="Ann Hill")
    session.add(person)
    session.flush()
    return person


def events_of(session: DbSession, subject: str) -> list[AuditEvent]:
    query = select(AuditEvent).where(AuditEvent.subject == subject).order_by(AuditEvent.sequence)
    return list(session.scalars(query))


class TestEvent:
    def test_of_a_new_record_has_every_value_it_began_with(
        self, session: DbSession, person: Person
    ) -> None:
        (event,) = events_of(session, f"person:{person.id}")
        assert event.action == "created"
        assert event.changes["email"] == [None, "ann@test.example"]
        assert event.changes["active"] == [None, True]
        assert "password_hash" not in event.changes  # there is none yet

    def test_of_a_change_has_old_and_new_of_what_changed_and_nothing_else(
        self, session: DbSession, person: Person
    ) -> None:
        person.name = "Ann Dale"
        session.flush()
        event = events_of(session, f"person:{person.id}")[-1]
        assert (event.action, event.changes) == ("changed", {"name": ["Ann Hill", "Ann Dale"]})

    def test_knows_the_old_value_of_a_record_the_session_had_let_go(
        self, session: DbSession, person: Person
    ) -> None:
        session.commit()  # the next assignment does not read what it replaces
        person.name = "Ann Dale"
        session.flush()
        event = events_of(session, f"person:{person.id}")[-1]
        assert event.changes == {"name": ["Ann Hill", "Ann Dale"]}

    def test_of_a_deletion_has_what_was_lost(self, session: DbSession, person: Person) -> None:
        session.delete(person)
        session.flush()
        event = events_of(session, f"person:{person.id}")[-1]
        assert event.action == "deleted"
        assert event.changes["name"] == ["Ann Hill", None]
        assert verify(session()) == []

    def test_of_a_deletion_is_called_so_whatever_was_said_before(
        self, session: DbSession, person: Person
    ) -> None:
        label_change(person, "remove")
        session.delete(person)
        session.flush()
        assert events_of(session, f"person:{person.id}")[-1].action == "deleted"
        assert verify(session()) == []

    def test_is_one_for_each_record_that_a_flush_changed(
        self, session: DbSession, person: Person
    ) -> None:
        before = len(list(session.scalars(select(AuditEvent))))
        person.name = "Ann Dale"
        person.email = "dale@test.example"
        session.add(Authority(code="999", name="Invented"))
        session.flush()
        assert len(list(session.scalars(select(AuditEvent)))) == before + 2

    def test_is_not_written_when_nothing_changed(self, session: DbSession, person: Person) -> None:
        person.name = "Somebody"
        person.name = "Ann Hill"
        session.flush()
        assert len(events_of(session, f"person:{person.id}")) == 1

    def test_goes_with_a_change_that_is_rolled_back(
        self, session: DbSession, person: Person
    ) -> None:
        session.commit()
        person.name = "Ann Dale"
        session.flush()
        session.rollback()
        assert len(events_of(session, f"person:{person.id}")) == 1
        assert verify(session()) == []

    def test_says_who_and_when(self, session: DbSession, person: Person) -> None:
        with acting(person.id), clock.at(NOON):
            person.name = "Ann Dale"
            session.flush()
        event = events_of(session, f"person:{person.id}")[-1]
        assert (event.actor_id, event.at) == (person.id, NOON)

    def test_outside_a_request_is_the_systems(self, session: DbSession, person: Person) -> None:
        assert events_of(session, f"person:{person.id}")[0].actor_id is None


class TestLabel:
    def test_names_one_change_only(self, session: DbSession, person: Person) -> None:
        label_change(person, "rename")
        person.name = "Ann Dale"
        session.flush()
        person.name = "Ann Hill"
        session.flush()
        actions = [event.action for event in events_of(session, f"person:{person.id}")]
        assert actions == ["created", "rename", "changed"]

    def test_comes_from_the_move_of_a_lifecycle(self, session: DbSession, world: World) -> None:
        commission = agreements.offered(world)
        COMMISSION_LIFECYCLE.move(commission, CommissionAction.DECLINE, by=world.provider_lead)
        session.flush()
        event = events_of(session, subject_of(commission))[-1]
        assert event.action == "decline"
        assert event.changes["status"] == ["offered", "declined"]


class TestSecrets:
    def test_are_not_kept_but_their_replacement_shows(
        self, session: DbSession, person: Person
    ) -> None:
        person.password_hash = "first hash"
        session.flush()
        person.password_hash = "second hash"
        session.flush()
        events = events_of(session, f"person:{person.id}")
        assert "hash" not in str([event.changes for event in events[1:]]).replace("_hash", "")
        old, new = events[-1].changes["password_hash"]
        assert old == withheld("first hash")
        assert new == withheld("second hash")
        assert old != new

    def test_that_are_unset_are_told_as_unset(self) -> None:
        assert withheld(None) is None


class TestTimeline:
    def test_of_a_record_has_the_events_of_its_children(
        self, session: DbSession, person: Person
    ) -> None:
        session.add(Authority(code="999", name="Invented"))
        role = RoleAssignment(
            person=person, role=Role.BROKER, authority_code="999", starts_on=date(2026, 9, 1)
        )
        session.add(role)
        session.flush()
        session.delete(role)
        session.flush()
        query = select(AuditEvent.subject, AuditEvent.action).where(
            AuditEvent.root == f"person:{person.id}"
        )
        assert {tuple(row) for row in session.execute(query)} == {
            (f"person:{person.id}", "created"),
            (f"role_assignment:{role.id}", "created"),
            (f"role_assignment:{role.id}", "deleted"),
        }

    def test_has_the_end_of_a_part_that_was_taken_out_of_it(
        self, session: DbSession, world: World
    ) -> None:
        commission = agreements.complete(world)
        objective = commission.objectives[0]
        part = f"starting_point:{objective.starting_point.id}"
        objective.starting_point = None
        session.flush()

        last = events_of(session, part)[-1]
        assert (last.action, last.root) == ("deleted", subject_of(commission))
        assert verify(session()) == []


class TestRecordMany:
    def test_continues_each_chain_in_the_order_given(
        self, session: DbSession, person: Person
    ) -> None:
        subject = f"person:{person.id}"
        with acting(7):
            record_many(
                session(),
                [
                    Change(subject, "first", {}),
                    Change("letter:1", "sent", {}, root=subject),
                    Change(subject, "second", {"day": [None, date(2026, 9, 1)]}),
                ],
            )
        events = events_of(session, subject)
        assert [event.action for event in events] == ["created", "first", "second"]
        assert [event.sequence for event in events] == [1, 2, 3]
        assert events[2].previous_hash == events[1].hash
        assert events[2].changes == {"day": [None, "2026-09-01"]}
        (letter,) = events_of(session, "letter:1")
        assert (letter.root, letter.actor_id) == (subject, 7)

    def test_keeps_the_end_of_each_chain(self, session: DbSession, person: Person) -> None:
        subject = f"person:{person.id}"
        record_many(session(), [Change(subject, "first", {}), Change(subject, "second", {})])
        chain = session.get(AuditChain, subject, populate_existing=True)
        assert chain is not None
        assert (chain.length, chain.hash) == (3, events_of(session, subject)[-1].hash)

    def test_takes_more_records_than_one_look_up_holds(self, session: DbSession) -> None:
        changes = [Change(f"letter:{number}", "sent", {}) for number in range(1201)]
        record_many(session(), changes)
        record_many(session(), changes)
        assert [event.sequence for event in events_of(session, "letter:1200")] == [1, 2]

    def test_of_nothing_writes_nothing(self, session: DbSession) -> None:
        record_many(session(), [])
        assert session.scalar(select(AuditEvent)) is None


class TestPlain:
    @pytest.mark.parametrize(
        ("value", "form"),
        [
            (Role.HEAD, "head"),
            (date(2026, 9, 1), "2026-09-01"),
            (NOON, "2026-11-23T12:00:00.000000+00:00"),
            (Decimal("1.50"), "1.5"),
            (Decimal(100), "100"),
            ({"a": [Decimal("0.0")]}, {"a": ["0"]}),
            (None, None),
            (True, True),
        ],
    )
    def test_is_the_same_on_every_database(self, value: object, form: object) -> None:
        assert plain(value) == form
