"""A small world for the access matrix: one of everything, and everybody who might look at it."""

from __future__ import annotations

from dataclasses import dataclass, field

from app.accounts.models import Person
from app.accounts.roles import Role
from app.commissions.models import Commission, SupportRequest
from app.commissions.statuses import CommissionStatus, RequestStatus
from app.prospectus.models import Provider
from app.schools.models import School
from tests.factories import WAKEFIELD, Factory

ELSEWHERE = "383"
ANONYMOUS = "anonymous"
# the accounts of the demonstration, and who is nobody to anything here
VIEWERS = (
    ANONYMOUS,
    "head",
    "deputy",
    "chair",
    "governor",
    "provider",
    "alliance",
    "host-head",
    "broker",
    "approver",
    "quality",
    "governor-services",
    "forum",
    "admin",
    "head-leader",
    "other-head",
    "other-provider",
    "other-broker",
)


@dataclass
class World:
    """The head's school asked; the provider, lent by the host, was matched by the broker."""

    school: School
    provider: Provider
    request: SupportRequest
    commission: Commission
    people: dict[str, Person] = field(default_factory=dict)

    def viewer(self, name: str) -> Person | None:
        return None if name == ANONYMOUS else self.people[name]


def make_world(
    request_status: RequestStatus = RequestStatus.MATCHED,
    commission_status: CommissionStatus = CommissionStatus.ACTIVE,
) -> World:
    made = Factory()
    school, host, third = made.school(), made.school(), made.school()
    made.authority(ELSEWHERE)
    provider = made.provider(host=host)
    alliance, leaders, others = made.provider(), made.provider(host=third), made.provider()

    people: dict[str, Person] = {}

    def somebody(name: str, role: Role, **scope: object) -> Person:
        person = people.get(name) or made.person(name)
        people[name] = made.role(person, role, **scope)  # type: ignore[arg-type]
        return person

    somebody("head", Role.HEAD, school=school)
    somebody("deputy", Role.DELEGATE, school=school)
    somebody("chair", Role.CHAIR, school=school)
    somebody("governor", Role.GOVERNOR, school=school)
    somebody("provider", Role.PROVIDER_LEAD, provider=provider)
    somebody("alliance", Role.PROVIDER_LEAD, provider=alliance)
    somebody("host-head", Role.HEAD, school=host)
    somebody("broker", Role.BROKER, authority=WAKEFIELD, limit_pence=100_000)
    somebody("approver", Role.APPROVER, authority=WAKEFIELD, limit_pence=1_000_000)
    somebody("quality", Role.QUALITY_LEAD, authority=WAKEFIELD)
    somebody("governor-services", Role.GOVERNOR_SERVICES, authority=WAKEFIELD)
    somebody("forum", Role.FORUM_MEMBER, authority=WAKEFIELD)
    somebody("admin", Role.ADMINISTRATOR, authority=WAKEFIELD)
    somebody("head-leader", Role.HEAD, school=third)
    somebody("head-leader", Role.PROVIDER_LEAD, provider=leaders)
    somebody("other-head", Role.HEAD, school=made.school())
    somebody("other-provider", Role.PROVIDER_LEAD, provider=others)
    somebody("other-broker", Role.BROKER, authority=ELSEWHERE)

    asked = made.request(school, people["head"], status=request_status)
    commission = made.commission(asked, provider, people["broker"], status=commission_status)
    return World(school, provider, asked, commission, people)
