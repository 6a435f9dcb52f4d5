from __future__ import annotations

from datetime import UTC, datetime, timedelta, timezone
from enum import StrEnum

import pytest
from flask import Flask
from sqlalchemy import Column, Integer, MetaData, Table, insert, select
from sqlalchemy.orm import Session, scoped_session
from sqlalchemy.orm.exc import StaleDataError

from app.accounts.models import Person
from app.accounts.roles import Role
from app.commissions.models import SupportRequest
from app.core import clock
from app.core.model import Enumerated, UTCDateTime
from app.extensions import db
from tests.factories import agreements
from tests.factories.world import World, make_world

DbSession = scoped_session[Session]


class Colour(StrEnum):
    RED = "red"


class TestMoments:
    def test_come_back_aware_and_in_utc(self, session: DbSession) -> None:
        moment = datetime(2026, 6, 1, 12, 30, 15, 123456, tzinfo=timezone(timedelta(hours=1)))
        with clock.at(moment):
            person = Person(email="ann@test.example", name="Ann")
            session.add(person)
            session.flush()
        session.expire(person)
        assert person.created_at == moment
        assert person.created_at.tzinfo is UTC

    def test_without_a_time_zone_are_refused(self, app: Flask) -> None:
        with app.app_context(), pytest.raises(ValueError, match="time zone"):
            UTCDateTime().process_bind_param(
                datetime(2026, 6, 1),  # noqa: DTZ001  # the mistake itself
                db.engine.dialect,
            )


class TestEnumerated:
    def test_is_kept_as_its_text_and_read_as_its_member(self, session: DbSession) -> None:
        table = Table(
            "thing",
            MetaData(),
            Column("id", Integer, primary_key=True),
            Column("is", Enumerated(Role)),
        )
        connection = session.connection()
        table.create(connection)
        connection.execute(insert(table), [{"id": 1, "is": Role.HEAD}, {"id": 2, "is": None}])
        assert connection.scalars(select(table.c["is"]).order_by(table.c.id)).all() == [
            Role.HEAD,
            None,
        ]
        assert connection.exec_driver_sql('SELECT "is" FROM thing WHERE id = 1').scalar() == "head"
        table.drop(connection)

    def test_refuses_what_is_no_member(self, app: Flask) -> None:
        with app.app_context(), pytest.raises(ValueError, match="blue"):
            Enumerated(Colour).process_bind_param("blue", db.engine.dialect)  # type: ignore[arg-type]


class TestVersion:
    def test_grows_with_every_change(self, session: DbSession, world: World) -> None:
        commission = agreements.offered(world)
        before = commission.request.version
        commission.request.title = "Another"
        session.flush()
        assert commission.request.version == before + 1

    def test_that_somebody_replaced_is_not_written_over(self, own_app: Flask) -> None:
        with own_app.app_context():
            request = agreements.offered(make_world()).request
            db.session.commit()
            mine = db.session.get(SupportRequest, request.id)
            assert mine is not None
            assert mine.title  # read, before somebody else saves
            key = mine.id
            # on SQLite one transaction at a time may write, so this one lets go and keeps its copy
            db.session.expunge_all()
            db.session.rollback()
            with Session(db.engine) as theirs:
                record = theirs.get(SupportRequest, key)
                assert record is not None
                record.title = "Theirs"
                theirs.commit()
            db.session.add(mine)
            mine.title = "Mine"
            with pytest.raises(StaleDataError):
                db.session.flush()
            db.session.rollback()
