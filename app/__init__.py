"""The application factory: configuration, extensions, blueprints, errors, commands."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING

from govuk_frontend_wtf.main import WTFormsHelpers
from jinja2 import ChoiceLoader, PackageLoader, PrefixLoader

from app import registry
from app.config import read_settings
from app.core import audit, database
from app.extensions import csrf, db, login_manager, migrate
from app.web import access, commits, drawn, errors, filters, headers, htmx, static_files
from app.web.portal import Portal

if TYPE_CHECKING:
    from collections.abc import Mapping

    from flask import Flask


def create_app(settings: Mapping[str, object] | None = None) -> Flask:
    """Make the application from the environment; `settings` go over it, for tests."""
    app = Portal(__name__, instance_path=str(Path(__file__).parent.parent / "instance"))
    app.config.from_mapping(read_settings(os.environ, Path(app.instance_path)).as_flask_config())
    app.config.from_mapping(settings or {})
    _start_extensions(app)
    registry.register(app)
    access.init_app(app)
    return app


def _start_extensions(app: Flask) -> None:
    Path(app.instance_path).mkdir(parents=True, exist_ok=True)
    app.jinja_options = {
        "trim_blocks": True,
        "lstrip_blocks": True,
        "loader": ChoiceLoader(
            [
                PackageLoader("app"),
                PrefixLoader(
                    {
                        "govuk_frontend_jinja": PackageLoader("govuk_frontend_jinja"),
                        "govuk_frontend_wtf": PackageLoader("govuk_frontend_wtf"),
                    }
                ),
            ]
        ),
    }
    db.init_app(app)
    with app.app_context():
        for engine in db.engines.values():
            database.prepare(engine)
    audit.listen()
    migrate.init_app(app, db, directory=str(Path(__file__).parent.parent / "migrations"))
    login_manager.init_app(app)
    commits.init_app(app)
    csrf.init_app(app)
    WTFormsHelpers(app)
    for part in (htmx, headers, filters, drawn, static_files, errors):
        part.init_app(app)
