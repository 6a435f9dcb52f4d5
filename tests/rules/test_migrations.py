"""The migrations make exactly the tables the models describe, on both databases."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from flask import Flask
from flask_migrate import downgrade, upgrade
from sqlalchemy import Column, Integer, inspect, text

from app.commissions.strikes import services as strikes
from app.commissions.visits import services as visits
from app.core import clock
from app.extensions import Base, db
from tests.apps import close, make_app
from tests.databases import new_database
from tests.factories import bookings, deliveries
from tests.factories import quality as after
from tests.factories.world import make_world


@pytest.fixture
def empty_app(engine_name: str, tmp_path: Path) -> Iterator[Flask]:
    application = make_app(new_database(engine_name, tmp_path), tmp_path)
    with application.app_context():
        yield application
    close(application)


def differences() -> list[str]:
    """Return in words what `flask db migrate` would still write."""
    with db.engine.connect() as connection:
        context = MigrationContext.configure(
            connection, opts={"compare_type": True, "compare_server_default": True}
        )
        return [str(difference) for difference in compare_metadata(context, Base.metadata)]


class TestUpgrade:
    def test_makes_the_tables_of_the_models(self, empty_app: Flask) -> None:
        upgrade()

        assert differences() == []

    def test_a_model_without_a_migration_is_found(self, empty_app: Flask) -> None:
        upgrade()
        table = Base.metadata.tables["audit_event"]
        column = Column("nobody_migrated_me", Integer)
        table.append_column(column)
        try:
            found = differences()
        finally:
            table._columns.remove(column)

        assert len(found) == 1
        assert "nobody_migrated_me" in found[0]


class TestDowngrade:
    def test_from_struck_entries_deletes_none_of_them(self, empty_app: Flask) -> None:
        """The earlier schema has one note for a visit: of two, the one that stands keeps it."""
        upgrade()
        world = make_world()
        work = deliveries.active(world)
        visit = bookings.begun(world, work)
        with clock.at(bookings.after(visit)):
            for _twice in range(2):
                facts = deliveries.visit_facts(work, held_on=visit.day)
                struck = visits.write_up(visit=visit, by=world.provider_lead, **facts)
                strikes.strike(entry=struck, by=world.provider_lead, reason="Wrong")
            standing = visits.write_up(visit=visit, by=world.provider_lead, **facts)
            strikes.strike(entry=standing, by=world.provider_lead, reason="It was right before")
            strikes.restore(entry=struck, by=world.provider_lead)
        kept, of_visit = struck.id, visit.id
        db.session.commit()
        db.session.remove()

        downgrade(revision="0017")

        with db.engine.connect() as connection:
            rows = connection.execute(text("SELECT id, visit_id FROM visit_note")).all()
        assert len(rows) == 3
        assert [row.id for row in rows if row.visit_id == of_visit] == [kept]

        upgrade()

        assert differences() == []

    def test_leads_back_from_a_database_in_use(self, empty_app: Flask) -> None:
        upgrade()
        after.reviewed(make_world())
        db.session.commit()

        downgrade(revision="base")

        assert set(inspect(db.engine).get_table_names()) <= {"alembic_version"}

    def test_leads_back_to_an_empty_database_and_up_again(self, empty_app: Flask) -> None:
        upgrade()
        downgrade(revision="base")

        assert set(inspect(db.engine).get_table_names()) <= {"alembic_version"}

        upgrade()

        assert differences() == []
