"""Entries of the prospectus, made through the services, and the search brought up to date."""

from __future__ import annotations

from datetime import date
from itertools import count
from typing import Any

from app.accounts.models import Person, RoleAssignment
from app.accounts.roles import Role
from app.extensions import db
from app.prospectus import services
from app.prospectus.facts import Availability, Mode, Phase, ProviderKind
from app.prospectus.models import (
    DesignationType,
    ExpertiseArea,
    ExpertiseVersion,
    Provider,
)
from app.schools.models import Authority, School
from app.search import get_engine
from app.search.pending import heal

LONG_AGO = date(2020, 9, 1)
AREAS = {
    "literacy": ("English and literacy", {"phonics": "Phonics", "writing": "Writing"}),
    "maths": ("Mathematics", {"maths-ks2": "Maths at KS2"}),
}
_numbers = count(1)


def make_reference_data() -> None:
    """Two authorities, two schools, three areas of expertise, two kinds of designation."""
    db.session.add_all([Authority(code="384", name="Wakefield"), Authority(code="383", name="L")])
    db.session.flush()
    for urn, name in ((900201, "Elm Primary School"), (900202, "Oak Academy")):
        db.session.add(School(urn=urn, name=name, invented=True, authority_code="384"))
    version = ExpertiseVersion(name="test", valid_from=LONG_AGO)
    for code, (title, areas) in AREAS.items():
        group = ExpertiseArea(version=version, code=code, name=title)
        db.session.add(group)
        for area, name in areas.items():
            db.session.add(ExpertiseArea(version=version, parent=group, code=area, name=name))
    for code, short, held_by in (("sle", "SLE", "person"), ("hub", "Hub", "organisation")):
        db.session.add(
            DesignationType(
                code=code,
                name=f"{short} designation",
                short_name=short,
                held_by=held_by,
                awarding_body="The authority",
                description="",
            )
        )
    db.session.flush()


def make_entry(name: str = "Ada Marsh", *, published: bool = True, **changes: Any) -> Provider:
    """Return a published person with phonics in primary schools, unless `changes` say otherwise."""
    notes = changes.pop("expertise", {"phonics": ""})
    facts: dict[str, Any] = {
        "slug": f"{name.lower().replace(' ', '-')}-{next(_numbers)}",
        "name": name,
        "kind": ProviderKind.PERSON,
        "authority_code": "384",
        "host_urn": 900201,
        "headline": "Helps teachers",
        "summary": "Has helped six schools.",
        "phases": [Phase.PRIMARY],
        "modes": [Mode.IN_PERSON],
        "areas": ["Ossett"],
        "availability": Availability.NOW,
        "contact_name": "Private Contact",
        "contact_email": "private@test.example",
        "contact_phone": "01632 960999",
        "rate_pence_per_day": 41_700,
        "interests": "Secret interest",
    }
    provider = services.add_provider(**(facts | changes))
    services.set_expertise(provider, notes)
    if published:
        services.publish(provider)
    return provider


def make_person(name: str, role: Role, **scope: Any) -> Person:
    person = Person(email=f"{name}@test.example", name=name)
    person.assignments.append(RoleAssignment(role=role, starts_on=LONG_AGO, **scope))
    db.session.add(person)
    db.session.flush()
    return person


def make_findable() -> None:
    """Bring the index up to date with what the test has written."""
    db.session.commit()
    heal(get_engine(), db.session.get_bind())
