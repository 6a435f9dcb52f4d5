"""The invented schools, people and prospectus entries."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import TYPE_CHECKING

from app.accounts import services as accounts
from app.accounts.models import Person
from app.accounts.passwords import hash_password
from app.accounts.roles import Role
from app.core import clock
from app.demonstration.files import Table, moment, pence, tables
from app.extensions import db
from app.prospectus import services as prospectus
from app.prospectus.facts import Availability, DesignationStatus, Mode, Phase, ProviderKind
from app.prospectus.seeds import load_reference_data
from app.schools.models import Authority, School

if TYPE_CHECKING:
    from app.prospectus.models import Provider

BEFORE_ALL = date(2025, 9, 1)
OPEN = "1"
AUTHORITY_NAMES = {"384": "Wakefield", "383": "Leeds"}
PHASE_CODES = {
    "Nursery": "1",
    "Primary": "2",
    "Secondary": "4",
    "16 plus": "6",
    "All-through": "7",
    "Not applicable": "0",
}


def add_schools() -> None:
    """Add the invented schools; every one says that it is invented."""
    for code, name in AUTHORITY_NAMES.items():
        if db.session.get(Authority, code) is None:
            db.session.add(Authority(code=code, name=name))
    db.session.flush()
    for table in tables("school", "schools"):
        db.session.add(
            School(
                urn=table["urn"],
                name=table["name"],
                invented=True,
                authority_code=table["authority"],
                type_name=table["type"],
                status_code=OPEN,
                status_name="Open",
                phase_code=PHASE_CODES[table["phase"]],
                phase_name=table["phase"],
                low_age=table["low_age"],
                high_age=table["high_age"],
                number_of_pupils=table["pupils"],
                trust_name=table.get("trust"),
                town=table["town"],
                postcode=table["postcode"],
                easting=table["easting"],
                northing=table["northing"],
            )
        )
    db.session.flush()


def add_providers() -> dict[str, Provider]:
    """Add and publish the entries; return them by slug."""
    load_reference_data()
    providers = {}
    for number, table in enumerate(
        tables("provider", "providers_people", "providers_organisations")
    ):
        with clock.at(moment(table["published_on"], number)):
            providers[table["slug"]] = _add_provider(table)
    return providers


def _add_provider(table: Table) -> Provider:
    provider = prospectus.add_provider(
        slug=table["slug"],
        name=table["name"],
        kind=ProviderKind(table["kind"]),
        organisation_type=table.get("organisation_type", ""),
        authority_code=table["authority"],
        host_urn=table.get("host_urn"),
        headline=table["headline"],
        summary=table["summary"],
        experience=table.get("experience", ""),
        phases=[Phase(phase) for phase in table["phases"]],
        modes=[Mode(mode) for mode in table["modes"]],
        areas=table["areas"],
        availability=Availability(table["availability"]),
        confirmed_on=table["confirmed_on"],
        contact_name=table["contact_name"],
        contact_email=table["contact_email"],
        contact_phone=table["contact_phone"],
        rate_pence_per_day=pence(table.get("rate_pounds_per_day")),
        rate_is_public=table.get("rate_public", False),
        interests=table.get("interests", ""),
    )
    for award in table.get("designation", []):
        prospectus.add_designation(
            provider,
            type_code=award["type"],
            awarded_on=award["awarded_on"],
            ends_on=award.get("ends_on"),
            standing=DesignationStatus(award["status"]),
        )
    notes = {area["code"]: area.get("note", "") for area in table["expertise"]}
    prospectus.set_expertise(provider, notes)
    for year, days in table["days_offered"].items():
        prospectus.set_capacity(provider, academic_year=int(year), days_offered=Decimal(str(days)))
    prospectus.publish(provider)
    return provider


def add_people(providers: dict[str, Provider], password: str) -> dict[str, Person]:
    """Add the accounts, all with one password (and one hash: each takes a fifth of a second)."""
    shared_hash = hash_password(password)
    people = {}
    with clock.at(moment(BEFORE_ALL, 0)):
        for table in tables("person", "people", "people_governors"):
            person = accounts.add_person(email=table["email"], name=table["name"], password=None)
            person.password_hash = shared_hash
            for role in table.get("role", []):
                slug = role.get("provider")
                accounts.assign_role(
                    person=person,
                    role=Role(role["role"]),
                    school=role.get("school"),
                    provider=providers[slug].id if slug else None,
                    authority=role.get("authority"),
                    limit_pence=pence(role.get("limit_pounds")),
                )
            people[person.email] = person
    return people
