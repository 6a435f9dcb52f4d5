"""The small world of the access matrix: one piece of support, and everybody who might look."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from app.accounts.models import Person
from app.accounts.roles import Role
from app.commissions.models import Commission, SupportRequest
from app.prospectus.models import Provider
from app.schools.models import School
from tests.factories.world import World, make_person, make_world

ANONYMOUS = "anonymous"
# people of tests/factories/world.py, and those it leaves out
VIEWERS = (
    ANONYMOUS,
    "head",
    "deputy",
    "chair",
    "governor",
    "provider_lead",
    "other_provider_lead",
    "host_head",
    "broker",
    "second_broker",
    "approver",
    "quality",
    "governor_services",
    "forum",
    "administrator",
    "head_leader",
    "other_head",
    "other_broker",
)


@dataclass
class Scene:
    """What addresses are made of. world.school asked; world.provider was offered the work."""

    world: World
    commission: Commission
    others: dict[str, Person]

    @property
    def school(self) -> School:
        return self.world.school

    @property
    def provider(self) -> Provider:
        return self.world.provider

    @property
    def request(self) -> SupportRequest:
        return self.commission.request

    def viewer(self, name: str) -> Person | None:
        if name == ANONYMOUS:
            return None
        return self.others.get(name) or getattr(self.world, name)


def at(state: str) -> Callable[[], Scene]:
    """Return what makes the scene with the commission in a state of tests/factories/agreements."""

    def make() -> Scene:
        from tests.factories import agreements

        world = make_world()
        others = {
            "governor": make_person("Governor", (Role.GOVERNOR, {"school_urn": world.school.urn})),
            "governor_services": make_person(
                "Governor services", (Role.GOVERNOR_SERVICES, {"authority_code": "384"})
            ),
        }
        return Scene(world, getattr(agreements, state)(world), others)

    return make
