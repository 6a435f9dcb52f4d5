"""A small invented authority: two schools, a provider and its home school, a person a role.

world = make_world()
world.head, world.broker, …          people, each with one role (head_leader has two)
world.school, world.host, …          schools
world.provider                       a published person-provider, lent by world.host
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import TypeVar

from sqlalchemy import inspect, select

from app.accounts.models import Person, RoleAssignment
from app.accounts.roles import Role
from app.core import clock
from app.extensions import Base, db
from app.prospectus.facts import Availability, DesignationStatus, ListingStatus, ProviderKind
from app.prospectus.models import (
    Capacity,
    Designation,
    DesignationType,
    ExpertiseArea,
    ExpertiseVersion,
    Provider,
    ProviderExpertise,
    ProviderPrivate,
)
from app.schools.models import Authority, School

T = TypeVar("T", bound=Base)
LONG_AGO = date(2020, 9, 1)


@dataclass
class World:
    authority: Authority
    other_authority: Authority
    school: School
    other_school: School
    host: School
    leader_school: School
    area: ExpertiseArea
    provider: Provider
    other_provider: Provider
    leader_provider: Provider
    head: Person
    deputy: Person
    chair: Person
    governor: Person
    clerk: Person
    other_head: Person
    provider_lead: Person
    other_provider_lead: Person
    host_head: Person
    head_leader: Person
    leader_chair: Person
    broker: Person
    second_broker: Person
    approver: Person
    second_approver: Person
    quality: Person
    second_quality: Person
    third_quality: Person
    other_broker: Person
    governor_services: Person
    second_governor_services: Person
    forum: Person
    administrator: Person


def make_world() -> World:
    """Add everything to the session and flush it."""
    authority = _add(Authority(code="384", name="Wakefield"))
    other_authority = _add(Authority(code="383", name="Leeds"))
    school = make_school(900101, "Larkmoor Primary School")
    other_school = make_school(900102, "Fernlea Primary School")
    host = make_school(900103, "Highmarsh Primary School")
    leader_school = make_school(900104, "Coldbeck Junior School")
    db.session.flush()
    version = _add(ExpertiseVersion(name="2026.1", valid_from=date(2026, 9, 1)))
    group = _add(ExpertiseArea(version=version, code="teaching", name="Teaching"))
    area = _add(
        ExpertiseArea(
            version=version,
            parent=group,
            code="phonics",
            name="Phonics and early reading",
            position=1,
        )
    )
    kind = _add(
        DesignationType(
            code="local-leader",
            name="Local Leader of Education",
            short_name="LLE",
            held_by="person",
            awarding_body="The authority",
            description="A head who helps other heads.",
            position=1,
        )
    )
    db.session.flush()
    provider = make_provider("ada-marsh", "Ada Marsh", host, area, kind)
    other_provider = make_provider("bel-stone", "Bel Stone", other_school, area, kind)
    leader_provider = make_provider("cal-beck", "Cal Beck", leader_school, area, kind)
    db.session.flush()

    def officer(name: str, role: Role, pounds: int = 0, code: str = "384") -> Person:
        return _person(name, (role, {"authority_code": code, "limit_pence": pounds * 100}))

    world = World(
        authority=authority,
        other_authority=other_authority,
        school=school,
        other_school=other_school,
        host=host,
        leader_school=leader_school,
        area=area,
        provider=provider,
        other_provider=other_provider,
        leader_provider=leader_provider,
        head=_person("Head", (Role.HEAD, {"school_urn": school.urn})),
        deputy=_person("Deputy", (Role.DELEGATE, {"school_urn": school.urn})),
        chair=_person("Chair", (Role.CHAIR, {"school_urn": school.urn})),
        governor=_person("Governor", (Role.GOVERNOR, {"school_urn": school.urn})),
        clerk=_person("Clerk", (Role.CLERK, {"school_urn": school.urn})),
        other_head=_person("Other head", (Role.HEAD, {"school_urn": other_school.urn})),
        provider_lead=_person("Provider lead", (Role.PROVIDER_LEAD, {"provider_id": provider.id})),
        other_provider_lead=_person(
            "Other provider lead", (Role.PROVIDER_LEAD, {"provider_id": other_provider.id})
        ),
        host_head=_person("Host head", (Role.HEAD, {"school_urn": host.urn})),
        head_leader=_person(
            "Head and leader",
            (Role.HEAD, {"school_urn": leader_school.urn}),
            (Role.PROVIDER_LEAD, {"provider_id": leader_provider.id}),
        ),
        leader_chair=_person("Leader chair", (Role.CHAIR, {"school_urn": leader_school.urn})),
        broker=officer("Broker", Role.BROKER, 1000),
        second_broker=officer("Second broker", Role.BROKER, 1000),
        approver=officer("Approver", Role.APPROVER, 25_000),
        second_approver=officer("Second approver", Role.APPROVER, 25_000),
        quality=officer("Quality", Role.QUALITY_LEAD),
        second_quality=officer("Second quality", Role.QUALITY_LEAD),
        third_quality=officer("Third quality", Role.QUALITY_LEAD),
        other_broker=officer("Other broker", Role.BROKER, 1000, "383"),
        governor_services=officer("Governor services", Role.GOVERNOR_SERVICES, 1000),
        second_governor_services=officer("Second governor services", Role.GOVERNOR_SERVICES, 1000),
        forum=officer("Forum", Role.FORUM_MEMBER),
        administrator=officer("Administrator", Role.ADMINISTRATOR),
    )
    db.session.flush()
    return world


Keys = Mapping[str, tuple[type[Base], int]]


def keys_of(world: World) -> Keys:
    """Return how to find everything of a world again, in another session."""
    return {
        name: (type(thing), inspect(thing).mapper.primary_key_from_instance(thing)[0])
        for name, thing in vars(world).items()
    }


def find_world(keys: Keys) -> World:
    # read kind by kind, so that each is then found without asking again
    _kept = [db.session.scalars(select(kind)).all() for kind in {kind for kind, _ in keys.values()}]
    return World(**{name: db.session.get_one(kind, key) for name, (kind, key) in keys.items()})


def make_school(urn: int, name: str, authority: str = "384") -> School:
    return _add(
        School(
            urn=urn,
            name=name,
            invented=True,
            authority_code=authority,
            status_code="1",
            status_name="Open",
            phase_code="2",
            phase_name="Primary",
            town="Ossett",
        )
    )


def make_person(name: str, *roles: tuple[Role, dict[str, object]]) -> Person:
    person = _person(name, *roles)
    db.session.flush()
    return person


def _person(name: str, *roles: tuple[Role, dict[str, object]]) -> Person:
    email = f"{name.lower().replace(' ', '-')}@test.example"
    person = _add(Person(email=email, name=name))
    for role, scope in roles:
        person.assignments.append(RoleAssignment(role=role, starts_on=LONG_AGO, **scope))
    return person


def make_provider(
    slug: str, name: str, host: School, area: ExpertiseArea, kind: DesignationType
) -> Provider:
    """Return a published provider with a designation in date and twenty days this year."""
    provider = Provider(
        slug=slug,
        name=name,
        kind=ProviderKind.PERSON,
        authority_code="384",
        host_urn=host.urn,
        headline="Helps teachers of reading",
        summary="Has led phonics for ten years and helped six schools.",
        phases=["primary"],
        modes=["in_person"],
        areas=["whole district"],
        availability=Availability.NOW,
        listing=ListingStatus.PUBLISHED,
        published_on=LONG_AGO,
        confirmed_on=clock.today(),
    )
    provider.private = ProviderPrivate(
        contact_name=name, contact_email=f"{slug}@test.example", rate_pence_per_day=35_000
    )
    provider.designations.append(
        Designation(type=kind, standing=DesignationStatus.ACTIVE, awarded_on=LONG_AGO)
    )
    provider.expertise.append(ProviderExpertise(area=area))
    for year in (2025, 2026, 2027):
        provider.capacities.append(Capacity(academic_year=year, days_offered=Decimal(20)))
    return _add(provider)


def _add(thing: T) -> T:
    db.session.add(thing)
    return thing
