"""Which features the application has: their pages, commands and what every template knows."""

from __future__ import annotations

from typing import TYPE_CHECKING

from flask import current_app
from sqlalchemy import exists, select

from app import search
from app.accounts import routes as accounts
from app.accounts.arrivals import on_arrival
from app.accounts.cli import cli as accounts_cli
from app.commissions import telling
from app.commissions.board import routes as board
from app.commissions.queries.capacity import days_left_in_year, providers_without_days
from app.commissions.routes import commissions, requests
from app.commissions.visits.feed import register_events
from app.commissions.visits.routes import calendar
from app.core.cli import cli as audit_cli
from app.demonstration.cli import cli as demonstration_cli
from app.extensions import db
from app.governance import routes as governance
from app.governance.audits import routes as skills_audits
from app.governance.audits.questions import routes as board_questions
from app.governance.audits.words import routes as audit_words
from app.governance.champions import routes as champions
from app.governance.requests import routes as governance_requests
from app.governance.reviews import routes as governance_reviews
from app.governance.training import routes as training
from app.governance.training.documents import documents as training_documents
from app.governance.training.in_calendar import training_events
from app.notifications import routes as notifications
from app.pages import routes as pages
from app.pages.navigation import navigation
from app.prospectus import routes as prospectus
from app.prospectus import stamps
from app.prospectus.cli import cli as prospectus_cli
from app.prospectus.designations import routes as designations
from app.prospectus.documents import documents
from app.prospectus.fit import register_without_days
from app.prospectus.listing import routes as listing
from app.prospectus.openreferral import routes as openreferral
from app.prospectus.shortlist import routes as shortlist
from app.prospectus.shortlist.days_left import register_days_left
from app.prospectus.shortlist.services import bring_along
from app.quality import routes as quality
from app.quality.closing import routes as closing_report
from app.quality.complaints import routes as complaints
from app.quality.conditions import routes as judgement_conditions
from app.quality.provider_reviews import routes as provider_reviews
from app.quality.record import routes as quality_record
from app.quality.second import routes as second_judgements
from app.reporting import routes as reporting
from app.reporting.quality import routes as quality_dashboard
from app.schools import routes as schools
from app.schools.cli import cli as schools_cli
from app.schools.models import School
from app.search.cli import cli as search_cli
from app.search.pending import register_source
from app.web.access import current_person
from app.worker import worker

if TYPE_CHECKING:
    from flask import Flask

BLUEPRINTS = (
    pages.blueprint,
    accounts.blueprint,
    schools.blueprint,
    prospectus.blueprint,
    listing.blueprint,
    designations.blueprint,
    designations.of_kinds,
    designations.of_criteria,
    openreferral.blueprint,
    shortlist.blueprint,
    requests,
    commissions,
    calendar,
    board.blueprint,
    quality.blueprint,
    closing_report.blueprint,
    complaints.blueprint,
    second_judgements.blueprint,
    judgement_conditions.blueprint,
    provider_reviews.blueprint,
    quality_record.blueprint,
    governance.blueprint,
    governance_requests.blueprint,
    governance_reviews.blueprint,
    champions.blueprint,
    skills_audits.blueprint,
    audit_words.blueprint,
    board_questions.blueprint,
    training.blueprint,
    notifications.blueprint,
    reporting.blueprint,
    quality_dashboard.blueprint,
)
COMMANDS = (
    accounts_cli,
    audit_cli,
    schools_cli,
    prospectus_cli,
    search_cli,
    demonstration_cli,
    worker,
)


def register(app: Flask) -> None:
    for blueprint in BLUEPRINTS:
        app.register_blueprint(blueprint)
    for command in COMMANDS:
        app.cli.add_command(command)
    search.init_app(app)
    register_source(documents)
    register_source(training_documents)
    register_events(training_events)
    stamps.listen()
    telling.listen()
    register_without_days(providers_without_days)
    register_days_left(days_left_in_year)
    on_arrival(bring_along)
    app.jinja_env.globals.update(
        service_name=app.config["SERVICE_NAME"],
        authority_name=app.config["AUTHORITY_NAME"],
    )

    @app.context_processor
    def about_the_reader() -> dict[str, object]:
        person = current_person()
        return {
            "current_person": person,
            "navigation": navigation(person),
            "demonstration": is_demonstration(),
        }


def is_demonstration() -> bool:
    """Tell whether the records here are invented; asked of the database once a process."""
    known: bool | None = current_app.extensions.get("demonstration")
    if known is None:
        known = bool(db.session.scalar(select(exists(select(School.urn).where(School.invented)))))
        current_app.extensions["demonstration"] = known
    return known
