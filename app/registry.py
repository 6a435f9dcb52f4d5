"""Which features the application has: their pages, commands and what every template knows."""

from __future__ import annotations

from typing import TYPE_CHECKING

from app import search
from app.accounts import routes as accounts
from app.accounts.cli import cli as accounts_cli
from app.core.cli import cli as audit_cli
from app.pages import routes as pages
from app.prospectus import routes as prospectus
from app.prospectus.cli import cli as prospectus_cli
from app.prospectus.documents import documents
from app.schools import routes as schools
from app.schools.cli import cli as schools_cli
from app.search.cli import cli as search_cli
from app.search.pending import register_source
from app.web.access import current_person

if TYPE_CHECKING:
    from flask import Flask

BLUEPRINTS = (
    pages.blueprint,
    accounts.blueprint,
    schools.blueprint,
    prospectus.blueprint,
)
COMMANDS = (accounts_cli, audit_cli, schools_cli, prospectus_cli, search_cli)


def register(app: Flask) -> None:
    for blueprint in BLUEPRINTS:
        app.register_blueprint(blueprint)
    for command in COMMANDS:
        app.cli.add_command(command)
    search.init_app(app)
    register_source(documents)
    app.jinja_env.globals.update(
        service_name=app.config["SERVICE_NAME"],
        authority_name=app.config["AUTHORITY_NAME"],
    )

    @app.context_processor
    def person() -> dict[str, object]:
        return {"current_person": current_person()}
