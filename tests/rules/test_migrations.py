"""The migrations make exactly the tables the models describe, on both databases."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from flask import Flask
from flask_migrate import downgrade, upgrade
from sqlalchemy import Column, Integer, inspect

from app.extensions import Base, db
from tests.apps import close, make_app
from tests.databases import new_database
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
